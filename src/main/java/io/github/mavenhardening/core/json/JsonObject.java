package io.github.mavenhardening.core.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object to be written: its members keep their order. Not thread-safe. */
public final class JsonObject {

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Sets a member to a string. */
    public JsonObject put(String name, String value) {
        members.put(name, value);
        return this;
    }

    /** Sets a member to a number. */
    public JsonObject put(String name, long value) {
        members.put(name, value);
        return this;
    }

    /** Sets a member to true or false. */
    public JsonObject put(String name, boolean value) {
        members.put(name, value);
        return this;
    }

    /** Sets a member to a new object, which is returned. */
    public JsonObject putObject(String name) {
        JsonObject object = new JsonObject();
        members.put(name, object);
        return object;
    }

    /** Sets a member to a new array, which is returned. */
    public JsonArray putArray(String name) {
        JsonArray array = new JsonArray();
        members.put(name, array);
        return array;
    }

    /** The object as text: two blanks a level, LF, also at the end. */
    public String text() {
        return JsonWriter.text(this);
    }

    /** The object as text in one line. */
    public String line() {
        return JsonWriter.line(this);
    }

    /** A text as a JSON string, quotes included. */
    public static String quoted(String value) {
        return JsonWriter.quoted(value);
    }

    Map<String, Object> members() {
        return members;
    }
}
