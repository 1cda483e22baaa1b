package io.github.mavenhardening.core.workflow;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The shell or interpreter of a script.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell">
 *     jobs.&lt;job_id&gt;.steps[*].shell</a>
 */
public enum Shell {
    /** {@code bash} and {@code sh}, and {@code zsh}, which reads the same redirections. */
    POSIX,
    POWERSHELL,
    CMD,
    PYTHON,
    OTHER;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String ENDING = ".exe";
    /** A program that runs a shell in its turn: {@code nix develop -c bash -e {0}}. */
    private static final Pattern RUNS_POSIX = Pattern.compile("[^{]*[\\s\"'/](?:ba|z|k|da)?sh(?:[\\s\"'].*)?");

    /** The shell that a {@code shell:} without expressions documents, its options and path left aside. */
    public static Shell ofText(String text) {
        return switch (program(text)) {
            case "bash", "sh" -> POSIX;
            case "pwsh", "powershell" -> POWERSHELL;
            case "cmd", "cmd.exe" -> CMD;
            case "python" -> PYTHON;
            default -> OTHER;
        };
    }

    /** The shell whose syntax the script has: wider than {@link #ofText}, for those who read the script. */
    public static Shell syntaxOf(String text) {
        String called = program(text.toLowerCase(Locale.ROOT));
        String program = called.endsWith(ENDING) ? called.substring(0, called.length() - ENDING.length()) : called;
        return switch (program) {
            // The last ones are what actions set up to run a script in another environment.
            case "zsh",
                    "dash",
                    "ksh",
                    "ash",
                    "msys2",
                    "cygwin",
                    "alpine.sh",
                    "cpa.sh",
                    "wsl-bash",
                    "micromamba-shell" -> POSIX;
            case "python3" -> PYTHON;
            default -> ofText(program) == OTHER && RUNS_POSIX.matcher(text).matches() ? POSIX : ofText(program);
        };
    }

    static String program(String text) {
        String first = SPACE.split(text.strip(), 2)[0];
        return first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1);
    }
}
