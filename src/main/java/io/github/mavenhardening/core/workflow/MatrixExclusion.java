package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies a matrix's {@code exclude}: a value goes only when every combination that it is part of is excluded.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrixexclude">
 *     jobs.&lt;job_id&gt;.strategy.matrix.exclude</a>
 */
final class MatrixExclusion {

    /**
     * More combinations than this are not formed, and nothing is excluded: what is excluded too little is looked at all the
     * same.
     */
    private static final int COMBINATION_LIMIT = 1_024;

    /** The same holds of a matrix with more dimensions, and of rows so long that to look at each combination takes too long. */
    private static final int AXIS_LIMIT = 64;

    private static final long WORK_LIMIT = 10_000_000;

    private MatrixExclusion() {}

    static Map<String, List<YamlNode>> apply(Map<String, List<YamlNode>> axes, List<YamlNode> rows) {
        // Silent: where it is too much to work out, nothing is excluded, and more is looked at than runs.
        long length = 0;
        for (YamlNode row : rows) {
            length += 1 + row.span().end() - row.span().start();
        }
        List<Map<String, YamlNode>> combinations = axes.size() > AXIS_LIMIT ? List.of() : combinations(axes);
        if (combinations.isEmpty() || combinations.size() * length > WORK_LIMIT) {
            return axes;
        }
        Set<YamlNode> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Map<String, YamlNode> combination : combinations) {
            if (!isExcluded(combination, rows)) {
                kept.addAll(combination.values());
            }
        }
        Map<String, List<YamlNode>> left = new LinkedHashMap<>();
        for (Map.Entry<String, List<YamlNode>> axis : axes.entrySet()) {
            List<YamlNode> values = new ArrayList<>(axis.getValue());
            values.retainAll(kept);
            left.put(axis.getKey(), values);
        }
        return left;
    }

    private static boolean isExcluded(Map<String, YamlNode> combination, List<YamlNode> rows) {
        for (YamlNode row : rows) {
            if (excludes(row, combination)) {
                return true;
            }
        }
        return false;
    }

    private static List<Map<String, YamlNode>> combinations(Map<String, List<YamlNode>> axes) {
        // Silent: too many combinations are not worked out, and nothing is excluded.
        List<Map<String, YamlNode>> combinations = new ArrayList<>(List.of(Map.of()));
        for (Map.Entry<String, List<YamlNode>> axis : axes.entrySet()) {
            List<Map<String, YamlNode>> longer = new ArrayList<>();
            for (Map<String, YamlNode> combination : combinations) {
                for (YamlNode value : axis.getValue()) {
                    Map<String, YamlNode> extended = new LinkedHashMap<>(combination);
                    extended.put(axis.getKey(), value);
                    longer.add(extended);
                }
            }
            if (longer.size() > COMBINATION_LIMIT) {
                return List.of();
            }
            combinations = longer;
        }
        return combinations;
    }

    private static boolean excludes(YamlNode row, Map<String, YamlNode> combination) {
        if (!(row instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
            return false;
        }
        for (YamlMapping.Entry entry : mapping.entries()) {
            YamlNode value = combination.get(entry.name());
            if (value == null || !covers(entry.value(), value)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row's value says what the combination's value is; of an object it may name a part. */
    private static boolean covers(YamlNode row, YamlNode value) {
        if (row instanceof YamlScalar a && value instanceof YamlScalar b) {
            return a.value().equals(b.value());
        }
        if (row instanceof YamlMapping a && value instanceof YamlMapping b) {
            return a.entries().stream()
                    .allMatch(entry -> b.get(entry.name())
                            .filter(part -> covers(entry.value(), part))
                            .isPresent());
        }
        return row instanceof YamlSequence a
                && value instanceof YamlSequence b
                && a.items().size() == b.items().size()
                && coversEach(a.values(), b.values());
    }

    private static boolean coversEach(List<YamlNode> row, List<YamlNode> values) {
        for (int i = 0; i < row.size(); i++) {
            if (!covers(row.get(i), values.get(i))) {
                return false;
            }
        }
        return true;
    }
}
