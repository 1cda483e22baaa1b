package io.github.mavenhardening.core.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** What differs between two snapshots, in words. */
public final class SnapshotChanges {

    private SnapshotChanges() {}

    /** A line for each setting that differs, sorted. */
    public static List<String> between(ForgeSnapshot before, ForgeSnapshot after) {
        SortedMap<String, Known<String>> was = FlatSettings.of(before);
        SortedMap<String, Known<String>> is = FlatSettings.of(after);
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            if (!was.containsKey(name)) {
                lines.add(name + " is new: " + words(is.get(name)));
            } else if (!is.containsKey(name)) {
                lines.add(name + " is gone; it was " + words(was.get(name)));
            } else if (!was.get(name).equals(is.get(name))) {
                lines.add(name + " is now " + words(is.get(name)) + "; it was " + words(was.get(name)));
            }
        }
        return lines;
    }

    private static String words(Known<String> setting) {
        return setting.value().orElseGet(() -> "unknown (" + setting.reason() + ")");
    }
}
