package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.shell.PosixShells;
import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a command starts: the program behind {@code uv run} or {@code npx}, or what a container runs.
 *
 * @param commands what is started, the commands of a program that a shell is given among it
 * @param isInContainer whether that runs in a container, which has package sources of its own
 */
record StartedCommands(List<ShellCommand> commands, boolean isInContainer) {

    private static final Pattern SHELL_PROGRAM = Pattern.compile("-[a-z]{0,6}c");
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
        for (int i = 0; i < DEPTH; i++) {
            commands.add(last);
            if (PosixShells.isOne(last.name())) {
                program(last, commands);
                return;
            }
            ShellCommand inner = Runners.inner(last);
            if (inner.words().size() >= last.words().size()) {
                return;
            }
            last = inner;
        }
    }

    private static void program(ShellCommand shell, List<ShellCommand> commands) {
        List<String> words = shell.words();
        for (int i = 1; i + 1 < words.size(); i++) {
            if (SHELL_PROGRAM.matcher(words.get(i)).matches()) {
                // Silent: of a program that is too long, what was read is looked at.
                commands.addAll(ShellScript.of(words.get(i + 1), Shell.POSIX).commands());
                return;
            }
        }
    }
}
