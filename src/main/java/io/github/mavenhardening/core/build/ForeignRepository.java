package io.github.mavenhardening.core.build;

import java.util.Comparator;

/**
 * A repository that the POM of somebody else names: a dependency's, a plugin's, or a parent's outside the checkout. Maven
 * asks it for what that POM builds on.
 *
 * @param id its id
 * @param url its address as written
 * @param releases whether releases are taken from it
 * @param declaredBy {@code groupId:artifactId:version} of the POM
 */
public record ForeignRepository(String id, String url, boolean releases, String declaredBy)
        implements Comparable<ForeignRepository> {

    private static final Comparator<ForeignRepository> ORDER = Comparator.comparing(ForeignRepository::id)
            .thenComparing(ForeignRepository::url)
            .thenComparing(ForeignRepository::declaredBy)
            .thenComparing(ForeignRepository::releases);

    @Override
    public int compareTo(ForeignRepository other) {
        return ORDER.compare(this, other);
    }
}
