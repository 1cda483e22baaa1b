package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands that publish to a registry with trusted publishing: those of Python, npm, Rust, Ruby and .NET. (Maven
 * Central has none.)
 */
public final class PublishCommands {

    /** By program, the sub-command that publishes. */
    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("uv", "publish"),
            Map.entry("hatch", "publish"),
            Map.entry("pdm", "publish"),
            Map.entry("poetry", "publish"),
            Map.entry("npm", "publish"),
            Map.entry("pnpm", "publish"),
            Map.entry("yarn", "publish"),
            Map.entry("bun", "publish"),
            Map.entry("cargo", "publish"),
            Map.entry("twine", "upload"),
            Map.entry("gem", "push"),
            Map.entry("nuget", "push"),
            Map.entry("nuget.exe", "push"));

    /** Words between a program and its sub-command that only say on what, or by which plugin. */
    private static final Set<String> BETWEEN = Set.of("npm", "hack", "release", "workspaces", "foreach");

    /** Programs that run a project's scripts by name: one that is named as their sub-command does what that does. */
    private static final Set<String> SCRIPT_RUNNERS = Set.of("npm", "pnpm", "yarn", "bun", "poetry", "pdm", "hatch");

    private static final Set<String> RUN = Set.of("run", "run-script");

    private static final Set<String> WITH_VALUE =
            Set.of("--filter", "-F", "--cwd", "--prefix", "-C", "--dir", "--directory", "--with", "--project");
    private static final Pattern PYTHON = Pattern.compile("python(3(\\.\\d{1,2})?)?(\\.exe)?");
    private static final Pattern TWINE = Pattern.compile("twine(==[\\w.]{1,30}|@[\\w.]{1,30})?");

    /** Options that name the registry by its address. */
    private static final String[] ADDRESS_OPTIONS = {
        "--registry", "--repository-url", "--publish-url", "--host", "--source"
    };

    private static final Pattern ADDRESS = Pattern.compile("https?://([\\w.-]{1,253})(:\\d{1,5})?(/.*)?");

    /** The hosts of the registries that take a workflow's identity. */
    private static final Pattern REGISTRY =
            Pattern.compile("(?i)(?:[\\w-]{1,60}\\.)?(?:npmjs|yarnpkg|pypi|crates|rubygems|nuget)\\.[a-z]{2,10}");

    private PublishCommands() {}

    /** Whether a command publishes to a registry that takes identities, and not only tries to. */
    public static boolean publishes(ShellCommand command) {
        List<String> arguments = command.arguments();
        boolean dry = arguments.contains("--dry-run") || (command.path().equals("cargo") && arguments.contains("-n"));
        List<String> words = Arguments.operands(command.words(), WITH_VALUE);
        return !dry && (isPublishing(words) || isPublishing(unwrapped(words))) && !isElsewhere(command);
    }

    /** Whether the registry is named by an address that is another's; one that only a run knows can be any. */
    private static boolean isElsewhere(ShellCommand command) {
        for (String given : command.values(ADDRESS_OPTIONS)) {
            Matcher address = ADDRESS.matcher(given);
            if (address.matches() && !REGISTRY.matcher(address.group(1)).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPublishing(List<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        String program = TWINE.matcher(words.get(0)).matches() ? "twine" : words.get(0);
        String verb = VERBS.get(program);
        int next = 1;
        while (next < words.size()
                && (BETWEEN.contains(words.get(next)) || words.get(next).startsWith("+"))) {
            next++;
        }
        if (SCRIPT_RUNNERS.contains(program) && next < words.size() && RUN.contains(words.get(next))) {
            next++;
        }
        if (program.equals("yarn") && next + 1 < words.size() && words.get(next).equals("workspace")) {
            return isPublishing(join("yarn", words.subList(next + 2, words.size())));
        }
        return verb != null && next < words.size() && words.get(next).equals(verb);
    }

    /** The program that a runner of programs runs, where the command is one. */
    private static List<String> unwrapped(List<String> words) {
        if (words.size() < 2) {
            return words;
        }
        String program = words.get(0);
        List<String> rest = words.subList(1, words.size());
        if (program.equals("uvx") || program.equals("bunx") || program.equals("npx") || isModule(program, rest)) {
            return rest;
        }
        boolean runs = (program.equals("pipx")
                        || program.equals("uv")
                        || program.equals("poetry")
                        || program.equals("pdm")
                        || program.equals("hatch"))
                && rest.get(0).equals("run");
        boolean executes = (program.equals("bundle") && rest.get(0).equals("exec"))
                || (program.equals("dotnet") && rest.get(0).equals("nuget"));
        if (program.equals("dotnet") && executes) {
            return rest;
        }
        return runs || executes ? rest.subList(1, rest.size()) : words;
    }

    private static boolean isModule(String program, List<String> rest) {
        return PYTHON.matcher(program).matches() && TWINE.matcher(rest.get(0)).matches();
    }

    private static List<String> join(String first, List<String> rest) {
        List<String> joined = new ArrayList<>(List.of(first));
        joined.addAll(rest);
        return joined;
    }
}
