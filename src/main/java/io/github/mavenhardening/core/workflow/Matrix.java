package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/**
 * The matrix of a job, unfolded into the values that each of its paths can take. Excluded ones are gone; which value meets
 * which in one job is not kept.
 *
 * @param key the key {@code matrix}
 * @param expansions the values, in the order of the text
 */
public record Matrix(YamlScalar key, List<Expansion> expansions) {

    public Matrix {
        expansions = List.copyOf(expansions);
    }

    /**
     * One value that a path can take.
     *
     * @param path the path in lower case with points, {@code matrix.image.tag}; of an unknown part, its beginning
     * @param text the value's text; empty where it is not known
     * @param origin the scalar that it comes from
     * @param isKnown whether the value is known before a run
     */
    public record Expansion(String path, String text, YamlScalar origin, boolean isKnown) {

        private boolean concerns(ContextPath wanted) {
            return isKnown ? wanted.matches(path) || wildcard(wanted) : wanted.isWithin(path);
        }

        /** Whether the wanted path reads any element of a list or object that this value is of. */
        private boolean wildcard(ContextPath wanted) {
            String reading = wanted.toString();
            return reading.endsWith(".*") && path.startsWith(reading.substring(0, reading.length() - 1));
        }
    }

    /** The values that a {@code matrix.…} path can take; empty when the matrix has nothing there. */
    public List<Expansion> valuesOf(ContextPath path) {
        List<Expansion> values = new ArrayList<>();
        for (Expansion expansion : expansions) {
            if (expansion.concerns(path)) {
                values.add(expansion);
            }
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
