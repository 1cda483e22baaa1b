package io.github.mavenhardening.core.forge;

import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Writes settings as members of an object: what they are, or why they are unknown. */
final class SettingsJson {

    private SettingsJson() {}

    static void flag(JsonObject json, String name, Known<Boolean> flag) {
        known(json, name, flag, value -> json.put(name, value));
    }

    static void text(JsonObject json, String name, Known<String> text) {
        known(json, name, text, value -> json.put(name, value));
    }

    static void texts(JsonObject json, String name, Known<? extends Collection<String>> texts) {
        known(json, name, texts, values -> add(json.putArray(name), values));
    }

    static void add(JsonArray array, Collection<String> values) {
        values.forEach(array::add);
    }

    static void dates(JsonObject json, String name, Known<SortedMap<String, LocalDate>> dates) {
        known(json, name, dates, values -> {
            JsonObject all = json.putObject(name);
            for (Map.Entry<String, LocalDate> entry : values.entrySet()) {
                all.put(entry.getKey(), entry.getValue().toString());
            }
        });
    }

    static <T> void known(JsonObject json, String name, Known<T> setting, Consumer<? super T> write) {
        if (setting.value().isPresent()) {
            write.accept(setting.value().get());
        } else {
            json.putObject(name).put("unknown", setting.reason());
        }
    }
}
