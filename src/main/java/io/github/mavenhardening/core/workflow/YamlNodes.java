package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Views of YAML nodes that the model's parts share. */
public final class YamlNodes {

    private YamlNodes() {}

    /** One scalar, or the scalars of a list, as {@code needs} and branch filters are written. */
    public static List<YamlScalar> texts(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return scalar.isNull() ? List.of() : List.of(scalar);
        }
        if (node instanceof YamlSequence sequence) {
            List<YamlScalar> texts = new ArrayList<>();
            for (YamlNode value : sequence.values()) {
                if (value instanceof YamlScalar scalar) {
                    texts.add(scalar);
                }
            }
            return List.copyOf(texts);
        }
        return List.of();
    }

    /** The same of what stands under a key; empty when nothing does. */
    public static List<YamlScalar> texts(YamlMapping parent, String key) {
        Optional<YamlNode> value = parent.get(key);
        return value.isPresent() ? texts(value.get()) : List.of();
    }

    /** From an entry's key to the end of what stands there. */
    static Span span(YamlMapping.Entry entry) {
        return join(entry.key().span(), entry.site());
    }

    /** From the beginning of one to the end of the other, which stands after it. */
    static Span join(Span first, Span last) {
        return last.end() <= first.end()
                ? first
                : new Span(first.start(), last.end(), first.line(), first.column(), last.endLine(), last.endColumn());
    }

    /** Every scalar of a node, values and not keys, each once however many aliases lead to it. */
    public static List<YamlScalar> scalars(YamlNode node) {
        List<YamlScalar> found = new ArrayList<>();
        Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<YamlNode> left = new ArrayDeque<>(List.of(node));
        while (!left.isEmpty()) {
            YamlNode next = left.pop();
            if (!seen.add(next)) {
                continue;
            }
            // The last is pushed first, to come last.
            if (next instanceof YamlScalar scalar) {
                found.add(scalar);
            } else if (next instanceof YamlSequence sequence) {
                List<YamlNode> values = sequence.values();
                for (int i = values.size() - 1; i >= 0; i--) {
                    left.push(values.get(i));
                }
            } else if (next instanceof YamlMapping mapping) {
                List<YamlMapping.Entry> entries = mapping.entries();
                for (int i = entries.size() - 1; i >= 0; i--) {
                    left.push(entries.get(i).value());
                }
            }
        }
        return List.copyOf(found);
    }
}
