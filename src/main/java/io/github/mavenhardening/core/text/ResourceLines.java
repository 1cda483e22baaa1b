package io.github.mavenhardening.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the lists of facts that lie beside classes: one entry a line, {@code #} begins a comment. */
public final class ResourceLines {

    private ResourceLines() {}

    /**
     * The entries of a list, without comments and blank lines.
     *
     * @param neighbour the class that it lies beside
     * @throws IllegalStateException when there is no such list: the build is broken
     */
    public static List<String> of(Class<?> neighbour, String name) {
        try (InputStream in = neighbour.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no such list: " + name);
            }
            return entries(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of a list of names, each with what stands behind the first blank. */
    public static Map<String, String> pairs(Class<?> neighbour, String name) {
        Map<String, String> pairs = new HashMap<>();
        for (String line : of(neighbour, name)) {
            String[] words = line.split(" ", 2);
            pairs.put(words[0], words[1]);
        }
        return Map.copyOf(pairs);
    }

    /** The entries of a list's text. */
    private static List<String> entries(String text) {
        List<String> entries = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int comment = line.indexOf('#');
            String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
        }
        return List.copyOf(entries);
    }
}
