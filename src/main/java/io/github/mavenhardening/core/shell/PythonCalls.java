package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.Shell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that a Python script runs by {@code subprocess} or {@code os.system}, as far as they are written as texts. */
public final class PythonCalls {

    /** What the first word of a list stands after. */
    private static final String FIRST = "\\[\\s{0,200}(?:os\\.path\\.join\\([\\w.]{1,100},\\s{0,20})?[rf]?([\"'])";
    /** A call with a text, a list or a variable, or a list that a variable is set to. */
    private static final Pattern CALL = Pattern.compile(
            "\\b(?:subprocess\\.(?:run|call|check_call|check_output|Popen)|os\\.system)\\(\\s{0,200}(?:(?<list>"
                    + FIRST + ")|[rf]?(?<text>[\"'])|(?<variable>[A-Za-z_]\\w{0,100})\\s{0,20}[,)])"
                    + "|^[ \\t]{0,200}(?<set>[A-Za-z_]\\w{0,100})(?:: ?[\\w\\[\\]]{1,50})? ?= ?(?<value>" + FIRST
                    + "|)",
            Pattern.MULTILINE);

    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\\n]{0,500})\"|'([^'\\\\\n]{0,500})'");
    /** How long a list of arguments is read. */
    private static final int LENGTH = 2_000;

    private PythonCalls() {}

    /** The commands, in the order of the text; what a variable holds is left out of their words. */
    public static List<ShellCommand> of(String script) {
        // Silent: who follows a longer one says so.
        String text = script.substring(0, Math.min(script.length(), ShellScript.LENGTH_LIMIT));
        List<ShellCommand> commands = new ArrayList<>();
        // By variable, the list that it was last set to.
        Map<String, List<String>> lists = new HashMap<>();
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            if (call.group("variable") != null) {
                add(lists.getOrDefault(call.group("variable"), List.of()), commands);
            } else if (call.group("text") != null) {
                int from = call.start("text");
                Matcher words = TEXT.matcher(text).region(from, Math.min(text.length(), from + LENGTH));
                if (words.lookingAt()) {
                    commands.addAll(ShellScript.of(textOf(words), Shell.POSIX).commands());
                }
            } else {
                List<String> found = new ArrayList<>();
                Optional<String> variable = Optional.ofNullable(call.group("set"));
                if (variable.isEmpty() || !call.group("value").isEmpty()) {
                    int end = call.end();
                    int at = list(text, end - 1, found);
                    call.region(Math.max(at, end), text.length());
                }
                if (variable.isPresent()) {
                    lists.put(variable.get(), found);
                } else {
                    add(found, commands);
                }
            }
        }
        return commands;
    }

    /** Adds the texts of a list from its first on; answers where the last ends. */
    private static int list(String text, int from, List<String> found) {
        Matcher words = TEXT.matcher(text).region(from, Math.min(text.length(), from + LENGTH));
        int at = from;
        while (words.find() && text.substring(at, words.start()).indexOf(']') < 0) {
            found.add(textOf(words));
            at = words.end();
        }
        return at;
    }

    private static void add(List<String> words, List<ShellCommand> commands) {
        if (!words.isEmpty() && !words.get(0).isEmpty()) {
            commands.add(new ShellCommand(words, Map.of(), 0, 0, 0));
        }
    }

    private static String textOf(Matcher text) {
        return text.group(1) == null ? text.group(2) : text.group(1);
    }
}
