package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.shell.PosixShells;
import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a command starts: the program behind {@code uv run} or {@code npx}, or what a container runs.
 *
 * @param commands what is started, the commands of a program that a shell is given among it
 * @param isInContainer whether that runs in a container, which has package sources of its own
 */
record StartedCommands(List<ShellCommand> commands, boolean isInContainer) {

    private static final Set<String> GO_RUNS = Set.of("run", "tool");
    /** How many commands are followed that start one another. */
    private static final int DEPTH = 3;

    StartedCommands {
        commands = List.copyOf(commands);
    }

    static StartedCommands of(ShellCommand command) {
        ShellCommand container = Runners.ofImage(command);
        boolean isInContainer = container.words().size() < command.words().size();
        List<ShellCommand> commands = new ArrayList<>();
        if (isInContainer) {
            // What stands behind the image is what it runs, unless the entry point is named before.
            boolean isNamed = command.words().stream().anyMatch(word -> word.startsWith("--entrypoint"));
            ShellCommand run = isNamed || container.arguments().isEmpty()
                    ? container
                    : new ShellCommand(
                            container.arguments(),
                            command.assignments(),
                            command.pipeline(),
                            command.from(),
                            command.to());
            add(run, commands);
        } else {
            add(command, commands);
        }
        commands.remove(command);
        return new StartedCommands(commands, isInContainer);
    }

    /** Adds a command, those of the program that it gives to a shell, and what it runs. */
    private static void add(ShellCommand command, List<ShellCommand> commands) {
        ShellCommand last = command;
        // Silent: what more of them would start is rare.
        for (int i = 0; i < DEPTH; i++) {
            commands.add(last);
            if (PosixShells.isOne(last.name())) {
                // Silent: of a program that is too long, what was read is looked at.
                PosixShells.program(last)
                        .ifPresent(program -> commands.addAll(
                                ShellScript.of(program, Shell.POSIX).commands()));
                return;
            }
            boolean isGo = last.name().equals("go") && GO_RUNS.contains(last.operand(0));
            ShellCommand inner = isGo ? ofGo(last) : Runners.inner(last);
            if (inner.words().size() >= last.words().size()) {
                return;
            }
            last = inner;
        }
    }

    /** The tool that Go runs, by its own name: {@code go run example.org/a/cmd/check@v1 ./...} is {@code check ./...}. */
    private static ShellCommand ofGo(ShellCommand command) {
        List<String> words = command.words();
        int at = words.indexOf(command.operand(0)) + 1;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at++;
        }
        List<String> inner = new ArrayList<>(words.subList(at, words.size()));
        if (inner.isEmpty()) {
            return command;
        }
        String module = inner.get(0).split("@", 2)[0];
        inner.set(0, module.substring(module.lastIndexOf('/') + 1));
        return inner.get(0).isEmpty()
                ? command
                : new ShellCommand(inner, command.assignments(), command.pipeline(), command.from(), command.to());
    }
}
