package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.GradleCommand;
import io.github.mavenhardening.core.shell.MavenCommand;
import io.github.mavenhardening.core.shell.PosixShells;
import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Commands that run what the files of a project say: build files, plugins, hooks, install scripts, and configurations that are
 * code or name some.
 *
 * @see <a href="https://boostsecurityio.github.io/lotp/">Living off the pipeline, which lists such tools</a>
 */
final class BuildCommand {

    /** Those that do it whatever they are asked for. */
    private static final Set<String> TOOLS = Set.of(
            ("make gmake cmake ctest ninja meson scons autoreconf waf b2 xmake bazel bazelisk buck buck2 pants please"
                            + " qmake premake5 gyp gn tup redo mage"
                            + " ant sbt mill lein ammonite clojure clj scala-cli jbang"
                            + " rake rails rspec rubocop fastlane jekyll thor"
                            + " tox nox pytest invoke asv mypy pylint mkdocs sphinx-build mdformat maturin"
                            + " nose2 behave robot locust mutmut pyinstaller papermill pip-compile pip-sync flake8 sqlfluff"
                            + " ansible-lint molecule jupyter-book pdoc"
                            + " npx pnpx bunx nx lerna turbo gulp grunt webpack vite rollup tsc ng next nuxt astro gatsby"
                            + " eslint prettier stylelint commitlint lint-staged jest vitest mocha ava karma cypress wdio"
                            + " xo tslint textlint markdownlint-cli2 remark cspell knip ncu danger lhci size-limit spectral redocly"
                            + " parcel babel svgo postcss tailwindcss storybook rush moon nps jake release-it semantic-release"
                            + " standard-version nuxi vue-cli-service quasar docusaurus vuepress eleventy hexo gridsome antora"
                            + " ember ionic expo"
                            + " phpunit phpstan psalm pest codecept phing php-cs-fixer"
                            + " prove busted carthage act"
                            + " msbuild xcodebuild cross wasm-pack rebar3 mix stack cabal dune dub shards nimble"
                            + " just task pre-commit lefthook bats earthly tilt skaffold docker-compose"
                            + " golangci-lint goreleaser sonar-scanner checkov tflint gomplate"
                            + " terragrunt helmfile ansible-playbook cdk serverless sls nix-build"
                            + " cibuildwheel snakemake latexmk snapcraft pio platformio idf.py"
                            + " playwright fab doit cdktf esy chromatic go-task shellspec invoke-build invoke-psake")
                    .split(" ", -1));

    /** By tool, what it is asked for when it does; the empty word is to be asked for nothing. */
    private static final Map<String, Set<String>> VERBS = Map.ofEntries(
            verbs(
                    "cargo",
                    "build b check c test t run r cinstall cbuild bench doc rustdoc rustc clippy install fix package publish"
                            + " nextest llvm-cov tarpaulin miri hack xtask make ndk tauri semver-checks fmt fetch metadata tree insta"
                            + " expand zigbuild careful leptos fuzz criterion mutants bloat udeps apk component contract"
                            + " public-api workspaces release dist"),
            verbs("go", "generate run test"),
            verbs("dotnet", "build test run restore publish pack msbuild format cake ef"),
            verbs("nuget", "restore pack"),
            verbs("nim", "c cpp js r compile"),
            verbs("tree-sitter", "generate build test"),
            verbs("k6", "run"),
            verbs("artillery", "run"),
            verbs("poetry", "install run build sync"),
            verbs("pdm", "install run build sync"),
            verbs("uv", "install run build sync pip"),
            verbs("hatch", "install run build test sync"),
            verbs("pipenv", "install run sync"),
            verbs("coverage", "run"),
            verbs("terraform", "init plan apply test"),
            verbs("tofu", "init plan apply test"),
            verbs("pulumi", "up preview"),
            verbs("packer", "build init"),
            verbs("dagger", "call run"),
            verbs("werf", "build converge publish"),
            verbs("pack", "build"),
            verbs("s2i", "build"),
            verbs("buildah", "bud build"),
            verbs("nerdctl", "build compose"),
            verbs("img", "build"),
            verbs("snyk", "test monitor"),
            verbs("buf", "generate"),
            verbs("direnv", "allow exec reload"),
            verbs("changeset", "version publish"),
            verbs("cordova", "build compile prepare run"),
            verbs("rye", "run test build sync"),
            verbs("pixi", "run"),
            verbs("crystal", "spec run build tool"),
            verbs("vagrant", "up"),
            verbs("sam", "build"),
            verbs("swift", "build test run package"),
            verbs("flutter", "build test run drive"),
            verbs("dart", "run test"),
            verbs("deno", "task test bench"),
            verbs("zig", "build test run"),
            verbs("pod", "install update"),
            verbs("conan", "install build create"),
            verbs("luarocks", "make build test"),
            verbs("devbox", "run shell"),
            verbs("mise", "run"),
            verbs("ct", "lint lint-and-install"),
            verbs("opam", "install"),
            verbs("quarto", "render preview publish"),
            verbs("dvc", "repro exp"),
            verbs("nextflow", "run"),
            verbs("west", "build"),
            verbs("vercel", "build dev"),
            verbs("firebase", "deploy emulators:exec emulators:start"),
            verbs("wrangler", "deploy publish dev"));

