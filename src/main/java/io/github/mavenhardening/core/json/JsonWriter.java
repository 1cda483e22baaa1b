package io.github.mavenhardening.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes trees as indented text. */
final class JsonWriter {

    private final JsonFactory streams;

    JsonWriter(JsonFactory streams) {
        this.streams = streams;
    }

    String text(JsonNode tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = streams.createGenerator(text)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(indenter);
            printer.indentArraysWith(indenter);
            generator.setPrettyPrinter(printer);
            write(tree, generator);
        } catch (IOException e) {
            throw new UncheckedIOException("a tree can always be written into memory", e);
        }
        text.append('\n');
        // Halves of surrogate pairs, which a file name can hold and UTF-8 cannot, become question marks.
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, JsonGenerator to) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                to.writeStartObject();
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    to.writeFieldName(member.getKey());
                    write(member.getValue(), to);
                }
                to.writeEndObject();
            }
            case ARRAY -> {
                to.writeStartArray();
                for (JsonNode element : node) {
                    write(element, to);
                }
                to.writeEndArray();
            }
            case STRING -> to.writeString(node.textValue());
            case BOOLEAN -> to.writeBoolean(node.booleanValue());
            case NUMBER -> to.writeNumber(node.asText());
            default -> to.writeNull();
        }
    }
}
