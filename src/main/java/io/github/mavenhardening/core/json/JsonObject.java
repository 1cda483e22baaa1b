package io.github.mavenhardening.core.json;

import java.util.ArrayList;
import java.util.List;

/** A JSON object to be written: its members keep their order. Not thread-safe. */
public final class JsonObject {

    /** Names and values by turns. An object has few members, and a report has tens of thousands of objects. */
    private final List<Object> members = new ArrayList<>(8);

    /** Sets a member to a string. */
    public JsonObject put(String name, String value) {
        return set(name, value);
    }

    /** Sets a member to a number. */
    public JsonObject put(String name, long value) {
        return set(name, value);
    }

    /** Sets a member to true or false. */
    public JsonObject put(String name, boolean value) {
        return set(name, value);
    }

    /** Sets a member to a new object, which is returned. */
    public JsonObject putObject(String name) {
        JsonObject object = new JsonObject();
        set(name, object);
        return object;
    }

    /** Sets a member to a new array, which is returned. */
    public JsonArray putArray(String name) {
        JsonArray array = new JsonArray();
        set(name, array);
        return array;
    }

    /** The object as text in UTF-8: two blanks a level, LF, also at the end. */
    public byte[] bytes() {
        return JsonWriter.bytes(this);
    }

    /** The object as text in one line. */
    public String line() {
        return JsonWriter.line(this);
    }

    /** A text as a JSON string, quotes included. */
    public static String quoted(String value) {
        return JsonWriter.quoted(value);
    }

    /** Takes the place of a member of the same name, where there is one. */
    private JsonObject set(String name, Object value) {
        for (int i = 0; i < members.size(); i += 2) {
            if (members.get(i).equals(name)) {
                members.set(i + 1, value);
                return this;
            }
        }
        members.add(name);
        members.add(value);
        return this;
    }

    /** Names and values by turns, in their order. */
    List<Object> members() {
        return members;
    }
}
