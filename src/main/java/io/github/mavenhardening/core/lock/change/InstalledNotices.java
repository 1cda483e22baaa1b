package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.lock.installed.InstalledEntry;
import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a reviewer has to look at of what plugins install past Maven: the lock has no version of it, so its files are named. */
final class InstalledNotices {

    private static final int NAMED = 5;

    private InstalledNotices() {}

    static List<Notice> of(InstalledFiles before, InstalledFiles after) {
        SortedSet<String> folders = new TreeSet<>(before.folders().keySet());
        folders.addAll(after.folders().keySet());
        List<Notice> notices = new ArrayList<>();
        for (String folder : folders) {
            SortedSet<String> systems = new TreeSet<>(before.systemsOf(folder));
            systems.addAll(after.systemsOf(folder));
            for (String system : systems) {
                compare(folder, system, before, after).ifPresent(notices::add);
            }
        }
        return notices;
    }

    private static Optional<Notice> compare(String folder, String system, InstalledFiles before, InstalledFiles after) {
        Optional<SortedMap<String, InstalledEntry>> old = before.of(folder, system);
        Optional<SortedMap<String, InstalledEntry>> now = after.of(folder, system);
        if (old.equals(now)) {
            return Optional.empty();
        }
        if (now.isEmpty()) {
            return Optional.of(new Notice(
                    Concern.LOCK, "what is installed in " + folder + " is not locked for " + system + " any more"));
        }
        if (old.isEmpty()) {
            return Optional.of(new Notice(Concern.POWER, added(folder, system, now.get())));
        }
        List<String> changes = changes(old.get(), now.get());
        int more = changes.size() - NAMED;
        return Optional.of(new Notice(
                Concern.BYTES,
                "installed in " + folder + " for " + system + ": "
                        + String.join("; ", changes.subList(0, Math.min(NAMED, changes.size())))
                        + (more > 0 ? "; and " + more + " more" : "")));
    }

    private static String added(String folder, String system, SortedMap<String, InstalledEntry> entries) {
        long files = 0;
        long size = 0;
        for (InstalledEntry entry : entries.values()) {
            files += entry.files();
            size += entry.size();
        }
        return "what is installed in " + folder + " is locked for " + system + ": " + Count.of(files, "files") + " of "
                + Count.of(size, "bytes");
    }

    private static List<String> changes(
            SortedMap<String, InstalledEntry> before, SortedMap<String, InstalledEntry> after) {
        SortedMap<String, InstalledEntry> all = new TreeMap<>(before);
        all.putAll(after);
        List<String> changes = new ArrayList<>();
        for (String way : all.keySet()) {
            InstalledEntry old = before.get(way);
            InstalledEntry now = after.get(way);
            if (old == null) {
                changes.add(way + " is new");
            } else if (now == null) {
                changes.add(way + " is gone");
            } else if (!old.equals(now)) {
                changes.add(way + " had " + old.text() + " and has " + now.text());
            }
        }
        return changes;
    }
}
