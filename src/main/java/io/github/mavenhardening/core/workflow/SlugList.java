package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
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
        SortedSet<String> slugs = new TreeSet<>();
        for (String entry : ResourceLines.of(SlugList.class, name)) {
            slugs.add(entry.toLowerCase(Locale.ROOT));
        }
        return new SlugList(List.copyOf(slugs), Set.copyOf(slugs));
    }

    /** Whether it names that repository, without regard to case. */
    public boolean contains(Uses.Repository uses) {
        return index.contains(uses.slug().toLowerCase(Locale.ROOT));
    }
}
