package io.github.mavenhardening.core.workflow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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
            List<String> slugs = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split("#", 2)[0].strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty())
                    .sorted()
                    .distinct()
                    .toList();
            return new SlugList(slugs, slugs.stream().collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("the list " + name + " cannot be read", e);
        }
    }

    /** Whether it names that repository, without regard to case. */
    public boolean contains(Uses.Repository uses) {
        return index.contains(uses.slug().toLowerCase(Locale.ROOT));
    }
}
