package io.github.mavenhardening.core.lock.change;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What changed of one artifact.
 *
 * @param artifact {@code groupId:artifactId}; the path of a file that has no coordinates
 * @param kind what changed
 * @param versions which versions went, came and stayed
 * @param files the files that are not what they were, sorted by path
 * @param roles what lets it run while the build runs, by its own descriptors and by the build's POMs
 * @param before what is known of its files before
 * @param after what is known of those that came, or of all where none came
 * @param notices what a reviewer has to look at, the worst first
 */
public record ArtifactChange(
        String artifact,
        Kind kind,
        Versions versions,
        List<ChangedFile> files,
        SortedSet<Role> roles,
        Traits before,
        Traits after,
        List<Notice> notices) {

    /** Those with the worst notices first, then those with most of them, then by kind and name. */
    static final Comparator<ArtifactChange> WORST_FIRST = Comparator.comparing(
                    (ArtifactChange change) -> change.notices.isEmpty())
            .thenComparing(ArtifactChange::worst)
            .thenComparing(change -> -change.notices.size())
            .thenComparing(ArtifactChange::kind)
            .thenComparing(ArtifactChange::artifact);

    /** What changed. */
    public enum Kind {
        /** A file of a version that both locks have is another one. */
        REPLACED("with other bytes"),
        /** Other versions. */
        UPDATED("updated"),
        /** The base has no file of it. */
        ADDED("new"),
        /** The same versions, with more files or fewer. */
        FILES("with other files"),
        /** The same files, of which something else is recorded. */
        RECORD("with another record"),
        /** No file of it is locked any more. */
        REMOVED("removed");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** For people, behind a number or a version. */
        public String label() {
            return label;
        }

        /** For programs. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which versions the base alone has, the checkout alone, and both, sorted as texts. */
    public record Versions(List<String> gone, List<String> come, List<String> kept) {}

    /**
     * A file.
     *
     * @param path as the lock has it
     * @param before the SHA-256 that the base has locked; empty where it has none
     * @param after the one that the checkout has locked; empty where it has none
     */
    public record ChangedFile(String path, Optional<String> before, Optional<String> after) {}

    public ArtifactChange {
        files = List.copyOf(files);
        notices = notices.stream().sorted(Notice.WORST_FIRST).toList();
    }

    /** Whether it brings bytes that the base does not have. */
    public boolean isMore() {
        return files.stream().anyMatch(file -> file.after().isPresent());
    }

    /** The worst concern; of one that has none, any, as it is compared with its like. */
    private Concern worst() {
        return notices.isEmpty() ? Concern.AGE : notices.get(0).concern();
    }
}
