package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** A keyword that speaks of values of every type: {@code type}, {@code enum} or {@code const}. */
final class ValueKeyword implements Keyword {

    private final String name;
    private final List<JsonType> types;
    private final List<String> values;

    private ValueKeyword(String name, List<JsonType> types, List<String> values) {
        this.name = name;
        this.types = List.copyOf(types);
        this.values = List.copyOf(values);
    }

    static Keyword type(List<JsonType> types) {
        return new ValueKeyword("type", types, List.of());
    }

    /** One of these values; the schemas enumerate strings alone. */
    static Keyword enumeration(List<String> values) {
        return new ValueKeyword("enum", List.of(JsonType.STRING), values);
    }

    static Keyword constant(String value) {
        return new ValueKeyword("const", List.of(JsonType.STRING), List.of(value));
    }

    static Keyword constant(boolean value) {
        return new ValueKeyword("const", List.of(JsonType.BOOLEAN), List.of(String.valueOf(value)));
    }

    @Override
    public void check(Instance instance, List<SchemaError> errors) {
        switch (name) {
            case "type" -> type(instance, errors);
            case "enum" -> enumeration(instance, errors);
            default -> constant(instance, errors);
        }
    }

    private void type(Instance instance, List<SchemaError> errors) {
        JsonType type = instance.type();
        if (!takes(type)) {
            String wanted = wanted();
            String reason = type == JsonType.NULL
                    ? "is empty, but must be " + wanted
                    : "must be " + wanted + ", not " + type.words();
            errors.add(Keyword.error(instance, name, wanted, List.of(), reason));
        }
    }

    private boolean takes(JsonType type) {
        for (JsonType one : types) {
            if (one.takes(type)) {
                return true;
            }
        }
        return false;
    }

    private String wanted() {
        StringBuilder wanted = new StringBuilder();
        for (JsonType type : types) {
            wanted.append(wanted.isEmpty() ? "" : " or ").append(type.words());
        }
        return wanted.toString();
    }

    private void enumeration(Instance instance, List<SchemaError> errors) {
        Optional<String> text = instance.string();
        if (text.isEmpty() || !values.contains(text.get())) {
            String shown =
                    text.isPresent() ? Quoted.of(text.get()) : instance.type().words();
            errors.add(
                    Keyword.error(instance, name, "", values, shown + " is not one of " + String.join(", ", values)));
        }
    }

    private void constant(Instance instance, List<SchemaError> errors) {
        String value = values.get(0);
        boolean same = types.contains(JsonType.STRING)
                ? instance.string().equals(Optional.of(value))
                : booleanOf(instance).equals(Optional.of(Boolean.valueOf(value)));
        if (!same) {
            errors.add(Keyword.error(instance, name, value, values, "must be " + value));
        }
    }

    private static Optional<Boolean> booleanOf(Instance instance) {
        return instance.node() instanceof YamlScalar scalar ? scalar.asBoolean() : Optional.empty();
    }
}
