package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/**
 * A value on its way through a schema.
 *
 * @param pointer the way to it
 * @param node the value
 * @param anchor what to point at when the value as a whole is wrong: its key, an item's first key, or the value itself
 */
record Instance(Pointer pointer, YamlNode node, Span anchor) {

    static Instance root(YamlNode node) {
        return new Instance(Pointer.root(), node, firstOf(node));
    }

    JsonType type() {
        return JsonType.of(node);
    }

    /** The text of a string; empty for every other type. */
    Optional<String> string() {
        return node instanceof YamlScalar scalar && type() == JsonType.STRING
                ? Optional.of(scalar.value())
                : Optional.empty();
    }

    Instance property(YamlMapping.Entry entry) {
        return new Instance(
                pointer.key(entry.name()), entry.value(), entry.key().span());
    }

    Instance item(int index, YamlNode item) {
        return new Instance(pointer.item(index), item, firstOf(item));
    }

    /** Where the value itself is written: a scalar that has characters; else what to point at in its stead. */
    Span place() {
        return node instanceof YamlScalar && node.span().end() > node.span().start() ? node.span() : anchor;
    }

    private static Span firstOf(YamlNode node) {
        return node instanceof YamlMapping mapping && !mapping.entries().isEmpty()
                ? mapping.entries().get(0).key().span()
                : node.span();
    }
}
