package io.github.mavenhardening.core.scorecard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code pip install}, and what of it Scorecard takes for pinned: hashes for all, wheels alone, or sources to edit that are
 * local or of a commit, without their dependencies.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/shell_download_validate.go">Scorecard:
 *     isUnpinnedPipInstall</a>
 */
final class PipCommand {

    private static final Pattern FLAG = Pattern.compile("(?:--?[0-9A-Za-z_]++)++");
    private static final Pattern REMOTE = Pattern.compile("(?:git|svn|hg|bzr).+");
    private static final Pattern COMMIT =
            Pattern.compile("git(?:\\+(?:https?|ssh|git))?://.{0,2000}@[a-fA-F0-9]{40}(?:#egg=.*)?");

    private boolean withoutDependencies;
    private boolean editable;
    private boolean editablePinned = true;
    private boolean hashes;
    private boolean others;
    private boolean wheel;

    private PipCommand() {}

    /** Whether it is pinned; empty when the command is none. */
    static Optional<Boolean> isPinned(CommandWords command) {
        CommandWords pip = command;
        if (command.runs("python", "python3", "python2.7")) {
            for (int i = 1; i < command.size() - 1; i++) {
                if (command.is(i, "-m") && command.is(i + 1, "pip")) {
                    pip = new CommandWords(command.words().subList(i + 1, command.size()));
                    break;
                }
            }
        }
        if (!pip.runs("pip", "pip3") || !pip.is(1, "install")) {
            return Optional.empty();
        }
        PipCommand read = new PipCommand();
        read.read(pip.words().subList(2, pip.size()));
        return Optional.of(read.isPinned());
    }

    private void read(List<String> arguments) {
        for (String word : arguments) {
            if (word.equalsIgnoreCase("--no-deps")) {
                withoutDependencies = true;
            } else if (word.equals("-e") || word.equals("--editable")) {
                editable = true;
            } else if (word.equalsIgnoreCase("--require-hashes")) {
                hashes = true;
                return;
            } else if (!FLAG.matcher(word).matches()) {
                source(word);
            }
        }
    }

    private void source(String word) {
        if (word.endsWith(".whl")) {
            wheel = true;
        } else if (editable) {
            editablePinned &=
                    !REMOTE.matcher(word).matches() || COMMIT.matcher(word).matches();
        } else {
            others = true;
        }
    }

    private boolean isPinned() {
        if (editable) {
            return withoutDependencies && editablePinned;
        }
        return hashes || (wheel && !others);
    }
}
