package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A keyword that speaks of lists: {@code items}, {@code prefixItems}, {@code minItems} or {@code uniqueItems}. */
final class ListKeyword implements Keyword {

    private final String name;
    private final List<JsonSchema> schemas;
    private final int number;

    private ListKeyword(String name, List<JsonSchema> schemas, int number) {
        this.name = name;
        this.schemas = List.copyOf(schemas);
        this.number = number;
    }

    /** The schema of the items from that index on. */
    static Keyword items(JsonSchema schema, int from) {
        return new ListKeyword("items", List.of(schema), from);
    }

    static Keyword prefixItems(List<JsonSchema> schemas) {
        return new ListKeyword("prefixItems", schemas, 0);
    }

    static Keyword minItems(int count) {
        return new ListKeyword("minItems", List.of(), count);
    }

    static Keyword uniqueItems() {
        return new ListKeyword("uniqueItems", List.of(), 0);
    }

    @Override
    public void check(Instance instance, List<SchemaError> errors) {
        if (instance.node() instanceof YamlSequence sequence) {
            switch (name) {
                case "items" -> items(instance, sequence.values(), errors);
                case "prefixItems" -> prefixItems(instance, sequence.values(), errors);
                case "minItems" -> minItems(instance, sequence, errors);
                default -> uniqueItems(instance, sequence.values(), errors);
            }
        }
    }

    private void items(Instance instance, List<YamlNode> values, List<SchemaError> errors) {
        for (int i = number; i < values.size(); i++) {
            schemas.get(0).check(instance.item(i, values.get(i)), errors);
        }
    }

    private void prefixItems(Instance instance, List<YamlNode> values, List<SchemaError> errors) {
        for (int i = 0; i < Math.min(values.size(), schemas.size()); i++) {
            schemas.get(i).check(instance.item(i, values.get(i)), errors);
        }
    }

    private void minItems(Instance instance, YamlSequence sequence, List<SchemaError> errors) {
        if (sequence.items().size() < number) {
            String reason = "must have at least " + Count.of(number, "entries");
            errors.add(Keyword.error(instance, name, "", List.of(), reason));
        }
    }

    private void uniqueItems(Instance instance, List<YamlNode> values, List<SchemaError> errors) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Integer first = seen.putIfAbsent(Canonical.of(values.get(i)), i);
            if (first != null) {
                Instance item = instance.item(i, values.get(i));
                errors.add(Keyword.error(item, name, "", List.of(), "repeats entry " + first + " of the list"));
            }
        }
    }
}
