package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.Shell;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text that a shell is given to run: {@code bash -eo pipefail -c 'npm ci && npm publish'}. */
final class ShellText {

    /** Options of a letter each, the one among them by which a text follows. */
    private static final Pattern TEXT_OPTION = Pattern.compile("-[a-zA-Z]{0,9}c[a-zA-Z]{0,9}");

    /** Options of a letter each, the last one with the name of a setting behind it. */
    private static final Pattern SETTING_OPTION = Pattern.compile("[-+][a-zA-Z]{0,9}[oO]");

    private ShellText() {}

    /** The commands of the text; empty where the command is not one of a shell, or a shell runs a file or what it reads. */
    static Optional<List<ShellCommand>> commands(ShellCommand shell) {
        List<String> words = shell.words();
        boolean isText = false;
        for (int i = 1; i < words.size() && PosixShells.isOne(shell.name()); i++) {
            String word = words.get(i);
            if (!word.startsWith("-") && !word.startsWith("+")) {
                return isText ? Optional.of(ShellScript.of(word, Shell.POSIX).commands()) : Optional.empty();
            }
            isText |= TEXT_OPTION.matcher(word).matches();
            i += SETTING_OPTION.matcher(word).matches() ? 1 : 0;
        }
        return Optional.empty();
    }
}
