package io.github.mavenhardening.core.launch;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A file of Java properties, with the place of each: lines that go on, escapes, and every separator. */
public final class PropertiesFile {

    private PropertiesFile() {}

    /** The properties in the order of the file, repeated ones included; a line that Java refuses sets the whole line. */
    public static List<Definition> read(SourceFile file) {
        List<Definition> definitions = new ArrayList<>();
        StringBuilder logical = new StringBuilder();
        int first = 1;
        for (int number = 1; number <= file.lineCount(); number++) {
            String line = file.line(number);
            if (logical.isEmpty()) {
                String start = line.stripLeading();
                if (start.isEmpty() || start.charAt(0) == '#' || start.charAt(0) == '!') {
                    continue;
                }
                first = number;
            }
            logical.append(line);
            if (!goesOn(line) || number == file.lineCount()) {
                definitions.add(definition(logical.toString(), place(file, first)));
                logical.setLength(0);
            } else {
                logical.append('\n');
            }
        }
        return definitions;
    }

    /** An odd number of backslashes at its end. */
    private static boolean goesOn(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private static Definition definition(String logical, Location location) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(logical));
        } catch (IllegalArgumentException e) {
            return new Definition(logical.strip(), "", logical.strip(), location);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        for (String name : one.stringPropertyNames()) {
            return new Definition(name, one.getProperty(name), name + '=' + one.getProperty(name), location);
        }
        return new Definition("", "", "", location);
    }

    private static Location place(SourceFile file, int number) {
        String line = file.line(number);
        int start = file.lineStart(number) + line.length() - line.stripLeading().length();
        return file.at(file.span(start, file.lineStart(number) + line.length()));
    }
}
