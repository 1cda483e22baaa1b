package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.GradleCommand;
import io.github.mavenhardening.core.shell.MavenCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Commands that run code from the directory they work on, and where that code lies. Build tools run what build
 * files, plugins, hooks and install scripts say; interpreters run the file that they are given.
 */
final class CodeExecution {

    private static final Set<String> BUILD_TOOLS = Set.of(
            "make",
            "gmake",
            "cmake",
            "ninja",
            "meson",
            "ant",
            "sbt",
            "bazel",
            "bazelisk",
            "lein",
            "rake",
            "tox",
            "nox",
            "pytest",
            "invoke",
            "msbuild",
            "just",
            "task",
            "pre-commit",
            "xcodebuild",
            "mill",
            "scons",
            "rebar3",
            "mix",
            "stack",
            "cabal",
            "earthly",
            "tilt",
            "skaffold",
            "npx",
            "pnpx",
            "bunx",
            "eslint",
            "prettier",
            "stylelint",
            "jest",
            "vitest",
            "mocha",
            "webpack",
            "vite",
            "rollup",
            "gulp",
            "grunt",
            "tsc",
            "docker-compose",
            "jekyll",
            "mkdocs",
            "sphinx-build",
            "golangci-lint",
            "rubocop",
            "rspec",
            "pylint",
            "mypy",
            "phpunit",
            "phpstan",
            "nx",
            "lerna",
            "turbo",
            "sonar-scanner");
    private static final Set<String> NODE_TOOLS = Set.of("npm", "pnpm", "yarn", "bun");
    private static final Set<String> NODE_QUIET =
            Set.of("config", "view", "info", "cache", "whoami", "version", "audit", "set", "get", "add", "global");
    private static final Set<String> INTERPRETERS = Set.of(
            "sh", "bash", "zsh", "source", ".", "python", "python3", "node", "ruby", "perl", "php", "pwsh", "deno",
            "tsx");
    private static final Pattern SCRIPT_ENDING =
            Pattern.compile(".{1,300}\\.(sh|bash|py|js|mjs|cjs|ts|rb|pl|php|ps1|bat|cmd)");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh");
    private static final Pattern PLAIN_FILE = Pattern.compile("[A-Za-z_][\\w-]{0,100}");
    /** A path that is not of the runner's programs, for it begins with a folder of the workspace. */
    private static final Pattern PLAIN_PATH = Pattern.compile("[\\w.][\\w.-]{0,100}(?:/[\\w.-]{1,100}){1,20}");

    private static final Pattern OPTION = Pattern.compile("^-[^=]{1,60}=");
    private static final Pattern VERSION_ONLY = Pattern.compile("-{1,2}v(ersion)?|-V|-{1,2}h(elp)?");

    private CodeExecution() {}

    /**
     * The path of the code that a command runs, seen from the workspace: a folder or a file. Empty when it runs none of it.
     *
     * @param folder where the command runs
     * @param suspects tells folders of an outsider's code: an argument that names one is taken for the place of the code
     * @param known tells folders of any checkout: one that is named is taken for it otherwise
     */
    static Optional<String> of(
            ShellCommand command, String folder, Predicate<String> suspects, Predicate<String> known) {
        if (command.arguments().size() == 1
                && VERSION_ONLY.matcher(command.arguments().get(0)).matches()) {
            return Optional.empty();
        }
        if (isBuild(command)) {
            List<String> paths = command.arguments().stream()
                    .map(word -> WorkPath.of(folder, OPTION.matcher(word).replaceFirst("")))
                    .toList();
            return Optional.of(paths.stream()
                    .filter(suspects)
                    .findFirst()
                    .or(() -> paths.stream().filter(known).findFirst())
                    .orElse(folder));
        }
        if (SHELLS.contains(command.name()) && command.has("-c")) {
            Optional<String> given = command.arguments().stream()
                    .filter(word -> word.startsWith("./"))
                    .findFirst();
            return given.map(word -> WorkPath.of(folder, word.split("\\s", 2)[0]));
        }
        String file = INTERPRETERS.contains(command.name()) ? command.operand(0) : command.path();
        boolean interprets = INTERPRETERS.contains(command.name())
                && !command.has("-c")
                && !command.has("-e")
                && (SCRIPT_ENDING.matcher(file).matches()
                        || file.contains("/")
                        || (command.name().equals("node")
                                && PLAIN_FILE.matcher(file).matches()));
        boolean direct = file.equals(command.path()) && isRelativePath(file);
        // The activation of an environment of Python is a file that a command before it writes.
        return (interprets || direct) && isOfWorkspace(file) && !file.endsWith("/bin/activate")
                ? Optional.of(WorkPath.of(folder, file))
                : Optional.empty();
    }

