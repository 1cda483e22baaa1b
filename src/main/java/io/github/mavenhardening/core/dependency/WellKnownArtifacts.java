package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.text.ResourceLines;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Artifacts that many builds use, and what could be mistaken for them. The table {@value #TABLE} beside this class has them, with
 * those of like names that are legitimate.
 */
public final class WellKnownArtifacts {

    /** The table's file. */
    public static final String TABLE = "well-known-artifacts.txt";

    private static final String ALSO = "also ";

    /** What two names have in common. */
    public enum Likeness {
        /** The artifactId is the same, the group is another publisher's. */
        SAME_ARTIFACT,
        /** The group is one letter away. */
        LIKE_GROUP,
        /** The artifactId is one letter away, and the group is another publisher's. */
        LIKE_ARTIFACT
    }

    /**
     * An artifact that could be mistaken for another.
     *
     * @param of the well-known one, {@code groupId:artifactId}; of a group that is alike, the group
     * @param likeness what makes it look so
     */
    public record Lookalike(String of, Likeness likeness) {

        /** What it has in common with that one, behind the name of what looks so. */
        public String text() {
            return switch (likeness) {
                case SAME_ARTIFACT ->
                    "has the artifactId of the well-known " + of + ", but is published under another group";
                case LIKE_GROUP -> "is published under a group that is one letter away from the well-known " + of;
                case LIKE_ARTIFACT ->
                    "has an artifactId that is one letter away from the well-known " + of
                            + ", and is published under another group";
            };
        }
    }

    private final SortedSet<String> groups = new TreeSet<>();
    private final SortedMap<String, String> groupByArtifact = new TreeMap<>();
    private final Set<String> legitimate = new HashSet<>();
    private final NamesByLength comparedGroups = new NamesByLength();
    private final NamesByLength comparedArtifacts = new NamesByLength();

    private WellKnownArtifacts(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(ALSO)) {
                legitimate.add(line.substring(ALSO.length()));
            } else {
                int colon = line.indexOf(':');
                groups.add(line.substring(0, colon));
                groupByArtifact.put(line.substring(colon + 1), line.substring(0, colon));
            }
        }
        comparedGroups.addAll(groups);
        comparedArtifacts.addAll(groupByArtifact.keySet());
    }

    /** Read when the first build is checked. */
    private static final class Table {
        static final WellKnownArtifacts READ = new WellKnownArtifacts(lines());
    }

    /** Those of the table. */
    public static WellKnownArtifacts table() {
        return Table.READ;
    }

    /** The lines of the table, without comments. */
    static List<String> lines() {
        return ResourceLines.of(WellKnownArtifacts.class, TABLE);
    }

    /**
     * What an artifact could be mistaken for. Takes as many comparisons of short texts as the table has names of a like length.
     *
     * @return empty for what a known publisher has under its group or below it, for what the table names as legitimate, and for
     *     whatever looks like none of them
     */
    public Optional<Lookalike> imitatedBy(String groupId, String artifactId) {
        boolean known = isOfAKnownPublisher(groupId)
                || legitimate.contains(groupId + ":*")
                || legitimate.contains(groupId + ':' + artifactId);
        return known ? Optional.empty() : likeness(groupId, artifactId);
    }

    /** The same without what the table names as legitimate. */
    Optional<Lookalike> likeness(String groupId, String artifactId) {
        String group = groupByArtifact.get(artifactId);
        if (group != null && !isAbove(groupId, group)) {
            return Optional.of(new Lookalike(group + ':' + artifactId, Likeness.SAME_ARTIFACT));
        }
        List<String> likeGroups = comparedGroups.oneSlipFrom(groupId);
        if (!likeGroups.isEmpty()) {
            return Optional.of(new Lookalike(likeGroups.get(0), Likeness.LIKE_GROUP));
        }
        for (String each : comparedArtifacts.oneSlipFrom(artifactId)) {
            if (!isAbove(groupId, groupByArtifact.get(each))) {
                return Optional.of(new Lookalike(groupByArtifact.get(each) + ':' + each, Likeness.LIKE_ARTIFACT));
            }
        }
        return Optional.empty();
    }

    /** Who owns {@code org.hibernate} owns {@code org.hibernate.orm}; a top-level domain is owned by nobody who publishes. */
    private static boolean isAbove(String groupId, String known) {
        return groupId.indexOf('.') > 0 && known.startsWith(groupId + '.');
    }

    private boolean isOfAKnownPublisher(String groupId) {
        int end = groupId.length();
        while (end > 0) {
            String above = groupId.substring(0, end);
            // Below a group of one word, such as "junit", anybody may publish.
            if (groups.contains(above) && (end == groupId.length() || above.indexOf('.') > 0)) {
                return true;
            }
            end = groupId.lastIndexOf('.', end - 1);
        }
        return false;
    }
}
