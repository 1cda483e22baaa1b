package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The keywords that speak of mappings and lists; every other type passes them. */
final class CollectionKeywords {

    private CollectionKeywords() {}

    static Keyword properties(Map<String, JsonSchema> properties) {
        return (instance, errors) -> {
            for (YamlMapping.Entry entry : entries(instance)) {
                JsonSchema schema = properties.get(entry.name());
                if (schema != null) {
                    schema.check(instance.property(entry), errors);
                }
            }
        };
    }

    /** {@code additionalProperties: false}. */
    static Keyword closed(List<String> known) {
        return (instance, errors) -> {
            for (YamlMapping.Entry entry : entries(instance)) {
                if (!known.contains(entry.name())) {
                    errors.accept(new SchemaError(
                            instance.pointer(),
                            entry.key().span(),
                            "additionalProperties",
                            entry.name(),
                            known,
                            entry.value(),
                            Quoted.of(entry.name()) + " is not a known key here"));
                }
            }
        };
    }

    static Keyword required(List<String> names) {
        return (instance, errors) -> instance.mapping().ifPresent(mapping -> {
            for (String name : names) {
                if (mapping.entry(name).isEmpty()) {
                    errors.accept(new SchemaError(
                            instance.pointer(),
                            instance.anchor(),
                            "required",
                            name,
                            List.of(),
                            mapping,
                            "'" + name + "' is missing"));
                }
            }
        });
    }

    static Keyword items(JsonSchema schema, int from) {
        return (instance, errors) -> forEachItem(instance, (index, item) -> {
            if (index >= from) {
                schema.check(item, errors);
            }
        });
    }

    static Keyword prefixItems(List<JsonSchema> schemas) {
        return (instance, errors) -> forEachItem(instance, (index, item) -> {
            if (index < schemas.size()) {
                schemas.get(index).check(item, errors);
            }
        });
    }

    static Keyword minItems(int count) {
        return (instance, errors) -> instance.sequence()
                .filter(sequence -> sequence.items().size() < count)
                .ifPresent(sequence -> errors.accept(Keyword.error(
                        instance,
                        "minItems",
                        "",
                        List.of(),
                        "must have at least " + count + (count == 1 ? " entry" : " entries"))));
    }

    static Keyword uniqueItems() {
        return (instance, errors) -> {
            Map<String, Integer> seen = new HashMap<>();
            forEachItem(instance, (index, item) -> repeated(seen, index, item, errors));
        };
    }

    private static void repeated(Map<String, Integer> seen, int index, Instance item, Consumer<SchemaError> errors) {
        Integer first = seen.putIfAbsent(Canonical.of(item.node()), index);
        if (first != null) {
            errors.accept(Keyword.error(item, "uniqueItems", "", List.of(), "repeats entry " + first + " of the list"));
        }
    }

    private static List<YamlMapping.Entry> entries(Instance instance) {
        return instance.mapping().map(YamlMapping::entries).orElse(List.of());
    }

    private static void forEachItem(Instance instance, ItemVisitor visitor) {
        instance.sequence().ifPresent(sequence -> {
            List<YamlNode> values = sequence.values();
            for (int i = 0; i < values.size(); i++) {
                visitor.visit(i, instance.item(i, values.get(i)));
            }
        });
    }

    private interface ItemVisitor {
        void visit(int index, Instance item);
    }
}