    /** The path of the file that a command runs, where it lies outside of the workspace. */
    static Optional<String> elsewhere(ShellCommand command) {
        String file = INTERPRETERS.contains(command.name()) && !command.has("-c") ? command.operand(0) : command.path();
        return Optional.of(file).filter(Artifacts::isElsewhere);
    }

    private static boolean isRelativePath(String file) {
        return file.startsWith("./")
                || file.startsWith("../")
                || (SCRIPT_ENDING.matcher(file).matches() && file.contains("/"))
                || PLAIN_PATH.matcher(file).matches();
    }

    /** Paths of the machine and of the home folder are none of a checkout's; the workspace's own name is. */
    private static boolean isOfWorkspace(String file) {
        boolean elsewhere =
                file.startsWith("/") || file.startsWith("~") || file.startsWith("$") || file.contains("://");
        return !elsewhere || file.contains("GITHUB_WORKSPACE") || file.contains("github.workspace");
    }

    private static boolean isBuild(ShellCommand command) {
        String verb = command.operand(0);
        Optional<MavenCommand> maven = MavenCommand.of(command);
        if (maven.isPresent()) {
            return !maven.get().goals().isEmpty() || command.arguments().isEmpty();
        }
        if (GradleCommand.of(command).isPresent() || BUILD_TOOLS.contains(command.name())) {
            return true;
        }
        if (NODE_TOOLS.contains(command.name())) {
            return !NODE_QUIET.contains(verb)
                    && !command.has("--ignore-scripts")
                    && (command.name().equals("yarn") || !verb.isEmpty());
        }
        return switch (command.name()) {
            case "cargo" ->
                Set.of("build", "test", "run", "check", "clippy", "bench", "doc", "b", "t", "r", "install")
                        .contains(verb);
            case "go" -> Set.of("generate", "run", "test").contains(verb);
            case "dotnet" ->
                Set.of("build", "test", "run", "restore", "publish", "pack", "msbuild")
                        .contains(verb);
            case "bundle", "composer" ->
                Set.of("", "install", "exec", "update", "run-script", "run").contains(verb);
            case "poetry", "pdm", "uv", "hatch", "pipenv" ->
                Set.of("install", "run", "build", "sync", "pip").contains(verb);
            case "xargs" -> command.arguments().stream().anyMatch(BUILD_TOOLS::contains);
            case "sed", "gsed", "awk", "gawk" -> command.has("-f");
            case "pip", "pip3" ->
                verb.equals("install")
                        && command.arguments().stream()
                                .anyMatch(word -> word.equals(".")
                                        || word.startsWith(".[")
                                        || word.startsWith("./")
                                        || word.equals("-e")
                                        || word.equals("-r"));
            case "docker", "podman" ->
                verb.equals("build")
                        || verb.equals("load")
                        || (Set.of("buildx", "compose").contains(verb)
                                && Set.of("build", "bake", "up", "run").contains(command.operand(1)));
            case "terraform", "tofu" -> Set.of("init", "plan", "apply").contains(verb);
            default -> false;
        };
    }
}
