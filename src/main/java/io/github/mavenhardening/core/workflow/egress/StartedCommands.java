package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.shell.ContainerCommand;
import io.github.mavenhardening.core.shell.PosixShells;
import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command starts: the program behind {@code uv run} or {@code npx}, or what a container runs.
 *
 * @param commands what is started, the commands of a program that a shell is given among it
 * @param isInContainer whether that runs in a container, which has package sources of its own
 */
record StartedCommands(List<ShellCommand> commands, boolean isInContainer) {

    /** How many commands are followed that start one another. */
    private static final int DEPTH = 3;

    StartedCommands {
        commands = List.copyOf(commands);
    }

    static StartedCommands of(ShellCommand command) {
        Optional<ContainerCommand> container = ContainerCommand.of(command);
        List<ShellCommand> commands = new ArrayList<>();
        add(container.map(each -> each.program().orElse(each.image())).orElse(command), commands);
        commands.remove(command);
        return new StartedCommands(commands, container.isPresent());
    }

    /** Adds a command, those of the program that it gives to a shell, and what it runs. */
    private static void add(ShellCommand command, List<ShellCommand> commands) {
        ShellCommand last = command;
        // Silent: what more of them would start is rare.
        for (int i = 0; i < DEPTH; i++) {
            commands.add(last);
            if (PosixShells.isOne(last.name())) {
                // Silent: of a program that is too long, what was read is looked at.
                PosixShells.commands(last).ifPresent(commands::addAll);
                return;
            }
            ShellCommand inner = Runners.inner(last);
            if (inner.words().size() >= last.words().size()) {
                return;
            }
            last = inner;
        }
    }
}
