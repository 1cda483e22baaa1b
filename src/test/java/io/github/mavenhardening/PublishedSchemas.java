package io.github.mavenhardening;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JSON Schemas of what is written, which lie on the site and in the jar. */
public final class PublishedSchemas {

    private PublishedSchemas() {}

    /**
     * What a schema has against a document, a sentence each.
     *
     * @param schema where it lies in the jar
     */
    public static List<String> errors(String schema, String json) throws IOException {
        Path file = Path.of(
                "src", "site", "resources", Path.of(schema).getFileName().toString());
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(file))
                .validate(new ObjectMapper().readTree(json))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
