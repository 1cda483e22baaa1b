package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs of {@code awk} and {@code sed} that run commands made of what they read: {@code system("wc " $0)}, {@code s/^/date /e}. */
public final class RunningFilters {

    private static final Set<String> AWKS = Set.of("awk", "gawk", "mawk");
    private static final Set<String> SEDS = Set.of("sed", "gsed");

    /** A command in which a field stands, by {@code system} or before {@code getline}, and lines for a shell. */
    private static final Pattern OF_FIELDS = Pattern.compile("\\bsystem\\([^)\\n]{0,200}\\$"
            + "|\"[^\"\\n]{0,200}\"\\s{0,3}\\$[^|\\n]{0,100}\\|&?\\s{0,3}getline"
            + "|\\|&?\\s{0,3}\"(?:/\\w{1,9}){0,3}/?(?:ba|da|k|z)?sh\"");

    private static final Pattern SYSTEM = Pattern.compile("\\bsystem\\(([^)\\n]{0,200})");

    /** A substitution whose result is run, or the command that does so by itself. */
    private static final Pattern RUN_RESULT = Pattern.compile(
            "\\bs([^\\w\\s\\\\])(?:(?!\\1)[^\\\\\\n]|\\\\.){0,300}\\1(?:(?!\\1)[^\\\\\\n]|\\\\.){0,300}\\1"
                    + "[gpiImM0-9]{0,5}e[gpiImM0-9]{0,5}(?=[\\s;}]|$)|(?:^|;)\\s{0,9}e\\s{0,9}(?=;|$)");

    private RunningFilters() {}

    /** Whether a command runs what it reads. */
    public static boolean runsInput(String name, List<ShellNode.Word> arguments) {
        Pattern running = AWKS.contains(name) ? OF_FIELDS : RUN_RESULT;
        if (!AWKS.contains(name) && !SEDS.contains(name)) {
            return false;
        }
        for (ShellNode.Word word : arguments) {
            if (running.matcher(CommandWords.raw(word)).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a command runs the value of a variable of its own. */
    public static boolean runsVariable(String name, String variable, List<ShellNode.Word> arguments) {
        for (ShellNode.Word word : AWKS.contains(name) ? arguments : List.<ShellNode.Word>of()) {
            Matcher system = SYSTEM.matcher(word.text());
            while (system.find()) {
                if (system.group(1).matches("(?s).*\\b" + Pattern.quote(variable) + "\\b.*")) {
                    return true;
                }
            }
        }
        return false;
    }
}
