package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that one project, or a whole reactor, used.
 *
 * @param artifacts by path, sorted; of several uses of a file the certain one wins, then the shortest reason
 * @param unresolved what could not be determined, sorted by subject
 */
public record Inventory(SortedMap<String, UsedArtifact> artifacts, List<Unresolved> unresolved) {

    /** Copies both collections. */
    public Inventory {
        artifacts = Collections.unmodifiableSortedMap(new TreeMap<>(artifacts));
        unresolved = List.copyOf(unresolved);
    }

    /** Builds an inventory from uses in any order, with repetitions. */
    public static Inventory of(Collection<UsedArtifact> uses, Collection<Unresolved> unresolved) {
        SortedMap<String, UsedArtifact> best = new TreeMap<>();
        for (UsedArtifact use : uses) {
            UsedArtifact known = best.get(use.path());
            best.put(use.path(), known == null ? use : better(known, use));
        }
        return new Inventory(best, sorted(unresolved));
    }

    /** Whether another says nothing that this one does not: it may have other reasons for the same files. */
    public boolean covers(Inventory other) {
        for (UsedArtifact use : other.artifacts.values()) {
            UsedArtifact known = artifacts.get(use.path());
            if (known == null || (known.certainty() != Certainty.USED && use.certainty() == Certainty.USED)) {
                return false;
            }
        }
        return other.unresolved.isEmpty() || new HashSet<>(unresolved).containsAll(other.unresolved);
    }

    private static List<Unresolved> sorted(Collection<Unresolved> unresolved) {
        if (unresolved.isEmpty()) {
            return List.of();
        }
        List<Unresolved> sorted = new ArrayList<>(new LinkedHashSet<>(unresolved));
        sorted.sort((a, b) -> (a.subject() + a.usedBy()).compareTo(b.subject() + b.usedBy()));
        return sorted;
    }

    private static UsedArtifact better(UsedArtifact a, UsedArtifact b) {
        if (a.certainty() != b.certainty()) {
            return a.certainty().compareTo(b.certainty()) < 0 ? a : b;
        }
        int length = Integer.compare(a.usedBy().size(), b.usedBy().size());
        int order = length != 0
                ? length
                : a.usedBy().toString().compareTo(b.usedBy().toString());
        return order <= 0 ? a : b;
    }
}