    private static final Set<String> NODE_TOOLS = Set.of("npm", "pnpm", "yarn", "bun");
    private static final Set<String> NODE_QUIET =
            Set.of("config", "view", "info", "cache", "whoami", "version", "audit", "set", "get", "add", "global");
    /** What npm only tells of packages; the others run plugins of the project. */
    private static final Set<String> NPM_QUIET = Set.of(
            ("ls list ll la outdated search root prefix bin login logout explain why fund dist-tag deprecate owner access"
                            + " token ping star doctor docs home repo bugs pkg help")
                    .split(" ", -1));

    /**
     * Options with a value that may stand before what docker, podman, buildx or compose are asked for.
     *
     * @see <a href="https://docs.docker.com/reference/cli/docker/">Docker's command line</a>
     * @see <a href="https://docs.docker.com/reference/cli/docker/compose/">Docker Compose's</a>
     */
    private static final Set<String> OF_DOCKER = Set.of(
            ("--config -c --context -H --host -l --log-level --tlscacert --tlscert --tlskey --connection --url --root --runroot"
                            + " --builder --ansi --env-file -f --file --parallel --profile --progress --project-directory -p"
                            + " --project-name")
                    .split(" ", -1));
    /** Packages that are files or folders, not addresses. */
    private static final Pattern PACKAGE_FILE =
            Pattern.compile("(?!-)(?!.*://)(?:.{0,300}\\.(?:whl|tar\\.gz|tgz|zip|gem|deb|rpm)|.{1,300}/.{0,300})");

    /** A package for npm that is a file or a folder, or that nobody knows before it runs. */
    private static final Pattern OWN_PACKAGE = Pattern.compile("(?:\\.|/|~|file:|\\$).{0,300}|.{0,300}\\.tgz");

    /** Letters of options by which tar unpacks. */
    private static final Pattern EXTRACTS = Pattern.compile("-[a-zA-Z]{0,20}x[a-zA-Z]{0,20}");
    /** Those by which it leaves the names of files absolute. */
    private static final Pattern ABSOLUTE = Pattern.compile("-[a-zA-Z]{0,20}P[a-zA-Z]{0,20}");
    /** Options of reviewdog that name the format of what it reads. */
    private static final Pattern FORMAT = Pattern.compile("-{1,2}e?fm?(?:=.{0,200})?");
    /** Those by which unzip follows {@code ../}. */
    private static final Pattern ANYWHERE = Pattern.compile("-[a-zA-Z]{0,20}:[a-zA-Z]{0,20}");

    private BuildCommand() {}

    private static Map.Entry<String, Set<String>> verbs(String tool, String verbs) {
        return Map.entry(tool, Set.of(verbs.split(" ", -1)));
    }

