package io.github.mavenhardening.core.lock.installed;

import io.github.mavenhardening.core.lock.installed.InstalledComparison.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An update of what is locked of installed files, decided but not written. What is locked for this system changes only where the
 * folder was accepted by name; what is locked for others is left as it is.
 *
 * @param files what is to be locked
 * @param added the folders that are locked on this system for the first time
 * @param accepted the folders with new bytes that were accepted
 * @param refused the folders with new bytes that were not, with what differs: paths and hashes, sentence fragments
 * @param removed the folders that are locked for this system no more
 * @param unreadable why folders cannot be read, by their paths
 */
public record InstalledUpdate(
        InstalledFiles files,
        SortedSet<String> added,
        SortedSet<String> accepted,
        SortedMap<String, List<String>> refused,
        SortedSet<String> removed,
        SortedMap<String, String> unreadable) {

    /**
     * Compares what is there with what is locked.
     *
     * @param lock what is locked
     * @param system the name of this system
     * @param read what was read of each folder: of those that are locked, and of those that are to be
     * @param accept names of folders whose new bytes are right
     * @param unused the folders that are locked and that nothing on this system installs any more
     */
    public static InstalledUpdate of(
            InstalledFiles lock,
            String system,
            SortedMap<String, FolderReader.Read> read,
            Collection<String> accept,
            Collection<String> unused) {
        InstalledUpdate update = new InstalledUpdate(
                lock, new TreeSet<>(), new TreeSet<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
        InstalledFiles files = lock;
        for (Map.Entry<String, FolderReader.Read> one : read.entrySet()) {
            String folder = one.getKey();
            if (update.takes(folder, InstalledComparison.of(lock, folder, system, one.getValue()), accept)) {
                files = files.with(
                        folder, system, one.getValue().tree().orElseThrow().entries());
            }
        }
        for (String folder : unused) {
            if (files.of(folder, system).isPresent()) {
                files = files.without(folder, system);
                update.removed.add(folder);
            }
        }
        return new InstalledUpdate(
                files, update.added, update.accepted, update.refused, update.removed, update.unreadable);
    }

    /** Notes what becomes of a folder, and answers whether what is there is to be locked. */
    private boolean takes(String folder, InstalledComparison compared, Collection<String> accept) {
        if (compared.problem().isPresent()) {
            unreadable.put(folder, compared.problem().get());
            return false;
        }
        if (!compared.isThere()) {
            return false;
        }
        if (!compared.isLockedHere()) {
            added.add(folder);
            return true;
        }
        List<String> differences = differences(compared);
        if (differences.isEmpty()) {
            return false;
        }
        if (accept.contains(folder)) {
            accepted.add(folder);
            return true;
        }
        refused.put(folder, differences);
        return false;
    }

    private static List<String> differences(InstalledComparison compared) {
        List<String> differences = new ArrayList<>();
        for (Change change : compared.changes()) {
            differences.add(compared.pathOf(change.way()) + ": locked "
                    + change.locked().text() + ", actual " + change.found().text());
        }
        for (String way : compared.unlocked()) {
            differences.add(compared.pathOf(way) + ": not locked");
        }
        for (String way : compared.missing()) {
            differences.add(compared.pathOf(way) + ": locked, and not there");
        }
        return differences;
    }
}
