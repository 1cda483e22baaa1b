package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;
import java.util.ArrayList;
import java.util.List;

/** A sequence. */
public record YamlSequence(List<Item> items, Span span) implements YamlNode {

    public YamlSequence {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param site where it stands in this sequence: the alias where it is one, else the value's own span
     */
    public record Item(YamlNode value, Span site) {}

    /** The items' values. */
    public List<YamlNode> values() {
        List<YamlNode> values = new ArrayList<>(items.size());
        for (Item item : items) {
            values.add(item.value());
        }
        return List.copyOf(values);
    }
}
