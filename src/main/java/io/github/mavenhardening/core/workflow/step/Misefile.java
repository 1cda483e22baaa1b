package io.github.mavenhardening.core.workflow.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tasks of a {@code mise.toml}: what they run, and what they depend on. Tasks that are files of their own, or that include
 * others, are not followed.
 *
 * @see <a href="https://mise.jdx.dev/tasks/toml-tasks.html">mise's manual</a>
 */
final class Misefile implements TaskFile {

    static final List<String> NAMES =
            List.of("mise.toml", ".mise.toml", "mise/config.toml", ".mise/config.toml", ".config/mise.toml");

    private static final Pattern SECTION = Pattern.compile("\\s*+\\[([^\\[\\]]{1,200})]\\s*+(?:#.*)?");
    private static final Pattern KEY = Pattern.compile("\\s*+([\\w-]{1,100}|\"[^\"]{1,100}\")\\s*+=\\s*+(.*)");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|'''(.*?)'''|\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*+)'", Pattern.DOTALL);

    private static final List<String> QUOTES = List.of("\"\"\"", "'''");

    /** By section and key, the value as it is written. */
    private final Map<String, String> values = new HashMap<>();

    Misefile(String text) {
        String section = "";
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher head = SECTION.matcher(lines[i]);
            Matcher key = KEY.matcher(lines[i]);
            if (head.matches()) {
                section = head.group(1).replace("\"", "").strip();
            } else if (key.matches()) {
                StringBuilder value = new StringBuilder(key.group(2));
                String end = end(value.toString());
                while (!end.isEmpty() && i + 1 < lines.length) {
                    i++;
                    value.append('\n').append(lines[i]);
                    end = lines[i].contains(end) ? "" : end;
                }
                values.put(section + "." + key.group(1).replace("\"", ""), value.toString());
            }
        }
    }

    /** What ends a value in a later line; empty where its own line holds all of it. */
    private static String end(String value) {
        for (String quotes : QUOTES) {
            if (value.startsWith(quotes)) {
                return value.indexOf(quotes, quotes.length()) < 0 ? quotes : "";
            }
        }
        return value.startsWith("[") && value.indexOf(']') < 0 ? "]" : "";
    }

    /** The first word names the task. */
    @Override
    public Task task(List<String> words) {
        String name = words.isEmpty() ? "" : words.get(0);
        List<List<String>> needs = new ArrayList<>();
        for (String other : texts("tasks." + name + ".depends")) {
            needs.add(List.of(other));
        }
        List<String> script = new ArrayList<>(texts("tasks." + name));
        script.addAll(texts("tasks." + name + ".run"));
        return Task.of(needs, String.join("\n", script));
    }

    private List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        Matcher text = TEXT.matcher(values.getOrDefault(key, ""));
        while (text.find()) {
            for (int group = 1; group <= text.groupCount(); group++) {
                if (text.group(group) != null) {
                    texts.add(text.group(group));
                }
            }
        }
        return texts;
    }
}
