package io.github.mavenhardening.core.workflow.step;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of sections with keys and values, as Python's {@code configparser} reads it; values may go on in lines that are indented. */
final class IniFile {

    private static final Pattern SECTION = Pattern.compile("\\[([^\\[\\]]{1,200})\\]\\s*(?:[#;].*)?");
    private static final Pattern KEY = Pattern.compile("([A-Za-z_][\\w-]{0,100})\\s*[=:]\\s*(.*)");

    private final Map<String, Map<String, StringBuilder>> sections = new HashMap<>();

    IniFile(String text) {
        Map<String, StringBuilder> section = new HashMap<>();
        StringBuilder value = new StringBuilder();
        for (String line : text.split("\r?\n", -1)) {
            String plain = line.strip();
            if (plain.startsWith("#") || plain.startsWith(";")) {
                continue;
            }
            Matcher head = SECTION.matcher(line);
            Matcher key = KEY.matcher(line);
            if (line.startsWith(" ") || line.startsWith("\t")) {
                value.append('\n').append(plain);
            } else if (head.matches()) {
                section = sections.computeIfAbsent(head.group(1), name -> new HashMap<>());
            } else if (key.matches()) {
                value = new StringBuilder(key.group(2));
                section.put(key.group(1), value);
            }
        }
    }

    boolean hasSection(String section) {
        return sections.containsKey(section);
    }

    /** The value of a section's key. */
    Optional<String> value(String section, String key) {
        StringBuilder value = sections.getOrDefault(section, Map.of()).get(key);
        return value == null ? Optional.empty() : Optional.of(value.toString());
    }
}
