package io.github.mavenhardening.core.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;

/** Reads JSON texts into trees. Depth and lengths are bounded by Jackson's stream constraints. */
public final class Json {

    /** Its buffers do not hang on threads, which may outlive this class. */
    private static final JsonFactory STREAMS = JsonFactory.builder()
            .disable(JsonFactory.Feature.USE_THREAD_LOCAL_FOR_BUFFER_RECYCLING)
            .build();

    private Json() {}

    /**
     * The tokens of a JSON text, for who reads it without a tree.
     *
     * @throws IOException never for a text in memory
     */
    public static JsonParser tokens(String json) throws IOException {
        return STREAMS.createParser(json);
    }

    /**
     * The value of a JSON text.
     *
     * @throws IOException when it is not JSON text, which also an empty one is not, or more than one value
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

    /** What is wrong with a text that is not JSON, without the parser's own note on where what is open began. */
    public static String problem(JacksonException problem) {
        String message = problem.getOriginalMessage();
        int note = message.indexOf(" (start marker at ");
        return note < 0 ? message : message.substring(0, note);
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
