package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The difference of the settings of two versions of a YAML file, by their full names. Comments, order and style do not count.
 *
 * @param text {@code checks.unpinned-uses.enabled: false was added}
 * @param location where the setting stands now; the file as a whole where it is gone
 */
public record SettingsDiff(String text, Location location) {

    /** One value: what it is, and where. */
    private record Value(String text, Location location) {}

    /**
     * What is added, gone or different in the later version, sorted by name.
     *
     * @throws UnreadableFileException when one of them is not YAML
     */
    public static List<SettingsDiff> of(SourceFile before, SourceFile after) throws UnreadableFileException {
        Map<String, List<Value>> old = values(before);
        Map<String, List<Value>> now = values(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<SettingsDiff> differences = new ArrayList<>();
        for (String name : names) {
            compare(
                    name,
                    old.getOrDefault(name, List.of()),
                    now.getOrDefault(name, List.of()),
                    Location.ofFile(after.path()),
                    differences);
        }
        return differences;
    }

    private static void compare(
            String name, List<Value> old, List<Value> now, Location file, List<SettingsDiff> differences) {
        List<Value> gone = without(old, now);
        List<Value> added = without(now, old);
        if (gone.size() == 1 && added.size() == 1) {
            Value value = added.get(0);
            differences.add(
                    new SettingsDiff(name + ": " + gone.get(0).text() + " became " + value.text(), value.location()));
            return;
        }
        for (Value value : added) {
            differences.add(new SettingsDiff(name + ": " + value.text() + " was added", value.location()));
        }
        for (Value value : gone) {
            differences.add(new SettingsDiff(name + ": " + value.text() + " was removed", file));
        }
    }

    /** The values that the others do not have, each as often as there are more of it. */
    private static List<Value> without(List<Value> values, List<Value> others) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Value other : others) {
            counts.merge(other.text(), 1, Integer::sum);
        }
        List<Value> left = new ArrayList<>();
        for (Value value : values) {
            int count = counts.getOrDefault(value.text(), 0);
            if (count == 0) {
                left.add(value);
            } else {
                counts.put(value.text(), count - 1);
            }
        }
        return left;
    }

    private static Map<String, List<Value>> values(SourceFile source) throws UnreadableFileException {
        Map<String, List<Value>> values = new LinkedHashMap<>();
        YamlDocument document = YamlDocument.parse(source);
        if (document.root().isPresent()) {
            collect("", document.root().get(), source, values);
        }
        return values;
    }

    /** Entries of a list go by the list's name alone: one that is put before others changes only itself. */
    private static void collect(String name, YamlNode node, SourceFile source, Map<String, List<Value>> values) {
        if (node instanceof YamlMapping mapping && !mapping.entries().isEmpty()) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                collect(name.isEmpty() ? entry.name() : name + "." + entry.name(), entry.value(), source, values);
            }
        } else if (node instanceof YamlSequence sequence && !sequence.values().isEmpty()) {
            for (YamlNode value : sequence.values()) {
                add(name, value, source, values);
            }
        } else {
            add(name, node, source, values);
        }
    }

    private static void add(String name, YamlNode node, SourceFile source, Map<String, List<Value>> values) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(new Value(text(node), source.at(node.span())));
    }

    private static String text(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            List<String> entries = new ArrayList<>();
            for (YamlMapping.Entry entry : mapping.entries()) {
                entries.add(entry.name() + ": " + text(entry.value()));
            }
            return "{" + String.join(", ", entries) + "}";
        }
        if (node instanceof YamlSequence sequence) {
            List<String> entries = new ArrayList<>();
            for (YamlNode value : sequence.values()) {
                entries.add(text(value));
            }
            return "[" + String.join(", ", entries) + "]";
        }
        return node instanceof YamlScalar scalar ? scalar.value() : "";
    }
}
