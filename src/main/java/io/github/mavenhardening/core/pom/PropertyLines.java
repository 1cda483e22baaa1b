package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A properties file as the Maven wrapper's scripts read it: {@code key=value} by lines, nothing continued or escaped. */
public record PropertyLines(SourceFile file) {

    /**
     * A value with its place.
     *
     * @param text without blanks around it, and without the backslash that guards a colon
     */
    public record Value(String text, Location location) {}

    /**
     * Whether the wrapper's shell script finds the value of a key, and no other: it reads a line up to the equals sign, blanks
     * included, and no line that no line feed ends. Of several one script takes the first, another the last.
     */
    public boolean isReadByShell(String key) {
        Optional<String> value = get(key).map(Value::text);
        boolean found = false;
        int start = 0;
        for (int end = file.text().indexOf('\n'); end >= 0; end = file.text().indexOf('\n', start)) {
            boolean isMarked = start == 0 && file.hasByteOrderMark();
            if (!isMarked && file.text().startsWith(key + '=', start)) {
                found = true;
                String seen =
                        file.text().substring(start + key.length() + 1, end).strip();
                if (!value.equals(Optional.of(seen))) {
                    return false;
                }
            }
            start = end + 1;
        }
        return found;
    }

    /** Whether Java finds the value of a key, which reads on where a backslash ends a line. */
    public boolean isReadByJava(String key) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader((file.hasByteOrderMark() ? "\uFEFF" : "") + file.text()));
        } catch (IOException | IllegalArgumentException e) {
            // Silent: what Java refuses to read it does not find.
            return false;
        }
        String read = properties.getProperty(key, "").strip();
        return read.equals(get(key).map(Value::text).orElse(""));
    }

    /** The keys with their places, in the order of the lines. */
    public List<Value> keys() {
        List<Value> keys = new ArrayList<>();
        for (int number = 1; number <= file.lineCount(); number++) {
            String line = file.line(number);
            int equals = line.indexOf('=');
            String key = equals < 0 ? "" : line.substring(0, equals).strip();
            if (!key.isEmpty() && key.charAt(0) != '#') {
                int start = file.lineStart(number) + line.indexOf(key);
                keys.add(new Value(key, file.at(file.span(start, start + key.length()))));
            }
        }
        return keys;
    }

    /** The last value of a key, which is the one that counts; empty where there is none. */
    public Optional<Value> get(String key) {
        for (int number = file.lineCount(); number >= 1; number--) {
            String line = file.line(number);
            int equals = line.indexOf('=');
            if (equals > 0 && line.substring(0, equals).strip().equals(key)) {
                String value = line.substring(equals + 1);
                int start = file.lineStart(number)
                        + equals
                        + 1
                        + (value.length() - value.stripLeading().length());
                String text = value.strip();
                Location location = file.at(file.span(start, start + text.length()));
                return text.isEmpty() ? Optional.empty() : Optional.of(new Value(text.replace("\\:", ":"), location));
            }
        }
        return Optional.empty();
    }
}
