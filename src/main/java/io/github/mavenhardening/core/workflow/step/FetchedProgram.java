package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.RepositorySlug;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that is fetched, and run or installed, by one command: {@code npx ADDRESS}, {@code go run MODULE@latest}, {@code pip install
 * ADDRESS}.
 *
 * @param address where it comes from
 * @param isInstalled whether it is left to later commands to run it
 */
record FetchedProgram(String address, boolean isInstalled) {

    private static final Set<String> NPX = Set.of("npx", "bunx", "uvx");
    private static final Set<String> NODE = Set.of("npm", "pnpm", "yarn", "bun");
    private static final Set<String> NODE_RUNS = Set.of("exec", "x", "dlx");
    private static final Set<String> NODE_INSTALLS = Set.of("install", "i", "add");
    private static final Set<String> RUNS = Set.of("pipx", "deno", "uv");
    private static final Set<String> INSTALLS = Set.of("pip", "pip3", "pipx", "cargo", "deno");
    private static final Set<String> SYSTEM = Set.of("dnf", "yum", "zypper");
    private static final Pattern RPM_INSTALLS =
            Pattern.compile("-[a-zA-Z]{0,5}[iUF][a-zA-Z]{0,5}|--(?:install|upgrade|freshen)");
    /** A package by its address, which no registry keeps as it is. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[\\w.\\[\\]-]{1,100}\\s{0,5}@\\s{0,5})?(?:https?://|git\\+|git://|github:|gitlab:).{1,500}");

    /** Options whose value is where packages are looked up, or where what they need comes from. */
    private static final Set<String> LOOKED_UP = Set.of(
            "-i",
            "--index-url",
            "--extra-index-url",
            "-f",
            "--find-links",
            "--registry",
            "--index",
            "--proxy",
            "--trusted-host",
            "-c",
            "--constraint",
            "--default-index");
    /** Further options of what runs a program whose value is the next word. */
    private static final Set<String> VALUED = Set.of(
            "-p",
            "--package",
            "--from",
            "--spec",
            "--with",
            "--with-editable",
            "--with-requirements",
            "--python",
            "--directory",
            "--project",
            "--env-file",
            "--extra",
            "--group",
            "--config");
    /** A Go module at a version that moves. */
    private static final Pattern FLOATING = Pattern.compile(".{1,500}@(?:latest|upgrade|main|master|HEAD)");

    /** What stays the same: a commit, a checksum, the commit of the run. */
    private static final Pattern FIXED = Pattern.compile("[0-9a-fA-F]{40}|[0-9a-fA-F]{64}|(?i:\\bsha\\b|_sha\\b)");

    private static final Pattern CLONE =
            Pattern.compile("github(?:\\.com[/:]|:)([\\w.-]{1,100}/[\\w.-]{1,100}?)(?:\\.git)?(?:[@#].*)?$");

    /** Whether an address is that of a repository as a whole, at whatever branch or tag: {@code git+https://github.com/OWNER/NAME@main}. */
    static boolean isClone(String address, RepositorySlug repository) {
        Matcher clone = CLONE.matcher(address);
        return clone.find() && clone.group(1).equalsIgnoreCase(repository.toString());
    }

    /** What a command fetches and runs or installs; empty where it does not, or only what stays the same. */
    static Optional<FetchedProgram> of(ShellCommand command) {
        ShellCommand run = ofPython(command);
        String name = run.name();
        String first = run.operand(0);
        boolean runs = NPX.contains(name)
                || (NODE.contains(name) && NODE_RUNS.contains(first))
                || (RUNS.contains(name) && first.equals("run"));
        boolean installs = (NODE.contains(name) && NODE_INSTALLS.contains(first))
                || (INSTALLS.contains(name) && first.equals("install"))
                || (name.equals("uv")
                        && Set.of("pip", "tool").contains(first)
                        && run.operand(1).equals("install"));
        // Their scripts run as root, and a signature is not asked for of a package by its address.
        boolean ofSystem = (name.equals("rpm") && run.hasMatch(RPM_INSTALLS))
                || (SYSTEM.contains(name) && first.equals("install"));
        boolean ofGo = name.equals("go") && Set.of("run", "install").contains(first);
        if (!runs && !installs && !ofGo && !ofSystem) {
            return Optional.empty();
        }
        Pattern loose = ofGo ? FLOATING : ADDRESS;
        Optional<String> address = Optional.empty();
        List<String> words = run.arguments();
        int end = runs ? Math.min(words.size(), program(words, NPX.contains(name) ? 0 : 1) + 1) : words.size();
        for (int i = 0; i < end; i++) {
            String word = words.get(i);
            if (FIXED.matcher(word).find()) {
                return Optional.empty();
            }
            boolean isLookedUp = i > 0 && !ofSystem && LOOKED_UP.contains(words.get(i - 1));
            if (address.isEmpty() && !isLookedUp && loose.matcher(word).matches()) {
                address = Optional.of(word);
            }
        }
        return address.map(found -> new FetchedProgram(found, installs || (ofGo && first.equals("install"))));
    }

    /** Where the program stands that is run, behind so many operands: what comes after it is for that. */
    private static int program(List<String> words, int behind) {
        int operands = 0;
        for (int i = 0; i < words.size(); i++) {
            String before = i == 0 ? "" : words.get(i - 1);
            if (!words.get(i).startsWith("-") && !VALUED.contains(before) && !LOOKED_UP.contains(before)) {
                if (operands == behind) {
                    return i;
                }
                operands++;
            }
        }
        return words.size();
    }

    /** {@code python -m pip} is {@code pip}. */
    private static ShellCommand ofPython(ShellCommand command) {
        return command.has("-m") ? Runners.inner(command) : command;
    }
}
