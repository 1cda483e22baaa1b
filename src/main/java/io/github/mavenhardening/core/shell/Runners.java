package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Programs that run another program of a package: {@code npx semantic-release}, {@code python -m twine upload}. */
public final class Runners {

    /** By program, the sub-commands after which the other's words stand; an empty one where they stand at once. */
    private static final Map<String, Set<String>> SUB_COMMANDS = Map.ofEntries(
            Map.entry("npx", Set.of("")),
            Map.entry("bunx", Set.of("")),
            Map.entry("uvx", Set.of("")),
            Map.entry("npm", Set.of("exec", "x")),
            Map.entry("corepack", Set.of("")),
            Map.entry("pnpm", Set.of("exec", "dlx")),
            Map.entry("yarn", Set.of("exec", "dlx")),
            Map.entry("bun", Set.of("x")),
            Map.entry("go", Set.of("run", "tool")),
            Map.entry("pipx", Set.of("run")),
            Map.entry("uv", Set.of("run")),
            Map.entry("poetry", Set.of("run")),
            Map.entry("pdm", Set.of("run")),
            Map.entry("hatch", Set.of("run")),
            Map.entry("lerna", Set.of("exec")),
            Map.entry("bundle", Set.of("exec")));

    /** Programs of packages that these run by their names alone, as if they were sub-commands. */
    private static final Set<String> NODE = Set.of("pnpm", "yarn", "bun");

    private static final Set<String> BINARIES = Set.of(
            "changeset",
            "lerna",
            "semantic-release",
            "multi-semantic-release",
            "release-it",
            "nx",
            "vsce",
            "ovsx",
            "wrangler");

    /** Programs that run what stands behind their dashes with the secrets or tools that they bring. */
    private static final Set<String> SETTERS =
            Set.of("op", "doppler", "infisical", "dotenvx", "dotenv", "mise", "chamber", "aws-vault");

    /** Options whose value is the next word. */
    private static final Set<String> WITH_VALUE =
            Set.of("-p", "--package", "--from", "--with", "--python", "--spec", "-modfile");

    /** Those of {@code xargs}. */
    public static final Set<String> XARGS_WITH_VALUE = Set.of("-I", "-n", "-P", "-d", "-L", "-a", "-s");

    /** Options of {@code yarn workspaces foreach} whose value is the next word. */
    private static final Set<String> FOREACH_WITH_VALUE = Set.of("-j", "--jobs", "--include", "--exclude", "--from");

    private static final Pattern PYTHON = Pattern.compile("py|python[0-9.]{0,5}");
    /** What stands behind a Go program's name in the path of its module. */
    private static final Pattern MODULE_MAJOR = Pattern.compile("/v\\d{1,3}$");

    private static final Pattern PACKAGE_VERSION = Pattern.compile("(?<=.)(@|==)[^/]{0,60}$");

    private Runners() {}

    /** Whether a program of that name may run another, or a container. */
    public static boolean isOne(String name) {
        return SUB_COMMANDS.containsKey(name)
                || ContainerCommand.isOne(name)
                || SETTERS.contains(name)
                || name.equals("xargs")
                || name.equals("nix")
                || (name.startsWith("py") && PYTHON.matcher(name).matches());
    }

    /** The command that another runs; the command itself where it runs none. */
    public static ShellCommand inner(ShellCommand command) {
        List<String> words = command.words();
        int at = 1;
        if (PYTHON.matcher(command.name()).matches()) {
            int module = words.indexOf("-m");
            return module > 0 ? from(module + 1, command) : command;
        }
        if (command.name().equals("yarn")) {
            Optional<ShellCommand> ofWorkspace = ofWorkspace(command);
            if (ofWorkspace.isPresent()) {
                return ofWorkspace.get();
            }
        }
        if (SETTERS.contains(command.name())) {
            int dashes = words.indexOf("--");
            return dashes > 0 ? from(dashes + 1, command) : command;
        }
        if (command.name().equals("xargs")) {
            return from(Arguments.behindOptions(1, words, XARGS_WITH_VALUE), command);
        }
        if (command.name().equals("nix")) {
            int option = Math.max(words.indexOf("-c"), words.indexOf("--command"));
            return option > 0 ? from(option + 1, command) : command;
        }
        boolean isTool = command.name().equals("uv") && command.operand(0).equals("tool");
        String first = command.operand(isTool ? 1 : 0);
        if (NODE.contains(command.name()) && BINARIES.contains(first)) {
            return from(words.indexOf(first), command);
        }
        Set<String> subCommands = SUB_COMMANDS.getOrDefault(command.name(), Set.of());
        if (!subCommands.contains("")) {
            if (!subCommands.contains(first)) {
                return command;
            }
            at = words.indexOf(first) + 1;
        }
        return from(Arguments.behindOptions(at, words, WITH_VALUE), command);
    }

    /** What yarn runs in one workspace or in all: {@code yarn workspaces foreach -pt npm publish}. */
    private static Optional<ShellCommand> ofWorkspace(ShellCommand command) {
        List<String> words = command.words();
        boolean isOne = command.operand(0).equals("workspace");
        boolean isAll =
                command.operand(0).equals("workspaces") && command.operand(1).equals("foreach");
        int at = words.indexOf(isOne ? "workspace" : "foreach") + (isOne ? 2 : 1);
        if (!isOne && !isAll) {
            return Optional.empty();
        }
        while (at < words.size() && words.get(at).startsWith("-")) {
            if (words.get(at).equals("-n") || words.get(at).equals("--dry-run")) {
                return Optional.empty();
            }
            at += FOREACH_WITH_VALUE.contains(words.get(at)) ? 2 : 1;
        }
        if (at >= words.size()) {
            return Optional.empty();
        }
        return Optional.of(command.starting(command.path(), words.subList(at, words.size())));
    }

    private static ShellCommand from(int at, ShellCommand command) {
        List<String> words = command.words();
        if (at >= words.size() || words.get(at).isEmpty()) {
            return command;
        }
        String program =
                PACKAGE_VERSION.matcher(words.get(at)).replaceFirst("").replace("@changesets/cli", "changeset");
        return command.starting(MODULE_MAJOR.matcher(program).replaceFirst(""), words.subList(at + 1, words.size()));
    }
}
