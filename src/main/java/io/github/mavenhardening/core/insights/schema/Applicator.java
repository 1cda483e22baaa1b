package io.github.mavenhardening.core.insights.schema;

import java.util.List;

/**
 * A keyword that holds the same instance against other schemas: {@code allOf}, {@code anyOf} or {@code if} with its
 * {@code then} and {@code else}.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-core#section-10.2">JSON Schema 2020-12: keywords for
 *     applying subschemas in place</a>
 */
final class Applicator implements Keyword {

    private final String name;
    private final List<JsonSchema> schemas;

    private Applicator(String name, List<JsonSchema> schemas) {
        this.name = name;
        this.schemas = List.copyOf(schemas);
    }

    static Keyword all(List<JsonSchema> schemas) {
        return new Applicator("allOf", schemas);
    }

    static Keyword any(List<JsonSchema> schemas) {
        return new Applicator("anyOf", schemas);
    }

    static Keyword conditional(JsonSchema condition, JsonSchema then, JsonSchema otherwise) {
        return new Applicator("if", List.of(condition, then, otherwise));
    }

    @Override
    public void check(Instance instance, List<SchemaError> errors) {
        switch (name) {
            case "allOf" -> all(instance, errors);
            case "anyOf" -> any(instance, errors);
            default -> schemas.get(schemas.get(0).accepts(instance) ? 1 : 2).check(instance, errors);
        }
    }

    private void all(Instance instance, List<SchemaError> errors) {
        for (JsonSchema schema : schemas) {
            schema.check(instance, errors);
        }
    }

    private void any(Instance instance, List<SchemaError> errors) {
        for (JsonSchema schema : schemas) {
            if (schema.accepts(instance)) {
                return;
            }
        }
        errors.add(Keyword.error(instance, name, "", List.of(), "matches none of the allowed forms"));
    }
}
