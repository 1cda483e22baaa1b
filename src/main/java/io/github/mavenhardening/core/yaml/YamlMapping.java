package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;
import java.util.List;
import java.util.Optional;

/**
 * A mapping. Keys are scalars; entries with other keys are reported as problems of the document and left out.
 *
 * @param entries the entries in the order of the text; of a key that stands twice only the last, as parsers take it
 * @param isFlow whether it is written in flow style, in braces or as a pair within brackets
 */
public record YamlMapping(List<Entry> entries, Span span, boolean isFlow) implements YamlNode {

    public YamlMapping {
        entries = List.copyOf(entries);
    }

    /**
     * One key and its value.
     *
     * @param site where the value stands in this mapping: the alias where it is one, else the value's own span
     */
    public record Entry(YamlScalar key, YamlNode value, Span site) {

        /** The key's text. */
        public String name() {
            return key.value();
        }
    }

    /** The entry of that key; empty when there is none. Case matters. */
    public Optional<Entry> entry(String key) {
        for (Entry entry : entries) {
            if (entry.name().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The value of that key, a null scalar included; empty when there is no such key. */
    public Optional<YamlNode> get(String key) {
        Optional<Entry> entry = entry(key);
        return entry.isPresent() ? Optional.of(entry.get().value()) : Optional.empty();
    }

    /** The value of that key where it is a scalar. */
    public Optional<YamlScalar> scalar(String key) {
        return get(key).orElse(null) instanceof YamlScalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    /** The value of that key where it is a mapping. */
    public Optional<YamlMapping> mapping(String key) {
        return get(key).orElse(null) instanceof YamlMapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    /** The value of that key where it is a sequence. */
    public Optional<YamlSequence> sequence(String key) {
        return get(key).orElse(null) instanceof YamlSequence sequence ? Optional.of(sequence) : Optional.empty();
    }
}
