package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.text.ByteOrderMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The patterns of one {@code .gitignore}, of which the last that speaks of a path decides. Those without wildcards, or with one
 * asterisk at either end, are looked up by their text, so that a path costs no more where there are a hundred thousand of them.
 */
final class IgnoreList {

    private static final String WILD = "*?[\\";

    private final List<IgnorePattern> patterns;
    private final Lasts names = new Lasts();
    private final Lasts paths = new Lasts();
    /** Of {@code *.log} what follows the asterisk, and of {@code build*} what stands before it. */
    private final Lasts ends = new Lasts();

    private final Lasts beginnings = new Lasts();
    /** The places of all others. */
    private final List<Integer> others = new ArrayList<>();

    private int weight;

    private IgnoreList(List<IgnorePattern> patterns) {
        this.patterns = patterns;
        for (int i = 0; i < patterns.size(); i++) {
            add(patterns.get(i), i);
        }
    }

    static IgnoreList of(String text) {
        List<IgnorePattern> patterns = new ArrayList<>();
        for (String line : ByteOrderMark.without(text).split("\n", -1)) {
            Optional<IgnorePattern> pattern =
                    IgnorePattern.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            pattern.ifPresent(patterns::add);
        }
        return new IgnoreList(List.copyOf(patterns));
    }

    /** By a text the places of the last pattern of it, and of the last of it that speaks of more than folders. */
    private static final class Lasts {
        private final Map<String, Integer> ofFolders = new HashMap<>();
        private final Map<String, Integer> ofAll = new HashMap<>();
        private final TreeSet<Integer> lengths = new TreeSet<>();

        void add(String text, boolean foldersOnly, int place) {
            ofFolders.put(text, place);
            if (!foldersOnly) {
                ofAll.put(text, place);
            }
            lengths.add(text.length());
        }

        int of(String text, boolean isFolder) {
            return (isFolder ? ofFolders : ofAll).getOrDefault(text, -1);
        }
    }

    private void add(IgnorePattern pattern, int place) {
        String text = pattern.text();
        if (isPlain(text)) {
            (pattern.isOfNames() ? names : paths).add(text, pattern.isOfFolders(), place);
        } else if (pattern.isOfNames() && text.startsWith("*") && isPlain(text.substring(1))) {
            ends.add(text.substring(1), pattern.isOfFolders(), place);
        } else if (pattern.isOfNames() && text.endsWith("*") && isPlain(text.substring(0, text.length() - 1))) {
            beginnings.add(text.substring(0, text.length() - 1), pattern.isOfFolders(), place);
        } else {
            others.add(place);
            weight += text.length();
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (WILD.indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** How much each path costs: the characters of the patterns that have to be tried. */
    int weight() {
        return weight;
    }

    /**
     * The pattern that decides on a path; empty when none speaks of it.
     *
     * @param path relative to the folder that the list stands in
     */
    Optional<IgnorePattern> decides(String path, boolean isFolder) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int last = Math.max(names.of(name, isFolder), paths.of(path, isFolder));
        for (int length : ends.lengths) {
            if (length <= name.length()) {
                last = Math.max(last, ends.of(name.substring(name.length() - length), isFolder));
            }
        }
        for (int length : beginnings.lengths) {
            if (length <= name.length()) {
                last = Math.max(last, beginnings.of(name.substring(0, length), isFolder));
            }
        }
        for (int i = others.size() - 1; i >= 0 && others.get(i) > last; i--) {
            if (patterns.get(others.get(i)).matches(path, isFolder)) {
                last = others.get(i);
            }
        }
        return last < 0 ? Optional.empty() : Optional.of(patterns.get(last));
    }
}
