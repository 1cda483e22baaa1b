package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.yaml.YamlMapping;
import java.util.List;
import java.util.Map;

/** A keyword that speaks of mappings: {@code properties}, {@code additionalProperties} or {@code required}. */
final class MappingKeyword implements Keyword {

    private final String name;
    private final Map<String, JsonSchema> schemas;
    private final List<String> keys;

    private MappingKeyword(String name, Map<String, JsonSchema> schemas, List<String> keys) {
        this.name = name;
        this.schemas = Map.copyOf(schemas);
        this.keys = List.copyOf(keys);
    }

    static Keyword properties(Map<String, JsonSchema> properties) {
        return new MappingKeyword("properties", properties, List.of());
    }

    /** {@code additionalProperties: false}. */
    static Keyword closed(List<String> known) {
        return new MappingKeyword("additionalProperties", Map.of(), known);
    }

    static Keyword required(List<String> names) {
        return new MappingKeyword("required", Map.of(), names);
    }

    @Override
    public void check(Instance instance, List<SchemaError> errors) {
        if (instance.node() instanceof YamlMapping mapping) {
            switch (name) {
                case "properties" -> properties(instance, mapping, errors);
                case "additionalProperties" -> closed(instance, mapping, errors);
                default -> required(instance, mapping, errors);
            }
        }
    }

    private void properties(Instance instance, YamlMapping mapping, List<SchemaError> errors) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            JsonSchema schema = schemas.get(entry.name());
            if (schema != null) {
                schema.check(instance.property(entry), errors);
            }
        }
    }

    private void closed(Instance instance, YamlMapping mapping, List<SchemaError> errors) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (!keys.contains(entry.name())) {
                errors.add(new SchemaError(
                        instance.pointer(),
                        entry.key().span(),
                        name,
                        entry.name(),
                        keys,
                        entry.value(),
                        Quoted.of(entry.name()) + " is not a known key here"));
            }
        }
    }

    private void required(Instance instance, YamlMapping mapping, List<SchemaError> errors) {
        for (String key : keys) {
            if (mapping.entry(key).isEmpty()) {
                errors.add(new SchemaError(
                        instance.pointer(),
                        instance.anchor(),
                        name,
                        key,
                        List.of(),
                        mapping,
                        "'" + key + "' is missing"));
            }
        }
    }
}
