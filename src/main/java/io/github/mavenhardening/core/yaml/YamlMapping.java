package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A mapping. Keys are scalars; entries with other keys are reported as problems of the document and left out. Immutable. */
public final class YamlMapping implements YamlNode {

    /** With more entries than this, a key is looked up by its hash. */
    private static final int FEW = 16;

    private final List<Entry> entries;
    private final Span span;
    private final boolean isFlow;
    /** Empty where there are few. */
    private final Map<String, Entry> byName;

    YamlMapping(List<Entry> entries, Span span, boolean isFlow) {
        this.entries = List.copyOf(entries);
        this.span = span;
        this.isFlow = isFlow;
        this.byName = this.entries.size() > FEW ? byName(this.entries) : Map.of();
    }

    private static Map<String, Entry> byName(List<Entry> entries) {
        Map<String, Entry> byName = new HashMap<>();
        for (Entry entry : entries) {
            byName.put(entry.name(), entry);
        }
        return byName;
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

    /** The entries in the order of the text; of a key that stands twice only the last, as parsers take it. */
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public Span span() {
        return span;
    }

    /** Whether it is written in flow style, in braces or as a pair within brackets. */
    public boolean isFlow() {
        return isFlow;
    }

    /** The entry of that key; empty when there is none. Case matters. */
    public Optional<Entry> entry(String key) {
        if (!byName.isEmpty()) {
            return Optional.ofNullable(byName.get(key));
        }
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

    @Override
    public boolean equals(Object other) {
        return other instanceof YamlMapping mapping
                && span.equals(mapping.span)
                && isFlow == mapping.isFlow
                && entries.equals(mapping.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(span, entries.size());
    }

    @Override
    public String toString() {
        return "YamlMapping" + entries;
    }
}
