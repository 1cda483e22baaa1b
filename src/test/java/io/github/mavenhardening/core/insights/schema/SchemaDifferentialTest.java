package io.github.mavenhardening.core.insights.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.mavenhardening.core.insights.SpecSchemas;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.yaml.YamlDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our reader of JSON Schema and networknt's come to the same verdict: over documents that are made from each schema, as they are
 * and with one, two or three places damaged.
 */
class SchemaDifferentialTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DOCUMENTS = 40;
    private static final int MUTANTS = 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1.0.0.own.json",
                "v2.0.0.cue.json",
                "v2.0.0.strict.json",
                "v2.1.0.cue.json",
                "v2.1.0.strict.json",
                "v2.2.0.cue.json",
                "v2.2.0.strict.json"
            })
    void verdictsAreEqual(String name) throws Exception {
        byte[] schema = read(name);
        JsonNode rules = MAPPER.readTree(schema);
        JsonSchema ours = SchemaReader.read(new ByteArrayInputStream(schema));
        com.networknt.schema.JsonSchema theirs = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        rules,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        Random random = new Random(name.hashCode());
        Samples samples = new Samples(rules, random);

        List<String> differences = new ArrayList<>();
        int valid = 0;
        int invalid = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            JsonNode document = valid(samples, theirs);
            List<JsonNode> documents = new ArrayList<>(List.of(document));
            for (int mutant = 0; mutant < MUTANTS; mutant++) {
                documents.add(new Damage(random).to(document, 1 + mutant % 3));
            }
            for (JsonNode one : documents) {
                List<ValidationMessage> expectedErrors = theirs.validate(one).stream()
                        .filter(error -> !isAboutTheTopLevelDomain(error))
                        .toList();
                boolean expected = expectedErrors.isEmpty();
                List<SchemaError> errors = validate(ours, one);
                if (expected != errors.isEmpty()) {
                    differences.add(expectedErrors + " but " + errors + " of " + one);
                }
                valid += expected ? 1 : 0;
                invalid += expected ? 0 : 1;
            }
        }

        assertThat(differences).isEmpty();
        assertThat(valid).as("valid documents").isGreaterThan(DOCUMENTS);
        assertThat(invalid).as("invalid documents").isGreaterThan(DOCUMENTS * MUTANTS / 3);
    }

    /** Whether a top-level domain exists is no matter of a mailbox's syntax: networknt asks a list of its own. */
    private static boolean isAboutTheTopLevelDomain(ValidationMessage error) {
        return error.getMessage().contains("idn-email")
                && error.getInstanceNode().asText().matches("[\\w.]+@[\\w-]+(\\.[A-Za-z]+)+");
    }

    /** Samples leave out what may be left out; where a condition demands it nevertheless, another one is drawn. */
    private static JsonNode valid(Samples samples, com.networknt.schema.JsonSchema schema) {
        JsonNode document = samples.document();
        for (int draw = 0; draw < 500 && !schema.validate(document).isEmpty(); draw++) {
            document = samples.document();
        }
        assertThat(schema.validate(document)).as(document.toString()).isEmpty();
        return document;
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = SpecSchemas.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    /** JSON is YAML. */
    private static List<SchemaError> validate(JsonSchema schema, JsonNode document) throws Exception {
        YamlDocument yaml = YamlDocument.parse(SourceFile.of("document", MAPPER.writeValueAsString(document)));
        assertThat(yaml.problems()).isEmpty();
        return schema.validate(yaml.root().orElseThrow());
    }

    /** Documents that fit a schema. */
    private record Samples(JsonNode root, Random random) {

        /** A text for each pattern and format of the schemas: one that is missing here makes a document that does not fit. */
        private static final Map<String, List<String>> TEXTS = Map.ofEntries(
                Map.entry("^https?://", List.of("https://example.org/a", "http://e", "https:// with a blank")),
                Map.entry("^https?://\\S+$", List.of("https://example.org/a?b=c#d", "http://e")),
                Map.entry(
                        "^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$",
                        List.of("ada@example.org", "a.b+c%d@e-f.gh")),
                Map.entry("^\\d{4}-\\d{2}-\\d{2}$", List.of("2026-11-01", "2024-02-29", "0001-01-01")),
                Map.entry("^[1-9]+\\.[0-9]+\\.[0-9]+$", List.of("2.2.0", "11.0.10")),
                Map.entry("^[0-9a-f]{5,40}$", List.of("0123456789abcdef0123456789abcdef01234567", "abcde")),
                Map.entry("BEGIN PGP PUBLIC KEY BLOCK", List.of("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ==\n")),
                Map.entry(
                        "^[\\w+_.-]+@[\\w.-]+$|https?://|[+]*[(]{0,1}[0-9]{1,4}[)]{0,1}[-\\s./0-9]*$",
                        List.of("ada@example.org", "https://example.org", "+49 (0)30 1234")),
                Map.entry("date", List.of("2026-11-01", "2024-02-29")),
                Map.entry("date-time", List.of("2026-11-01T00:00:00Z", "2026-11-01T23:59:59.5+02:00")),
                Map.entry("idn-email", List.of("ada@example.org")));

        JsonNode document() {
            return value(root, 0);
        }

        private JsonNode value(JsonNode schema, int depth) {
            if (schema.has("$ref")) {
                return value(root.at(schema.get("$ref").textValue().substring(1)), depth);
            }
            if (schema.has("const")) {
                return schema.get("const");
            }
            if (schema.has("enum")) {
                return any(schema.get("enum"));
            }
            if (!schema.has("type") && schema.has("anyOf")) {
                return value(any(schema.get("anyOf")), depth);
            }
            JsonNode type = schema.path("type");
            return switch (type.isArray() ? any(type).textValue() : type.asText("object")) {
                case "boolean" -> NODES.booleanNode(random.nextBoolean());
                case "null" -> NODES.nullNode();
                case "integer" -> NODES.numberNode(random.nextInt(100));
                case "number" -> NODES.numberNode(random.nextInt(100) / 4.0);
                case "array" -> list(schema, depth);
                case "string" -> NODES.textNode(text(schema));
                default -> object(schema, depth);
            };
        }

        private String text(JsonNode schema) {
            String rule = schema.path("pattern").asText(schema.path("format").asText(""));
            List<String> texts = TEXTS.get(rule);
            if (texts != null) {
                return texts.get(random.nextInt(texts.size()));
            }
            int least = schema.path("minLength").asInt(0);
            int most = Math.min(schema.path("maxLength").asInt(12), 600);
            return "\u00e4".repeat(Math.max(least, random.nextInt(most + 1)));
        }

        private ArrayNode list(JsonNode schema, int depth) {
            ArrayNode list = NODES.arrayNode();
            int length = schema.path("minItems").asInt(0) + random.nextInt(depth > 6 ? 1 : 3);
            for (int i = 0; i < length; i++) {
                JsonNode prefix = schema.path("prefixItems").path(i);
                JsonNode item = value(prefix.isMissingNode() ? schema.path("items") : prefix, depth + 1);
                boolean repeated = schema.path("uniqueItems").asBoolean() && contains(list, item);
                if (!repeated || list.size() < schema.path("minItems").asInt(0)) {
                    list.add(item);
                }
            }
            return list;
        }

        private static boolean contains(ArrayNode list, JsonNode item) {
            for (JsonNode one : list) {
                if (one.equals(item)) {
                    return true;
                }
            }
            return false;
        }

        /** A key that is not required is there in one of three cases. */
        private ObjectNode object(JsonNode schema, int depth) {
            ObjectNode object = NODES.objectNode();
            List<String> required = new ArrayList<>();
            schema.path("required").forEach(name -> required.add(name.textValue()));
            schema.path("properties").properties().forEach(property -> {
                if (required.contains(property.getKey()) || (depth < 6 && random.nextInt(3) == 0)) {
                    object.set(property.getKey(), value(property.getValue(), depth + 1));
                }
            });
            return object;
        }

        private JsonNode any(JsonNode list) {
            return list.get(random.nextInt(list.size()));
        }
    }

    /** Changes documents in ways that people get them wrong, or a hostile one would. */
    private record Damage(Random random) {

        JsonNode to(JsonNode document, int places) {
            JsonNode damaged = document.deepCopy();
            for (int i = 0; i < places; i++) {
                List<JsonNode> containers = new ArrayList<>();
                collect(damaged, containers);
                JsonNode container = containers.get(random.nextInt(containers.size()));
                if (container instanceof ObjectNode object) {
                    damage(object);
                } else {
                    damage((ArrayNode) container);
                }
            }
            return damaged;
        }

        private static void collect(JsonNode node, List<JsonNode> containers) {
            if (node.isContainerNode()) {
                containers.add(node);
                node.forEach(child -> collect(child, containers));
            }
        }

        private void damage(ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || random.nextInt(6) == 0) {
                object.set(List.of("x", "name", "url", "comment", "primary").get(random.nextInt(5)), other());
                return;
            }
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, other());
                default -> object.set(name, near(object.get(name)));
            }
        }

        private void damage(ArrayNode list) {
            if (list.isEmpty()) {
                list.add(other());
                return;
            }
            int index = random.nextInt(list.size());
            switch (random.nextInt(5)) {
                case 0 -> list.removeAll();
                case 1 -> list.remove(index);
                case 2 -> list.add(list.get(index).deepCopy());
                case 3 -> list.set(index, other());
                default -> list.set(index, near(list.get(index)));
            }
        }

        private JsonNode other() {
            return switch (random.nextInt(9)) {
                case 0 -> NODES.nullNode();
                case 1 -> NODES.booleanNode(true);
                case 2 -> NODES.numberNode(3);
                case 3 -> NODES.numberNode(-1.5);
                case 4 -> NODES.textNode("");
                case 5 -> NODES.textNode("true");
                case 6 -> NODES.arrayNode();
                case 7 -> NODES.arrayNode().add("a").add("a");
                default -> NODES.objectNode();
            };
        }

        /** Another text that is nearly the same; of what is no text, the same in a list. */
        private JsonNode near(JsonNode value) {
            if (!(value instanceof TextNode)) {
                return NODES.arrayNode().add(value.deepCopy());
            }
            String text = value.textValue();
            return NODES.textNode(
                    switch (random.nextInt(9)) {
                        case 0 -> text + "\n";
                        case 1 -> " " + text;
                        case 2 -> text.toUpperCase(Locale.ROOT);
                        case 3 -> text.isEmpty() ? "x" : text.substring(1);
                        case 4 -> text.isEmpty() ? "x" : text.substring(0, text.length() - 1);
                        case 5 -> text.replace("-11-", "-13-").replace("-29", "-30");
                        case 6 -> text.replace("://", ":/").replace('@', ' ');
                        case 7 -> text + "x".repeat(600);
                        default -> text.replace('0', '9');
                    });
        }
    }
}
