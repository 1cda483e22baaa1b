package io.github.mavenhardening.core.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** The schema of CycloneDX 1.6, as CycloneDX's library carries it, with those that it refers to; nothing is fetched. */
final class CycloneDx {

    private static final String PLACE = "http://cyclonedx.org/schema/";

    private static final JsonSchema SCHEMA = schema();

    private CycloneDx() {}

    static List<String> errors(JsonNode bom) {
        return SCHEMA.validate(bom).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private static JsonSchema schema() {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V7,
                builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(PLACE, "classpath:")));
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return factory.getSchema(SchemaLocation.of(PLACE + "bom-1.6.schema.json"), strict);
    }
}
