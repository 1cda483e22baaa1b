package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.Map;
import java.util.TreeMap;

/** A value's content as a text: two values are equal to JSON Schema when these are. */
final class Canonical {

    private Canonical() {}

    static String of(YamlNode node) {
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString();
    }

    private static void append(YamlNode node, StringBuilder text) {
        if (node instanceof YamlMapping mapping) {
            Map<String, YamlNode> sorted = new TreeMap<>();
            for (YamlMapping.Entry entry : mapping.entries()) {
                sorted.put(entry.name(), entry.value());
            }
            text.append('{');
            for (Map.Entry<String, YamlNode> entry : sorted.entrySet()) {
                appendText(entry.getKey(), text);
                append(entry.getValue(), text);
            }
            text.append('}');
        } else if (node instanceof YamlSequence sequence) {
            text.append('[');
            for (YamlNode item : sequence.values()) {
                append(item, text);
            }
            text.append(']');
        } else {
            JsonType type = JsonType.of(node);
            text.append(type.name());
            appendText(type == JsonType.NULL ? "" : ((YamlScalar) node).value(), text);
        }
    }

    /** The length before the text keeps apart what would run together. */
    private static void appendText(String part, StringBuilder text) {
        text.append(part.length()).append(':').append(part);
    }
}
