package io.github.mavenhardening.core.dependency;

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

    @Override
    public int compareTo(ForeignRepository other) {
        int order = id.compareTo(other.id);
        order = order != 0 ? order : url.compareTo(other.url);
        order = order != 0 ? order : declaredBy.compareTo(other.declaredBy);
        return order != 0 ? order : Boolean.compare(releases, other.releases);
    }
}
