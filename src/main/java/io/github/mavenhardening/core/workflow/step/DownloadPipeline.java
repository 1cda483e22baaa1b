package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of a pipeline decides whether what runs in it was downloaded. */
final class DownloadPipeline {

    private static final Set<String> PRINTERS = Set.of("echo", "printf");

    private Optional<ShellCommand> load = Optional.empty();
    private final List<String> printed = new ArrayList<>();
    /** Shells that run what flows into them. */
    private final List<ShellCommand> shells = new ArrayList<>();

    private boolean interactive;
    private boolean verified;

    /**
     * Takes in its next command.
     *
     * @param verifies whether that compares something
     */
    void add(ShellCommand command, boolean verifies) {
        if (load.isEmpty() && DownloadCommand.loads(command) && DownloadCommand.isLoose(command.words())) {
            load = Optional.of(command);
        }
        if (PRINTERS.contains(command.name())) {
            printed.addAll(command.arguments());
        }
        if (RemoteShell.isBare(command)) {
            shells.add(command);
        }
        interactive |= RemoteShell.isInteractive(command);
        verified |= verifies;
    }

    /** Whether a shell runs what a command of it prints. */
    boolean isShellBehind(ShellCommand command) {
        for (ShellCommand shell : shells) {
            if (shell.from() > command.from()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a shell in it asks for commands. */
    boolean isInteractive() {
        return interactive;
    }

    /** What is downloaded into it. */
    Optional<ShellCommand> load() {
        return load;
    }

    /** What commands print that stand in it. */
    List<String> printed() {
        return printed;
    }

    /** What flows through it and is compared with nothing on the way. */
    Optional<ShellCommand> unverified() {
        return verified ? Optional.empty() : load;
    }
}
