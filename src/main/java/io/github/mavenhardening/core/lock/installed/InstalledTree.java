package io.github.mavenhardening.core.lock.installed;

import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.Sha256;
import io.github.mavenhardening.core.lock.installed.InstalledEntry.Kind;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files and links below a folder, hashed. Folders without a file do not count.
 *
 * <p>The hash of a folder is that of its list: a line for each file below it, sorted by the way that leads there, of the file's
 * SHA-256, two blanks, the way, and a line feed, as {@code sha256sum} prints it; a link has {@code link to } before the SHA-256
 * of where it leads.
 *
 * @param leaves the files and links, by the way from the folder; a single file that stands in the place of a folder is
 *     {@value InstalledFiles#ITSELF}
 */
record InstalledTree(SortedMap<String, InstalledEntry> leaves) {

    private static final char AFTER_SLASH = '/' + 1;

    /** So many lines can still be reviewed; a Node.js with its npm comes to about 40 of them. */
    static final int MAX_ENTRIES = 100;

    InstalledTree {
        leaves = Collections.unmodifiableSortedMap(new TreeMap<>(leaves));
    }

    /**
     * What is wrong with the way to a file, if anything: it must not lead out of the folder.
     *
     * @return a sentence fragment; empty for a sound one
     */
    static Optional<String> problemOf(String way) {
        String plain = way.endsWith("/") ? way.substring(0, way.length() - 1) : way;
        if (way.equals(InstalledFiles.ITSELF)) {
            return Optional.empty();
        }
        return plain.startsWith(LockPath.PROJECT_PREFIX)
                ? Optional.of("the path has an empty, '.' or '..' segment")
                : LockPath.problemOf(plain);
    }

    /** The leaves below a folder; all of them below the folder itself. */
    SortedMap<String, InstalledEntry> below(String folder) {
        return folder.equals(InstalledFiles.ITSELF)
                ? leaves
                : leaves.subMap(folder, folder.substring(0, folder.length() - 1) + AFTER_SLASH);
    }

    /**
     * What stands at a place.
     *
     * @param way where; that of a folder ends with a slash
     * @return empty where there is nothing, or another kind of thing
     */
    Optional<InstalledEntry> at(String way) {
        if (leaves.containsKey(way)) {
            return Optional.of(leaves.get(way));
        }
        boolean isFolder = way.endsWith("/") || way.equals(InstalledFiles.ITSELF);
        return isFolder && !below(way).isEmpty() ? Optional.of(folder(way)) : Optional.empty();
    }

    private InstalledEntry folder(String folder) {
        int skipped = folder.equals(InstalledFiles.ITSELF) ? 0 : folder.length();
        StringBuilder list = new StringBuilder();
        int files = 0;
        long size = 0;
        for (Map.Entry<String, InstalledEntry> leaf : below(folder).entrySet()) {
            InstalledEntry entry = leaf.getValue();
            list.append(entry.kind() == Kind.LINK ? "link to " + Sha256.ofText(entry.content()) : entry.content());
            list.append("  ").append(leaf.getKey(), skipped, leaf.getKey().length());
            list.append('\n');
            files++;
            size += entry.size();
        }
        return InstalledEntry.folder(files, size, Sha256.ofText(list.toString()));
    }

    /**
     * The lines of the lock: at most {@value #MAX_ENTRIES}. A folder is listed in the place of what it holds where that would
     * come to more; the upper ones are opened first, and those of one level by their names.
     */
    SortedMap<String, InstalledEntry> entries() {
        Map<String, SortedSet<String>> held = held();
        SortedSet<String> shown = new TreeSet<>(Set.of(InstalledFiles.ITSELF));
        Deque<String> folders = new ArrayDeque<>(shown);
        while (!folders.isEmpty()) {
            String folder = folders.remove();
            SortedSet<String> inside = held.getOrDefault(folder, new TreeSet<>());
            // Silent: a folder that is not opened is listed itself.
            if (!inside.isEmpty() && shown.size() - 1 + inside.size() <= MAX_ENTRIES) {
                shown.remove(folder);
                shown.addAll(inside);
                for (String each : inside) {
                    if (each.endsWith("/")) {
                        folders.add(each);
                    }
                }
            }
        }
        SortedMap<String, InstalledEntry> entries = new TreeMap<>();
        for (String way : shown) {
            at(way).ifPresent(entry -> entries.put(way, entry));
        }
        return entries;
    }

    /** By folder what it holds itself. */
    private Map<String, SortedSet<String>> held() {
        Map<String, SortedSet<String>> held = new HashMap<>();
        for (String leaf : leaves.keySet()) {
            String folder = InstalledFiles.ITSELF;
            for (int slash = leaf.indexOf('/'); slash >= 0; slash = leaf.indexOf('/', slash + 1)) {
                String inside = leaf.substring(0, slash + 1);
                held.computeIfAbsent(folder, none -> new TreeSet<>()).add(inside);
                folder = inside;
            }
            if (!leaf.equals(InstalledFiles.ITSELF)) {
                held.computeIfAbsent(folder, none -> new TreeSet<>()).add(leaf);
            }
        }
        return held;
    }
}
