package io.github.mavenhardening.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/** JSON texts and the trees of them. Depth and lengths are bounded by Jackson's stream constraints. */
public final class Json {

    private static final JsonFactory STREAMS = new JsonFactory();

    private Json() {}

    /** A new object without members. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * The value of a JSON text.
     *
     * @throws IOException when it is no JSON text, which also an empty one is not, or more than one value
     */
    public static JsonNode read(String json) throws IOException {
        try (JsonParser parser = STREAMS.createParser(json)) {
            return single(parser);
        }
    }

    /**
     * The value of a JSON text in UTF-8.
     *
     * @throws IOException when it cannot be read, or as {@link #read(String)}
     */
    public static JsonNode read(InputStream json) throws IOException {
        try (JsonParser parser = STREAMS.createParser(json)) {
            return single(parser);
        }
    }

    /** The text of a tree: members in their order, two blanks a level, LF, also at the end. */
    public static String text(JsonNode tree) {
        return new JsonWriter(STREAMS).text(tree);
    }

    private static JsonNode single(JsonParser parser) throws IOException {
        parser.nextToken();
        JsonNode value = JsonReader.value(parser);
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "more than one value");
        }
        return value;
    }
}