    /** Whether a command builds, or runs a tool that the files of its folder configure. */
    static boolean is(ShellCommand command) {
        String name = command.name();
        String verb = command.operand(0);
        Optional<MavenCommand> maven = MavenCommand.of(command);
        if (maven.isPresent()) {
            return !maven.get().goals().isEmpty() || command.arguments().isEmpty();
        }
        if (GradleCommand.of(command).isPresent() || TOOLS.contains(name)) {
            return true;
        }
        if (NODE_TOOLS.contains(name)) {
            boolean isQuiet = NODE_QUIET.contains(verb) || (name.equals("npm") && NPM_QUIET.contains(verb));
            // It runs scripts around a version that it sets, and none where it tells those that there are.
            boolean setsVersion = verb.equals("version") && !command.operand(1).isEmpty();
            return (!isQuiet || setsVersion)
                    && !installsElsewhere(command)
                    && !command.has("--ignore-scripts")
                    && (name.equals("yarn") || !verb.isEmpty());
        }
        Set<String> verbs = VERBS.get(name);
        if (verbs != null) {
            return verbs.contains(verb);
        }
        return switch (name) {
            case "bundle", "composer" ->
                Set.of("", "install", "exec", "update", "run-script", "run").contains(verb);
            case "uvx", "corepack" -> is(Runners.inner(command));
            case "conda", "mamba", "micromamba" ->
                verb.equals("env") && Set.of("create", "update").contains(command.operand(1));
            // Where it is given no format, its configuration names commands.
            case "reviewdog" -> !command.hasMatch(FORMAT);
            case "xargs" -> givesFiles(command, command.arguments());
            case "find" -> givesFiles(command, behind(command, "-exec", "-execdir"));
            case "sed", "gsed", "awk", "gawk" -> command.has("-f");
            // A file whose name is an option has it run another.
            case "tar", "bsdtar", "gtar" -> command.has("*") || leavesFolder(command);
            case "rsync", "zip" -> command.has("*");
            case "unzip" -> command.hasMatch(ANYWHERE);
            case "jupyter" -> verb.equals("execute") || (verb.equals("nbconvert") && command.has("--execute"));
            case "hab" ->
                Set.of("pkg", "studio").contains(verb) && command.operand(1).equals("build");
            case "jupyter-nbconvert" -> command.has("--execute");
            case "kustomize" -> command.has("--enable-exec") || command.has("--enable-alpha-plugins");
            case "pip", "pip3" -> (verb.equals("install") || verb.equals("wheel")) && installsFiles(command);
            case "gem" -> verb.equals("build") || (verb.equals("install") && namesPackage(command));
            case "dpkg", "rpm" -> command.has("-i") && namesPackage(command);
            case "apt", "apt-get", "dnf", "yum" -> verb.equals("install") && namesPackage(command);
            case "docker", "podman" -> buildsImage(command);
            case "netlify" -> Set.of("build", "dev").contains(verb) || command.has("--build");
            case "gcloud" -> verb.equals("builds") && command.operand(1).equals("submit");
            // It begins with the profile that lies where it is started.
            case "r", "rscript" -> !command.has("--vanilla") && !command.has("--no-init-file");
            case "julia" -> command.arguments().stream().anyMatch(word -> word.startsWith("--project"));
            case "nix" ->
                (Set.of("develop", "run", "build", "shell").contains(verb)
                                || (verb.equals("flake") && command.operand(1).equals("check")))
                        && isOwnFlake(command);
            case "nix-shell" -> !command.has("-p") && !command.has("--packages");
            default -> false;
        };
    }

    /** Whether npm puts packages of a registry among the machine's programs: of the project it does not even read the settings then. */
    private static boolean installsElsewhere(ShellCommand command) {
        return command.name().equals("npm")
                && (command.has("-g") || command.has("--global"))
                && Set.of("install", "i").contains(command.operand(0))
                && !command.operand(1).isEmpty()
                && !command.hasMatch(OWN_PACKAGE);
    }

    private static boolean buildsImage(ShellCommand command) {
        String verb = command.operand(0, OF_DOCKER);
        return verb.equals("build")
                || verb.equals("load")
                || (Set.of("buildx", "compose").contains(verb)
                        && Set.of("build", "b", "bake", "up", "run", "create", "watch")
                                .contains(command.operand(1, OF_DOCKER)));
    }

    /** The words behind the first of the options that is given; none where none is. */
    private static List<String> behind(ShellCommand command, String... options) {
        for (String option : options) {
            int at = command.arguments().indexOf(option);
            if (at >= 0) {
                return command.arguments().subList(at + 1, command.arguments().size());
            }
        }
        return List.of();
    }

    /** Whether the program among the words runs the files that it is given, or is a tool. */
    private static boolean givesFiles(ShellCommand command, List<String> words) {
        for (String word : words) {
            if (TOOLS.contains(word) || (PosixShells.isOne(word) && !command.has("-c"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an archive is unpacked that may write a program anywhere, in place of one that runs next. */
    private static boolean leavesFolder(ShellCommand command) {
        boolean extracts = command.has("--extract") || command.has("--get") || command.hasMatch(EXTRACTS);
        return extracts && (command.has("--absolute-names") || command.hasMatch(ABSOLUTE));
    }

    private static boolean installsFiles(ShellCommand command) {
        for (String word : command.arguments()) {
            if (word.equals(".") || word.startsWith(".[") || word.matches("-[er].*|--editable.*|--requirement.*")) {
                return true;
            }
        }
        return namesPackage(command);
    }

    /** Whether a package is named by its file or folder. */
    private static boolean namesPackage(ShellCommand command) {
        String before = "";
        for (String word : command.arguments()) {
            // An option may name a file of another kind.
            if (!before.startsWith("-") && PACKAGE_FILE.matcher(word).matches()) {
                return true;
            }
            before = word.equals("-i") || word.equals("-y") || word.equals("--yes") ? "" : word;
        }
        return false;
    }

    /** Whether no flake of elsewhere is named. */
    private static boolean isOwnFlake(ShellCommand command) {
        for (String word : command.arguments()) {
            if (word.startsWith("nixpkgs#") || (!word.startsWith("-") && word.contains(":"))) {
                return false;
            }
        }
        return true;
    }
}
