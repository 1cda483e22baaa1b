package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A program that is fetched and run by one command: {@code npx ADDRESS}, {@code go run MODULE@latest}. */
final class FetchedProgram {

    private static final Set<String> NPX = Set.of("npx", "bunx", "uvx");
    private static final Set<String> NODE = Set.of("npm", "pnpm", "yarn");
    private static final Set<String> NODE_RUNS = Set.of("exec", "x", "dlx");
    /** A package by its address, which no registry keeps as it is. */
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|git\\+|git://|github:|gitlab:).{1,500}");
    /** A Go module at a version that moves. */
    private static final Pattern FLOATING = Pattern.compile(".{1,500}@(?:latest|upgrade|main|master|HEAD)");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}|[0-9a-fA-F]{64}");

    private FetchedProgram() {}

    /** Where a command fetches the program from that it runs; empty where it runs none, or one that stays the same. */
    static Optional<String> of(ShellCommand command) {
        String name = command.name();
        String first = command.operand(0);
        boolean node = NPX.contains(name)
                || (NODE.contains(name) && NODE_RUNS.contains(first))
                || ((name.equals("pipx") || name.equals("deno")) && first.equals("run"));
        boolean go = name.equals("go") && first.equals("run");
        if (node || go) {
            Pattern loose = go ? FLOATING : ADDRESS;
            for (String word : command.arguments()) {
                if (loose.matcher(word).matches() && !COMMIT.matcher(word).find()) {
                    return Optional.of(word);
                }
            }
        }
        return Optional.empty();
    }
}
