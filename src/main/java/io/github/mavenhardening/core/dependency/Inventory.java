package io.github.mavenhardening.core.dependency;

import java.util.Collection;
import java.util.Collections;
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
        GrowingInventory all = new GrowingInventory();
        for (UsedArtifact use : uses) {
            all.add(use);
        }
        for (Unresolved each : unresolved) {
            all.add(each);
        }
        return all.toInventory();
    }
}
