package io.github.mavenhardening.core.insights.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.yaml.YamlDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaReaderTest {

    private static JsonSchema schema(String json) throws IOException {
        return SchemaReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> errors(String schema, String yaml) throws Exception {
        YamlDocument document = YamlDocument.parse(SourceFile.of("a.yml", yaml));
        return schema(schema).validate(document.root().orElseThrow()).stream()
                .map(error -> error.span().line() + " " + error.pointer() + " " + error.keyword())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"oneOf\": []}",
                "{\"format\": \"uuid\"}",
                "{\"additionalProperties\": {}}",
                "{\"enum\": [1]}",
                "{\"const\": 1}",
                "{\"properties\": {\"a\": {\"not\": {}}}}"
            })
    void refusesWhatItDoesNotKnow(String json) {
        assertThatThrownBy(() -> schema(json)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAReferenceToNothing() throws Exception {
        JsonSchema schema = schema("{\"$ref\": \"#/$defs/A\"}");
        YamlDocument document = YamlDocument.parse(SourceFile.of("a.yml", "a: 1"));
        assertThatThrownBy(() -> schema.validate(document.root().orElseThrow())).hasMessageContaining("#/$defs/A");
    }

    /** By YAML 1.2: what 1.1 took for booleans, dates and octal numbers is text. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    yes            | string
                    on             | string
                    2024-01-01     | string
                    12:30:45       | string
                    1.0.0          | string
                    1_000          | string
                    "2"            | string
                    '~'            | string
                    !!str 2        | string
                    2              | integer
                    -7             | integer
                    0x1F           | integer
                    0o17           | integer
                    2.10           | number
                    1e3            | number
                    .inf           | number
                    true           | boolean
                    FALSE          | boolean
                    ~              | null
                    null           | null
                    [a]            | array
                    {a: b}         | object
                    """)
    void seesTheTypesOfYaml12(String value, String type) throws Exception {
        for (String other : List.of("string", "integer", "number", "boolean", "null", "array", "object")) {
            boolean fits = other.equals(type) || (other.equals("number") && type.equals("integer"));
            String schema = "{\"properties\": {\"a\": {\"type\": \"" + other + "\"}}}";
            assertThat(errors(schema, "a: " + value)).as(other).hasSize(fits ? 0 : 1);
        }
    }

    @Test
    void findsRepetitionsWhateverTheOrderOfKeysAndTheStyle() throws Exception {
        String schema = "{\"uniqueItems\": true}";
        assertThat(errors(schema, "- {a: 1, b: x}\n- c\n- b: 'x'\n  a: 1\n- \"c\"\n"))
                .containsExactly("3 /2 uniqueItems", "5 /3 uniqueItems");
        assertThat(errors(schema, "- 1\n- '1'\n- [1]\n- {a: bc}\n- {ab: c}\n")).isEmpty();
    }

    @Test
    void appliesPrefixesThenItems() throws Exception {
        String schema = "{\"prefixItems\": [{\"type\": \"string\"}], \"items\": {\"type\": \"integer\"}}";
        assertThat(errors(schema, "- 1\n- 1\n- x\n")).containsExactly("1 /0 type", "3 /2 type");
    }

    @Test
    void decidesByAnyAndIf() throws Exception {
        String schema = """
                {"if": {"anyOf": [{"properties": {"a": {"const": true}}, "required": ["a"]},
                                  {"properties": {"b": {"const": "x"}}, "required": ["b"]}]},
                 "then": {"required": ["c"]}, "else": {"required": ["d"]}}""";
        assertThat(errors(schema, "a: true\n")).containsExactly("1 (root) required");
        assertThat(errors(schema, "a: true\nc: 1\n")).isEmpty();
        assertThat(errors(schema, "a: 'true'\nd: 1\n")).isEmpty();
        assertThat(errors(schema, "b: x\nd: 1\n")).hasSize(1);
    }

    @Test
    void escapesPointersAndCountsCodePoints() throws Exception {
        assertThat(errors("{\"properties\": {\"a/b~c\": {\"maxLength\": 2}}}", "a/b~c: \uD83D\uDE00\uD83D\uDE00\n"))
                .isEmpty();
        assertThat(errors("{\"properties\": {\"a/b~c\": {\"minLength\": 2}}}", "a/b~c: \uD83D\uDE00\n"))
                .containsExactly("1 /a~1b~0c minLength");
    }
}
