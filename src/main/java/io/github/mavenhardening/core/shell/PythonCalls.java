package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that a Python script runs by {@code subprocess} or {@code os.system}, as far as they are written as texts. */
public final class PythonCalls {

    private static final Pattern CALL = Pattern.compile(
            "\\b(?:subprocess\\.(?:run|call|check_call|check_output|Popen)|os\\.system)\\(\\s{0,200}(\\[\\s{0,200})?[rf]?([\"'])");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\\n]{0,500})\"|'([^'\\\\\n]{0,500})'");
    /** How long a list of arguments is read. */
    private static final int LENGTH = 2_000;

    private PythonCalls() {}

    /** The commands, in the order of the text; what a variable holds is left out of their words. */
    public static List<ShellCommand> of(String script) {
        // Silent: who follows a longer one says so.
        String text = script.substring(0, Math.min(script.length(), ShellScript.LENGTH_LIMIT));
        List<ShellCommand> commands = new ArrayList<>();
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            int from = call.start(2);
            int end = Math.min(text.length(), from + LENGTH);
            Matcher words = TEXT.matcher(text).region(from, end);
            if (call.group(1) == null) {
                if (words.lookingAt()) {
                    commands.addAll(ShellScript.of(textOf(words), Shell.POSIX).commands());
                }
                continue;
            }
            List<String> found = new ArrayList<>();
            int at = from;
            while (words.find() && text.substring(at, words.start()).indexOf(']') < 0) {
                found.add(textOf(words));
                at = words.end();
            }
            call.region(Math.max(at, call.end()), text.length());
            if (!found.isEmpty() && !found.get(0).isEmpty()) {
                commands.add(new ShellCommand(found, Map.of(), 0, 0, 0));
            }
        }
        return commands;
    }

    private static String textOf(Matcher text) {
        return text.group(1) == null ? text.group(2) : text.group(1);
    }
}
