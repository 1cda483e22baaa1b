package io.github.mavenhardening.core.dependency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that one project, or a whole reactor, used.
 *
 * @param artifacts by path, sorted; of several uses of a file the certain one wins, then the shortest reason
 * @param unresolved what could not be determined, sorted by subject
 */
public record Inventory(SortedMap<String, UsedArtifact> artifacts, List<Unresolved> unresolved) {

    public Inventory {
        artifacts = Collections.unmodifiableSortedMap(new TreeMap<>(artifacts));
        unresolved = List.copyOf(unresolved);
    }

    /** Builds an inventory from uses in any order, with repetitions. */
    public static Inventory of(Collection<UsedArtifact> uses, Collection<Unresolved> unresolved) {
        Map<String, UsedArtifact> best = new HashMap<>();
        for (UsedArtifact use : uses) {
            add(use, best);
        }
        List<Unresolved> sorted = new ArrayList<>(new LinkedHashSet<>(unresolved));
        sorted.sort((a, b) -> (a.subject() + a.usedBy()).compareTo(b.subject() + b.usedBy()));
        return new Inventory(new TreeMap<>(best), sorted);
    }

    /** Adds a use unless there is a better one of the same file. */
    static void add(UsedArtifact use, Map<String, UsedArtifact> best) {
        UsedArtifact known = best.get(use.path());
        if (known == null || isBetter(use, known)) {
            best.put(use.path(), use);
        }
    }

    private static boolean isBetter(UsedArtifact a, UsedArtifact b) {
        if (a.certainty() != b.certainty()) {
            return a.certainty().compareTo(b.certainty()) < 0;
        }
        int order = Integer.compare(a.usedBy().size(), b.usedBy().size());
        for (int i = 0; order == 0 && i < a.usedBy().size(); i++) {
            order = a.usedBy().get(i).compareTo(b.usedBy().get(i));
        }
        return order < 0;
    }
}
