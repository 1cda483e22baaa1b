package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The matrix of a job, unfolded into the values that each of its paths can take. Excluded ones are gone; which value meets
 * which in one job is not kept. Immutable.
 */
public final class Matrix {

    /** The most values that are of a list within a list, or not known: each reading goes through all of them. */
    static final int LIMIT = 1_024;

    private static final String ANY = ".*";

    private final YamlScalar key;
    private final List<Expansion> expansions;
    private final boolean whole;
    /** Those that are known and of no list, by their paths. */
    private final NavigableMap<String, List<Expansion>> byPath = new TreeMap<>();

    private final List<Expansion> others = new ArrayList<>();

    /**
     * Of those values.
     *
     * @param key the key {@code matrix}
     * @param expansions the values, in the order of the text
     */
    Matrix(YamlScalar key, List<Expansion> expansions) {
        // Silent: the matrix knows whether it is whole, and one that is not is reported.
        this.key = key;
        List<Expansion> kept = new ArrayList<>();
        for (Expansion expansion : expansions) {
            boolean plain = expansion.isKnown() && !expansion.path().contains("*");
            if (plain) {
                byPath.putIfAbsent(expansion.path(), new ArrayList<>());
                byPath.get(expansion.path()).add(expansion);
            } else if (others.size() < LIMIT) {
                others.add(expansion);
            }
            if (plain || others.size() < LIMIT) {
                kept.add(expansion);
            }
        }
        this.expansions = List.copyOf(kept);
        this.whole = kept.size() == expansions.size();
    }

    /** The key {@code matrix}. */
    public YamlScalar key() {
        return key;
    }

    /** All values, in the order of the text. */
    public List<Expansion> expansions() {
        return expansions;
    }

    /** Whether all its values are kept, for those in lists are no more than are looked at. */
    public boolean isWhole() {
        return whole;
    }

    /**
     * One value that a path can take.
     *
     * @param path the path in lower case with points, {@code matrix.image.tag}, and {@code *} for the items of a list; of an unknown
     *     part, its beginning
     * @param place the same, with the numbers of the items that it is in, from 0: {@code matrix.image.0}
     * @param text the value's text; empty where it is not known
     * @param origin the scalar that it comes from
     * @param isKnown whether the value is known before a run
     */
    public record Expansion(String path, String place, String text, YamlScalar origin, boolean isKnown) {

        private boolean concerns(ContextPath wanted) {
            return isKnown
                    ? (wanted.matches(path) && isItem(wanted)) || isWithin(path, wanted.toString())
                    : wanted.isWithin(path);
        }

        /** Whether it is the item whose number is asked for, where one is. */
        private boolean isItem(ContextPath wanted) {
            return wanted.matches(place) || wanted.segments().contains("*");
        }
    }

    /** Whether a path is one of those that another reads which ends with any element of a list or object. */
    private static boolean isWithin(String path, String reading) {
        return reading.endsWith(ANY) && path.startsWith(reading.substring(0, reading.length() - 1));
    }

    /**
     * The values that a {@code matrix.…} path can take; empty when the matrix has nothing there. Of any element of a list or
     * object at most so many as {@value #LIMIT}, those that are not known among them: GitHub runs no more than 256 jobs of a
     * matrix.
     */
    public List<Expansion> valuesOf(ContextPath path) {
        // Silent: GitHub runs fewer jobs than are looked at.
        List<Expansion> values = new ArrayList<>();
        for (Expansion expansion : others) {
            if (expansion.concerns(path)) {
                values.add(expansion);
            }
        }
        String reading = path.toString();
        if (reading.endsWith(ANY)) {
            String prefix = reading.substring(0, reading.length() - 1);
            for (Map.Entry<String, List<Expansion>> entry :
                    byPath.tailMap(prefix, true).entrySet()) {
                if (!isWithin(entry.getKey(), reading) || values.size() >= LIMIT) {
                    break;
                }
                values.addAll(entry.getValue()
                        .subList(0, Math.min(LIMIT, entry.getValue().size())));
            }
        } else {
            values.addAll(byPath.getOrDefault(reading, List.of()));
        }
        return List.copyOf(values);
    }

    /** The items of the lists that a {@code matrix.…} path can take, where they are known. */
    public List<Expansion> itemsOf(ContextPath path) {
        String item = path + ".*";
        List<Expansion> items = new ArrayList<>();
        for (Expansion expansion : expansions) {
            if (expansion.isKnown() && expansion.path().equals(item)) {
                items.add(expansion);
            }
        }
        return List.copyOf(items);
    }
}
