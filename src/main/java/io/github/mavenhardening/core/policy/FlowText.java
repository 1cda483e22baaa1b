package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.regex.Pattern;

/** A value of a policy on one line, as YAML in flow style, to be shown and compared; a very long one is cut. */
final class FlowText {

    /** Aliases make long texts of short ones. */
    private static final int LONGEST = 2_000;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./@-]*+");

    private final StringBuilder text = new StringBuilder();

    private FlowText() {}

    static String of(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return scalar.value();
        }
        FlowText flow = new FlowText();
        flow.add(node);
        return flow.text.length() > LONGEST ? flow.text.substring(0, LONGEST) + "\u2026" : flow.text.toString();
    }

    private void add(YamlNode node) {
        if (text.length() > LONGEST) {
            return;
        }
        if (node instanceof YamlScalar scalar) {
            add(scalar.value());
        } else if (node instanceof YamlSequence sequence) {
            text.append('[');
            String between = "";
            for (YamlNode value : sequence.values()) {
                text.append(between);
                between = ", ";
                add(value);
            }
            text.append(']');
        } else if (node instanceof YamlMapping mapping) {
            text.append('{');
            String between = "";
            for (YamlMapping.Entry entry : mapping.entries()) {
                text.append(between);
                between = ", ";
                add(entry.name());
                text.append(": ");
                add(entry.value());
            }
            text.append('}');
        }
    }

    private void add(String value) {
        text.append(PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "''") + "'");
    }
}
