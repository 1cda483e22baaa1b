package io.github.mavenhardening.core.lock;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accepted hashes, immutable. Entries are sorted by path (by UTF-16 code unit, whatever the
 * locale), so that the same set is always the same bytes and merges touch few lines.
 */
public final class Lock {

    /** Where the lock lies, relative to the root of the checked repository. */
    public static final String LOCATION = ".mvn/checksums/checksums.sha256";

    private final List<String> header;
    private final SortedMap<String, LockEntry> entries;
    private final Map<String, List<String>> comments;

    Lock(List<String> header, Map<String, LockEntry> entries, Map<String, List<String>> comments) {
        this.header = List.copyOf(header);
        this.entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        // Not Map.copyOf, which is slow where somebody has chosen paths of one hash.
        this.comments = Collections.unmodifiableMap(new HashMap<>(comments));
    }

    /** A lock without entries. */
    public static Lock empty() {
        return new Lock(List.of(), Map.of(), Map.of());
    }

    /** The entries by path, sorted. */
    public SortedMap<String, LockEntry> entries() {
        return entries;
    }

    /** The entry of a path, if the path is locked. */
    public Optional<LockEntry> find(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /**
     * A lock with some hashes added or replaced.
     *
     * @param hashes SHA-256 by path
     */
    public Lock with(Map<String, String> hashes) {
        Map<String, LockEntry> merged = new TreeMap<>(entries);
        hashes.forEach((path, sha256) -> merged.put(path, new LockEntry(path, sha256, Optional.empty())));
        return new Lock(header, merged, comments);
    }

    /** The entries of some paths, where they have one. */
    public Lock only(Set<String> paths) {
        Map<String, LockEntry> kept = new HashMap<>();
        for (String path : paths) {
            LockEntry entry = entries.get(path);
            if (entry != null) {
                kept.put(path, entry);
            }
        }
        return new Lock(header, kept, Map.of());
    }

    /** A lock without some paths; the comments that stood above them go as well. */
    public Lock without(Set<String> paths) {
        Map<String, LockEntry> kept = new TreeMap<>(entries);
        kept.keySet().removeAll(paths);
        Map<String, List<String>> keptComments = new TreeMap<>(comments);
        keptComments.keySet().removeAll(paths);
        return new Lock(header, kept, keptComments);
    }

    /**
     * The content of the lock file: the comments of its head, then a line for each entry with the
     * comments that stood above it, each line ended by one line feed.
     */
    public String render() {
        StringBuilder text = new StringBuilder(entries.size() * 160);
        header.forEach(line -> text.append(line).append('\n'));
        entries.values().stream().sorted(Comparator.comparing(LockEntry::path)).forEach(entry -> {
            comments.getOrDefault(entry.path(), List.of())
                    .forEach(line -> text.append(line).append('\n'));
            text.append(entry.sha256()).append("  ").append(entry.path()).append('\n');
        });
        return text.toString();
    }
}
