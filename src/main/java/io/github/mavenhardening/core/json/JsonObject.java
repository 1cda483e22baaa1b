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

    /** A JSON array to be written. Not thread-safe. */
    public static final class JsonArray {

        private final List<Object> elements = new ArrayList<>();

        /** Adds a string. */
        public JsonArray add(String value) {
            elements.add(value);
            return this;
        }

        /** Adds a number. */
        public JsonArray add(long value) {
            elements.add(value);
            return this;
        }

        /** Adds a new object, which is returned. */
        public JsonObject addObject() {
            JsonObject object = new JsonObject();
            elements.add(object);
            return object;
        }

        /** Adds a new array, which is returned. */
        public JsonArray addArray() {
            JsonArray array = new JsonArray();
            elements.add(array);
            return array;
        }

        List<Object> elements() {
            return elements;
        }
    }
}
