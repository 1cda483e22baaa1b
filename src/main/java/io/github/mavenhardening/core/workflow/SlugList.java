package io.github.mavenhardening.core.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Repositories that are known for something, as a data file beside this class lists them: a line for each
 * {@code owner/name}, comments after {@code #}.
 *
 * @param slugs in lower case, sorted
 */
public record SlugList(List<String> slugs, Set<String> index) {

    /**
     * The list of that name.
     *
     * @throws IllegalStateException when the jar holds no such list
     */
    public static SlugList load(String name) {
        try (InputStream in = SlugList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the list " + name + " is missing");
            }
            SortedSet<String> slugs = new TreeSet<>();
            for (String entry : ResourceLines.entries(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                slugs.add(entry.toLowerCase(Locale.ROOT));
            }
            return new SlugList(List.copyOf(slugs), Set.copyOf(slugs));
        } catch (IOException e) {
            throw new UncheckedIOException("the list " + name + " cannot be read", e);
        }
    }

    /** Whether it names that repository, without regard to case. */
    public boolean contains(Uses.Repository uses) {
        return index.contains(uses.slug().toLowerCase(Locale.ROOT));
    }
}
