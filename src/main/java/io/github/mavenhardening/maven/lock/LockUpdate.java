package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Lock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An update of the lock, decided but not written. The rule that makes a lock worth having: a
 * hash that is locked changes only for a file that was accepted by name.
 *
 * @param added SHA-256 by path that the old lock lacks
 * @param accepted SHA-256 by path that replaces a locked one with the user's consent
 * @param refused SHA-256 by path that differs from the locked one without consent
 * @param unused locked paths that nothing in the inventory uses
 * @param unreadable reasons by path of files that cannot be hashed
 * @param unmatched names in the user's consent that no changed file answers to
 */
public record LockUpdate(
        SortedMap<String, String> added,
        SortedMap<String, String> accepted,
        SortedMap<String, String> refused,
        SortedSet<String> unused,
        SortedMap<String, String> unreadable,
        SortedSet<String> unmatched) {

    /**
     * Compares an inventory with a lock.
     *
     * @param hashes of all files of the inventory and all present files of the lock, by path
     * @param consent paths, {@code groupId:artifactId:version} or full coordinates whose new bytes are right
     */
    public static LockUpdate of(Lock lock, Inventory inventory, Map<String, HashResult> hashes, List<String> consent) {
        SortedMap<String, String> added = new TreeMap<>();
        SortedMap<String, String> accepted = new TreeMap<>();
        SortedMap<String, String> refused = new TreeMap<>();
        SortedMap<String, String> unreadable = new TreeMap<>();
        SortedSet<String> unmatched = new TreeSet<>(consent);
        hashes.forEach((path, result) -> {
            if (result instanceof HashResult.Unreadable reason) {
                unreadable.put(path, reason.reason());
            } else if (result instanceof HashResult.Hashed hashed) {
                Optional<String> locked = lock.find(path).map(entry -> entry.sha256());
                if (locked.isEmpty()) {
                    added.put(path, hashed.sha256());
                } else if (!locked.get().equals(hashed.sha256())) {
                    Set<String> names = namesOf(path, inventory);
                    boolean consented = !Collections.disjoint(names, consent);
                    unmatched.removeAll(names);
                    (consented ? accepted : refused).put(path, hashed.sha256());
                }
            }
        });
        SortedSet<String> unused = new TreeSet<>(lock.entries().keySet());
        unused.removeAll(inventory.artifacts().keySet());
        return new LockUpdate(added, accepted, refused, unused, unreadable, unmatched);
    }

    /** The same, but for paths that are used in other builds than this one. */
    LockUpdate sparing(Set<String> paths) {
        SortedSet<String> without = new TreeSet<>(unused);
        without.removeAll(paths);
        return new LockUpdate(added, accepted, refused, without, unreadable, unmatched);
    }

    /** The new lock. */
    public Lock applyTo(Lock lock, boolean prune) {
        Lock pruned = prune ? lock.without(unused) : lock;
        return pruned.with(added).with(accepted);
    }

    private static Set<String> namesOf(String path, Inventory inventory) {
        Set<String> names = new TreeSet<>(Set.of(path));
        Optional.ofNullable(inventory.artifacts().get(path))
                .flatMap(UsedArtifact::coordinates)
                .ifPresent(coordinates -> addNames(coordinates, names));
        return names;
    }

    private static void addNames(Coordinates coordinates, Set<String> names) {
        names.add(coordinates.gav());
        names.add(coordinates.toString());
    }
}
