package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A properties file as the Maven wrapper's scripts read it: {@code key=value} by lines, nothing continued or escaped. */
public record PropertyLines(SourceFile file) {

    /**
     * A value with its place.
     *
     * @param text without blanks around it, and without the backslash that guards a colon
     */
    public record Value(String text, Location location) {}

    /**
     * Whether the wrapper's shell script finds a key: it reads a line up to the equals sign, blanks included, and no line that
     * does not end.
     */
    public boolean isRead(String key) {
        for (int number = 1; number <= file.lineCount(); number++) {
            String line = file.line(number);
            boolean ends = file.lineStart(number) + line.length() < file.text().length();
            if (line.startsWith(key + '=') && ends) {
                return true;
            }
        }
        return false;
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
