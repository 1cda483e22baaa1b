package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where commands are looked for by their names, and what an outsider has laid there. */
final class SearchPath {

    /** Folders in which runners look for commands. */
    private static final Set<String> FOLDERS =
            Set.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "$HOME/.local/bin");

    private static final String VARIABLE = "PATH=";
    private static final Set<String> ITSELF = Set.of("", "$PATH", "${PATH}");

    private final Map<String, Outside> programs = new HashMap<>();

    /** Takes in that a file of an outsider is copied, perhaps to one of the folders. */
    void take(FileCopies.Copy copy, Outside whose) {
        boolean isFolder = FOLDERS.contains(copy.to());
        String path = isFolder ? copy.from() : copy.to();
        int name = path.lastIndexOf('/') + 1;
        if (isFolder || FOLDERS.contains(path.substring(0, Math.max(0, name - 1)))) {
            programs.put(path.substring(name), whose);
        }
    }

    /** Whose program a command runs that is found by its name, where it is an outsider's. */
    Optional<Outside> program(ShellCommand command) {
        return programs.isEmpty() ? Optional.empty() : Optional.ofNullable(programs.get(command.path()));
    }

    /** The folders, as they are written, in which a command has all commands behind it looked for. */
    static List<String> added(ShellCommand command) {
        if (!command.name().equals("export")) {
            return List.of();
        }
        List<String> added = new ArrayList<>();
        for (String word : command.arguments()) {
            if (word.startsWith(VARIABLE)) {
                for (String folder : word.substring(VARIABLE.length()).split(":", -1)) {
                    if (!ITSELF.contains(folder)) {
                        added.add(folder);
                    }
                }
            }
        }
        return added;
    }
}
