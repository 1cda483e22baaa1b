package io.github.mavenhardening.core.insights.schema;

import java.util.List;
import java.util.Map;

/**
 * {@code $ref}. Definitions may come in any order, so that they are looked up when an instance comes.
 *
 * @param definitions the schema's, by the targets that name them: {@code #/$defs/Contact}; filled while it is read
 */
record Reference(String target, Map<String, JsonSchema> definitions) implements Keyword {

    @Override
    public void check(Instance instance, List<SchemaError> errors) {
        JsonSchema schema = definitions.get(target);
        if (schema == null) {
            throw new IllegalStateException("the schema refers to " + target + ", which it does not have");
        }
        schema.check(instance, errors);
    }
}
