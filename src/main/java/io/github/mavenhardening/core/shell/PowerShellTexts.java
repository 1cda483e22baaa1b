package io.github.mavenhardening.core.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts that stand in a script of PowerShell where other shells have commands: it runs what is in quotes only behind {@code &} or
 * {@code .}, and else hands it on as a value, or prints it.
 *
 * @see <a href="https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_parsing">about_Parsing</a>
 */
final class PowerShellTexts {

    /** What a new expression begins behind, beside the line's begin. */
    private static final String BEFORE = ";{(=|}";

    private PowerShellTexts() {}

    /** The offsets of those commands of a script that are texts. */
    static Set<Integer> of(String script, List<ShellCommand> commands) {
        Set<Integer> texts = new HashSet<>();
        for (ShellCommand command : commands) {
            if (isText(script, command.from())) {
                texts.add(command.from());
            }
        }
        return texts;
    }

    private static boolean isText(String script, int at) {
        if (at >= script.length() || (script.charAt(at) != '"' && script.charAt(at) != '\'')) {
            return false;
        }
        int before = at - 1;
        while (before >= 0 && (script.charAt(before) == ' ' || script.charAt(before) == '\t')) {
            before--;
        }
        // What a method is given is read with it.
        boolean isGiven =
                before > 0 && script.charAt(before) == '(' && Character.isLetterOrDigit(script.charAt(before - 1));
        return before < 0 || script.charAt(before) == '\n' || (BEFORE.indexOf(script.charAt(before)) >= 0 && !isGiven);
    }
}
