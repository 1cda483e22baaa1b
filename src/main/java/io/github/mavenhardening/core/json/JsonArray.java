package io.github.mavenhardening.core.json;

import java.util.ArrayList;
import java.util.List;

/** A JSON array to be written. Not thread-safe. */
public final class JsonArray {

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

    List<Object> elements() {
        return elements;
    }
}
