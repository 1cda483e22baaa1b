package io.github.mavenhardening.core.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of a snapshot one by one, by names such as {@code environments / release / reviewers}. */
public final class FlatSettings {

    private FlatSettings() {}

    /** Each setting, known or not; when the snapshot was taken is none. */
    public static SortedMap<String, Known<String>> of(ForgeSnapshot snapshot) {
        try {
            SortedMap<String, Known<String>> settings = new TreeMap<>();
            flatten("", Json.read(JsonWriter.line(SnapshotWriter.json(snapshot))), settings);
            settings.remove("taken");
            settings.remove("version");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException("a snapshot is written as JSON", e);
        }
    }

    /** Snapshots are a few levels deep. */
    private static void flatten(String name, JsonNode node, SortedMap<String, Known<String>> settings) {
        if (node.isObject() && node.size() == 1 && node.path("unknown").isTextual()) {
            settings.put(name, Known.unknown(node.path("unknown").textValue()));
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                flatten(name.isEmpty() ? member.getKey() : name + " / " + member.getKey(), member.getValue(), settings);
            }
        } else if (node.isArray() && node.size() > 0 && node.get(0).isObject()) {
            for (JsonNode element : node) {
                // Rulesets, keys and hooks are known by their first member.
                flatten(name + " / " + element.elements().next().asText(), element, settings);
            }
        } else if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(element -> texts.add(element.asText()));
            settings.put(name, Known.of(texts.isEmpty() ? "none" : String.join(", ", texts)));
        } else {
            settings.put(name, Known.of(node.asText()));
        }
    }
}
