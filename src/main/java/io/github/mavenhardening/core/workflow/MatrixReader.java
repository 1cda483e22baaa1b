package io.github.mavenhardening.core.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Unfolds a {@code strategy.matrix}. */
final class MatrixReader {

    private static final String ROOT = "matrix";

    private final List<Matrix.Expansion> expansions = new ArrayList<>();

    private MatrixReader() {}

    static Matrix read(YamlMapping.Entry entry) {
        MatrixReader reader = new MatrixReader();
        if (entry.value() instanceof YamlMapping mapping) {
            reader.mapping(mapping);
        } else if (entry.value() instanceof YamlScalar scalar) {
            reader.expression(ROOT, scalar);
        }
        return new Matrix(entry.key(), reader.expansions);
    }

    private void mapping(YamlMapping matrix) {
        Map<String, List<YamlNode>> axes = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : matrix.entries()) {
            String name = entry.name();
            if (name.equals("include") || name.equals("exclude")) {
                continue;
            }
            if (entry.value() instanceof YamlSequence sequence) {
                axes.put(name, sequence.values());
            } else if (entry.value() instanceof YamlScalar scalar) {
                expression(pathOf(ROOT, name), scalar);
            }
        }
        Optional<YamlSequence> exclude = matrix.sequence("exclude");
        walk(exclude.isPresent() ? MatrixExclusion.apply(axes, exclude.get().values()) : axes);
        Optional<YamlNode> include = matrix.get("include");
        if (include.isPresent()) {
            include(include.get());
        }
    }

    private void walk(Map<String, List<YamlNode>> axes) {
        for (Map.Entry<String, List<YamlNode>> axis : axes.entrySet()) {
            for (YamlNode value : axis.getValue()) {
                String path = pathOf(ROOT, axis.getKey());
                walk(path, path, value);
            }
        }
    }

    private void include(YamlNode include) {
        if (include instanceof YamlSequence rows) {
            for (YamlNode row : rows.values()) {
                walk(ROOT, ROOT, row);
            }
        } else if (include instanceof YamlScalar scalar && !scalar.isNull()) {
            expression(ROOT, scalar);
        }
    }

    private void walk(String path, String place, YamlNode value) {
        if (value instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                walk(pathOf(path, entry.name()), pathOf(place, entry.name()), entry.value());
            }
        } else if (value instanceof YamlSequence sequence) {
            int item = 0;
            for (YamlNode itemValue : sequence.values()) {
                walk(pathOf(path, "*"), pathOf(place, String.valueOf(item++)), itemValue);
            }
        } else if (value instanceof YamlScalar scalar && !scalar.isNull()) {
            if (Fence.of(scalar).isEmpty()) {
                expansions.add(new Matrix.Expansion(path, place, scalar.value(), scalar, true));
            } else {
                expression(path, scalar);
            }
        }
    }

    /** What stands in place of a value: known where it is a constant such as {@code fromJSON('["a"]')}. */
    private void expression(String path, YamlScalar scalar) {
        List<Fence> fences = Fence.of(scalar);
        Optional<Value> constant = fences.size() == 1 && fences.get(0).isWhole()
                ? fences.get(0).expression().flatMap(Expression::constant)
                : Optional.empty();
        if (constant.isPresent()) {
            constant(path, constant.get(), scalar);
        } else {
            add(path, "", scalar, false);
        }
    }

    private void constant(String path, Value value, YamlScalar origin) {
        if (value instanceof Value.Collection collection) {
            json(path, collection.json(), origin);
        } else {
            add(path, value.text(), origin, true);
        }
    }

    /** An axis takes each element of an array; {@code include} in an object unfolds like the rest. */
    private void json(String path, JsonNode json, YamlScalar origin) {
        if (json.isArray()) {
            json.forEach(element -> json(path, element, origin));
        } else if (json.isObject()) {
            json.properties().forEach(property -> {
                boolean rows = path.equals(ROOT) && property.getKey().equals("include");
                json(rows ? ROOT : pathOf(path, property.getKey()), property.getValue(), origin);
            });
        } else if (!json.isNull()) {
            add(path, json.asText(), origin, true);
        }
    }

    private void add(String path, String text, YamlScalar origin, boolean known) {
        expansions.add(new Matrix.Expansion(path, path, text, origin, known));
    }

    private static String pathOf(String parent, String name) {
        return parent + "." + name.toLowerCase(Locale.ROOT);
    }
}
