package io.github.mavenhardening.core.lock.installed;

import io.github.mavenhardening.core.lock.installed.InstalledEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is installed in one folder, compared with the lock.
 *
 * @param folder the path from the root of the checked repository
 * @param system the name of this system
 * @param lockedFor the systems that the lock has the folder for
 * @param isThere whether there is anything
 * @param problem why it cannot be read, a sentence fragment; empty where it can
 * @param changes what differs from the lock, sorted
 * @param unlocked the ways to files that the lock does not have, sorted; where it has nothing for this system, to all
 * @param missing the ways to what the lock has and the folder has not, sorted
 */
public record InstalledComparison(
        String folder,
        String system,
        SortedSet<String> lockedFor,
        boolean isThere,
        Optional<String> problem,
        List<Change> changes,
        List<String> unlocked,
        List<String> missing) {

    /**
     * A difference.
     *
     * @param way the way from the folder
     * @param locked what the lock accepts
     * @param found what is there
     */
    public record Change(String way, InstalledEntry locked, InstalledEntry found) {}

    public InstalledComparison {
        changes = List.copyOf(changes);
        unlocked = List.copyOf(unlocked);
        missing = List.copyOf(missing);
    }

    /** Compares a folder. */
    public static InstalledComparison of(InstalledFiles lock, String folder, String system, FolderReader.Read read) {
        List<Change> changes = new ArrayList<>();
        List<String> unlocked = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        if (read.tree().isPresent()) {
            InstalledTree tree = read.tree().get();
            SortedSet<String> uncovered = new TreeSet<>(tree.leaves().keySet());
            Optional<SortedMap<String, InstalledEntry>> locked = lock.of(folder, system);
            if (locked.isPresent()) {
                for (Map.Entry<String, InstalledEntry> entry : locked.get().entrySet()) {
                    compare(entry.getKey(), entry.getValue(), tree, changes, missing);
                    cover(entry.getKey(), entry.getValue(), tree, uncovered);
                }
            }
            unlocked.addAll(uncovered);
        }
        return new InstalledComparison(
                folder, system, lock.systemsOf(folder), read.isThere(), read.problem(), changes, unlocked, missing);
    }

    private static void compare(
            String way, InstalledEntry locked, InstalledTree tree, List<Change> changes, List<String> missing) {
        Optional<InstalledEntry> found = tree.at(way);
        if (found.isEmpty()) {
            missing.add(way);
        } else if (!found.get().equals(locked)) {
            changes.add(new Change(way, locked, found.get()));
        }
    }

    private static void cover(String way, InstalledEntry locked, InstalledTree tree, SortedSet<String> uncovered) {
        uncovered.remove(way);
        if (locked.kind() == Kind.FOLDER) {
            uncovered.removeAll(tree.below(way).keySet());
        }
    }

    /** Whether the lock has the folder, for whatever system. */
    public boolean isLocked() {
        return !lockedFor.isEmpty();
    }

    /** Whether the lock has the folder for this system. */
    public boolean isLockedHere() {
        return lockedFor.contains(system);
    }

    /** The path of something in the folder, from the root of the checked repository. */
    public String pathOf(String way) {
        return way.equals(InstalledFiles.ITSELF) ? folder : folder + '/' + way;
    }
}
