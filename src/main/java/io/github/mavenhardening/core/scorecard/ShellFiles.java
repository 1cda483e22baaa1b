package io.github.mavenhardening.core.scorecard;

import java.util.Set;

/**
 * Shell script files: those whose first line names a shell or, where it names no program, whose extension does.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/shell_download_validate.go">Scorecard:
 *     isMatchingShellScriptFile</a>
 */
final class ShellFiles {

    /** How many bytes of a file tell whether it is one. */
    static final int HEAD = 256;

    /** The shells whose scripts are parsed. */
    static final Set<String> PARSED = Set.of("sh", "bash", "mksh");

    /** What makes a file a script rather than a Dockerfile. */
    static final Set<String> ALL = Set.of("exec", "su", "sh", "bash", "mksh", "dash", "ksh");

    private ShellFiles() {}

    /**
     * Whether a file is a script of one of those shells.
     *
     * @param text its text, or the beginning of it
     */
    static boolean isScript(String path, String text, Set<String> shells) {
        String line = text.lines().findFirst().orElse("");
        if (!line.startsWith("#!")) {
            return shells.contains(path.substring(path.lastIndexOf('.') + 1)) && path.contains(".");
        }
        String[] words = line.substring(2).split(" ", 3);
        for (String shell : shells) {
            boolean itself = CommandWords.isProgram(words[0], shell);
            boolean byEnv = words.length > 1
                    && CommandWords.isProgram(words[0], "env")
                    && CommandWords.isProgram(words[1], shell);
            if (itself || byEnv) {
                return true;
            }
        }
        return false;
    }
}
