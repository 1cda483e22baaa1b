package io.github.mavenhardening.core.lock.installed;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The installed files that are locked, immutable. The same folder holds other files on another system.
 *
 * @param folders by the path of a folder, or of a single file, relative to the root of the checked repository: by the name of a
 *     system, as classifiers have it, what is locked there, by the way from the folder. The way to a sub-folder ends with a
 *     slash; that to the folder itself is {@value #ITSELF}
 */
public record InstalledFiles(SortedMap<String, SortedMap<String, SortedMap<String, InstalledEntry>>> folders) {

    /** The way from a folder to itself, and the whole of what is locked as a single file. */
    public static final String ITSELF = ".";

    private static final InstalledFiles NONE = new InstalledFiles(new TreeMap<>());

    public InstalledFiles {
        SortedMap<String, SortedMap<String, SortedMap<String, InstalledEntry>>> copy = new TreeMap<>();
        for (Map.Entry<String, SortedMap<String, SortedMap<String, InstalledEntry>>> folder : folders.entrySet()) {
            SortedMap<String, SortedMap<String, InstalledEntry>> systems = new TreeMap<>();
            for (Map.Entry<String, SortedMap<String, InstalledEntry>> system :
                    folder.getValue().entrySet()) {
                systems.put(system.getKey(), Collections.unmodifiableSortedMap(new TreeMap<>(system.getValue())));
            }
            if (!systems.isEmpty()) {
                copy.put(folder.getKey(), Collections.unmodifiableSortedMap(systems));
            }
        }
        folders = Collections.unmodifiableSortedMap(copy);
    }

    /** Those of a lock that holds no installed program. */
    public static InstalledFiles none() {
        return NONE;
    }

    /** What is locked in a folder on a system. */
    public Optional<SortedMap<String, InstalledEntry>> of(String folder, String system) {
        SortedMap<String, SortedMap<String, InstalledEntry>> systems = folders.get(folder);
        return systems == null ? Optional.empty() : Optional.ofNullable(systems.get(system));
    }

    /** The systems that a folder is locked for. */
    public SortedSet<String> systemsOf(String folder) {
        SortedMap<String, SortedMap<String, InstalledEntry>> systems = folders.get(folder);
        return systems == null ? new TreeSet<>() : new TreeSet<>(systems.keySet());
    }

    /** The same with a folder's files on a system, in place of those before. */
    public InstalledFiles with(String folder, String system, SortedMap<String, InstalledEntry> entries) {
        SortedMap<String, SortedMap<String, SortedMap<String, InstalledEntry>>> all = new TreeMap<>(folders);
        SortedMap<String, SortedMap<String, InstalledEntry>> systems =
                new TreeMap<>(all.getOrDefault(folder, new TreeMap<>()));
        systems.put(system, entries);
        all.put(folder, systems);
        return new InstalledFiles(all);
    }

    /** The same without a folder's files on a system. */
    public InstalledFiles without(String folder, String system) {
        SortedMap<String, SortedMap<String, SortedMap<String, InstalledEntry>>> all = new TreeMap<>(folders);
        SortedMap<String, SortedMap<String, InstalledEntry>> systems =
                new TreeMap<>(all.getOrDefault(folder, new TreeMap<>()));
        systems.remove(system);
        all.put(folder, systems);
        return new InstalledFiles(all);
    }

    /** The folders of which these accept other files, for a system that others know, than those do; or have none any more. */
    public SortedSet<String> changedSince(InstalledFiles others) {
        SortedSet<String> changed = new TreeSet<>();
        for (String folder : others.folders.keySet()) {
            for (String system : others.systemsOf(folder)) {
                if (!others.of(folder, system).equals(of(folder, system))) {
                    changed.add(folder);
                }
            }
        }
        return changed;
    }

    /** The folder among others that a folder lies in; empty where it lies in none. */
    public static Optional<String> outerOf(String folder, Collection<String> others) {
        for (int slash = folder.indexOf('/'); slash >= 0; slash = folder.indexOf('/', slash + 1)) {
            String outer = folder.substring(0, slash);
            if (others.contains(outer)) {
                return Optional.of(outer);
            }
        }
        return Optional.empty();
    }

    /** What either has; of a folder that both have for a system, this one's. */
    public InstalledFiles union(InstalledFiles other) {
        SortedMap<String, SortedMap<String, SortedMap<String, InstalledEntry>>> union = new TreeMap<>(other.folders);
        for (Map.Entry<String, SortedMap<String, SortedMap<String, InstalledEntry>>> folder : folders.entrySet()) {
            SortedMap<String, SortedMap<String, InstalledEntry>> systems =
                    new TreeMap<>(union.getOrDefault(folder.getKey(), new TreeMap<>()));
            systems.putAll(folder.getValue());
            union.put(folder.getKey(), systems);
        }
        return new InstalledFiles(union);
    }
}
