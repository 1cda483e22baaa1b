package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A schema that located YAML can be held against. Immutable.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema 2020-12: validation</a>
 */
public final class JsonSchema {

    private final List<Keyword> keywords;

    JsonSchema(List<Keyword> keywords) {
        this.keywords = List.copyOf(keywords);
    }

    /** Everything that the schema does not allow in that value, in the order of the text. */
    public List<SchemaError> validate(YamlNode root) {
        List<SchemaError> errors = new ArrayList<>();
        check(Instance.root(root), errors);
        return errors.isEmpty() ? List.of() : sorted(errors);
    }

    private static List<SchemaError> sorted(List<SchemaError> errors) {
        errors.sort(Comparator.comparing(SchemaError::span)
                .thenComparing(error -> error.pointer().text())
                .thenComparing(SchemaError::reason));
        return List.copyOf(errors);
    }

    void check(Instance instance, List<SchemaError> errors) {
        for (Keyword keyword : keywords) {
            keyword.check(instance, errors);
        }
    }

    boolean accepts(Instance instance) {
        List<SchemaError> errors = new ArrayList<>();
        check(instance, errors);
        return errors.isEmpty();
    }
}
