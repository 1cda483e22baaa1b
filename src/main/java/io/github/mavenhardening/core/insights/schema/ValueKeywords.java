package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The keywords that speak of values of every type. */
final class ValueKeywords {

    private ValueKeywords() {}

    static Keyword type(List<JsonType> types) {
        String wanted = types.stream().map(JsonType::words).collect(Collectors.joining(" or "));
        return (instance, errors) -> {
            JsonType type = instance.type();
            if (types.stream().noneMatch(one -> one.takes(type))) {
                String reason = type == JsonType.NULL
                        ? "is empty, but must be " + wanted
                        : "must be " + wanted + ", not " + type.words();
                errors.accept(Keyword.error(instance, "type", wanted, List.of(), reason));
            }
        };
    }

    /** One of these values; the schemas enumerate strings alone. */
    static Keyword enumeration(List<String> values) {
        return (instance, errors) -> {
            Optional<String> text = instance.string();
            if (text.isEmpty() || !values.contains(text.get())) {
                String shown = text.map(Quoted::of).orElse(instance.type().words());
                errors.accept(Keyword.error(
                        instance, "enum", "", values, shown + " is not one of " + String.join(", ", values)));
            }
        };
    }

    static Keyword constant(String value) {
        return constant(
                value, instance -> instance.string().filter(value::equals).isPresent());
    }

    static Keyword constant(boolean value) {
        return constant(
                String.valueOf(value),
                instance -> instance.node() instanceof YamlScalar scalar
                        && scalar.asBoolean().filter(it -> it == value).isPresent());
    }

    private static Keyword constant(String shown, Predicate<Instance> same) {
        return (instance, errors) -> {
            if (!same.test(instance)) {
                errors.accept(Keyword.error(instance, "const", shown, List.of(shown), "must be " + shown));
            }
        };
    }

    static Keyword all(List<JsonSchema> schemas) {
        return (instance, errors) -> schemas.forEach(schema -> schema.check(instance, errors));
    }

    static Keyword any(List<JsonSchema> schemas) {
        return (instance, errors) -> {
            if (schemas.stream().noneMatch(schema -> schema.accepts(instance))) {
                errors.accept(
                        Keyword.error(instance, "anyOf", "", List.of(), "fits none of the forms that it may have"));
            }
        };
    }

    static Keyword conditional(JsonSchema condition, Optional<JsonSchema> then, Optional<JsonSchema> otherwise) {
        return (instance, errors) ->
                (condition.accepts(instance) ? then : otherwise).ifPresent(schema -> schema.check(instance, errors));
    }
}
