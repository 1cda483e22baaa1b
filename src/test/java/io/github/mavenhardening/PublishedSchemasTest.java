package io.github.mavenhardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each JSON Schema is on the site, in the jar, and where its own id says. */
class PublishedSchemasTest {

    private static final Path RESOURCES = Path.of("src", "site", "resources");
    private static final String ADDRESS =
            "https://raw.githubusercontent.com/maven-hardening/hardening-maven-plugin/main/src/site/resources/";

    @Test
    void eachSchemaIsShippedAndSaysWhereItIs() throws IOException {
        List<Path> schemas;
        try (Stream<Path> files = Files.list(RESOURCES)) {
            schemas = files.filter(file -> file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(schemas).hasSizeGreaterThanOrEqualTo(4);
        for (Path schema : schemas) {
            String name = schema.getFileName().toString();
            JsonNode json = new ObjectMapper().readTree(schema.toFile());
            assertThat(pom).contains("<include>" + name + "</include>");
            // That of the policy is generated, and has none.
            assertThat(json.path("$id").asText(ADDRESS + name)).isEqualTo(ADDRESS + name);
            assertThat(json.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        }
    }
}
