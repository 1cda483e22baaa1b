package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values by name: {@code env}, {@code with}, {@code secrets}, inputs and outputs. Immutable. */
public final class NamedValues {

    /** More values than these are looked up in an index: expressions may read each of them, and be as many. */
    private static final int FEW = 16;

    private static final NamedValues NONE = new NamedValues(Optional.empty(), Optional.empty(), List.of());

    private final Optional<YamlScalar> key;
    private final Optional<YamlScalar> whole;
    private final List<Binding> all;
    /** By their names in lower case, the first of each; empty where there are few. */
    private final Map<String, Binding> index = new HashMap<>();

    private NamedValues(Optional<YamlScalar> key, Optional<YamlScalar> whole, List<Binding> all) {
        this.key = key;
        this.whole = whole;
        this.all = List.copyOf(all);
        if (all.size() > FEW) {
            for (Binding binding : all) {
                index.putIfAbsent(binding.name().lower(), binding);
            }
        }
    }

    /** The key under which they stand; empty when there are none. */
    public Optional<YamlScalar> key() {
        return key;
    }

    /** What stands in place of the list: an expression, {@code inherit}. */
    public Optional<YamlScalar> whole() {
        return whole;
    }

    /** The values, in the order of the text. */
    public List<Binding> all() {
        return all;
    }

    /**
     * One value.
     *
     * @param span from the name to the end of the value
     */
    public record Binding(YamlScalar name, YamlNode value, Span span) {

        /** The value where it is a scalar. */
        public Optional<YamlScalar> scalar() {
            return value instanceof YamlScalar scalar ? Optional.of(scalar) : Optional.empty();
        }

        /** The value's text; empty where it is not a scalar. */
        public Optional<String> text() {
            return value instanceof YamlScalar scalar ? Optional.of(scalar.value()) : Optional.empty();
        }

        /** The value where it is a mapping, as an input's declaration is. */
        public Optional<YamlMapping> mapping() {
            return value instanceof YamlMapping mapping ? Optional.of(mapping) : Optional.empty();
        }
    }

    public static NamedValues none() {
        return NONE;
    }

    /** The values under a key. */
    static NamedValues of(Optional<YamlMapping.Entry> entry) {
        if (entry.isEmpty()) {
            return NONE;
        }
        Optional<YamlScalar> key = Optional.of(entry.get().key());
        if (entry.get().value() instanceof YamlMapping mapping) {
            List<Binding> all = new ArrayList<>();
            for (YamlMapping.Entry value : mapping.entries()) {
                all.add(new Binding(value.key(), value.value(), YamlNodes.span(value)));
            }
            return new NamedValues(key, Optional.empty(), all);
        }
        return entry.get().value() instanceof YamlScalar scalar && !scalar.isNull()
                ? new NamedValues(key, Optional.of(scalar), List.of())
                : new NamedValues(key, Optional.empty(), List.of());
    }

    /** From the key to the end of what stands in place of the list, or of its last value; empty when there is no key. */
    public Optional<Span> span() {
        Optional<Span> last = whole.map(YamlScalar::span)
                .or(() -> all.isEmpty()
                        ? Optional.empty()
                        : Optional.of(all.get(all.size() - 1).span()));
        return key.map(k -> last.map(end -> YamlNodes.join(k.span(), end)).orElse(k.span()));
    }

    /** The value of that name, which is compared without regard to case, as inputs and secrets are. */
    public Optional<Binding> get(String name) {
        if (all.size() > FEW) {
            return Optional.ofNullable(index.get(name.toLowerCase(Locale.ROOT)));
        }
        for (Binding binding : all) {
            if (binding.name().value().equalsIgnoreCase(name)) {
                return Optional.of(binding);
            }
        }
        return Optional.empty();
    }

    /** Whether a part of text stands in one of the values. */
    public boolean anyContains(String part) {
        for (Binding binding : all()) {
            if (binding.text().orElse("").contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** The text of the value of that name. */
    public Optional<String> text(String name) {
        Optional<Binding> binding = get(name);
        return binding.isPresent() ? binding.get().text() : Optional.empty();
    }

    /** The value of that name where it is a scalar. */
    public Optional<YamlScalar> scalar(String name) {
        Optional<Binding> binding = get(name);
        return binding.isPresent() ? binding.get().scalar() : Optional.empty();
    }

    /** Whether nothing is given, not even as an expression. */
    public boolean isEmpty() {
        return all.isEmpty() && whole.isEmpty();
    }
}
