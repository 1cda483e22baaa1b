package io.github.mavenhardening.core.insights.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a schema. A keyword that is not known here is refused: a schema half understood would let things pass. */
public final class SchemaReader {

    private final Map<String, JsonSchema> definitions = new HashMap<>();

    private SchemaReader() {}

    /**
     * The schema of that JSON text.
     *
     * @throws IOException when it cannot be read or is no JSON
     * @throws IllegalStateException when it uses what is not known here
     */
    public static JsonSchema read(InputStream json) throws IOException {
        JsonNode root = Json.read(json);
        SchemaReader reader = new SchemaReader();
        for (Map.Entry<String, JsonNode> definition : root.path("$defs").properties()) {
            reader.definitions.put("#/$defs/" + definition.getKey(), reader.schema(definition.getValue()));
        }
        return reader.schema(root);
    }

    private JsonSchema schema(JsonNode node) {
        List<Keyword> keywords = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Optional<Keyword> keyword = keyword(entry.getKey(), entry.getValue(), node);
            if (keyword.isPresent()) {
                keywords.add(keyword.get());
            }
        }
        return new JsonSchema(keywords);
    }

    private Optional<Keyword> keyword(String name, JsonNode value, JsonNode parent) {
        return switch (name) {
            // What the keyword beside them reads, or what holds no rule.
            case "$schema", "$defs", "then", "else" -> Optional.empty();
            case "$ref" -> Optional.of(new Reference(value.textValue(), definitions));
            case "type" -> Optional.of(ValueKeyword.type(types(value)));
            case "enum" -> Optional.of(ValueKeyword.enumeration(texts(value)));
            case "const" -> Optional.of(constant(value));
            case "allOf" -> Optional.of(Applicator.all(schemas(value)));
            case "anyOf" -> Optional.of(Applicator.any(schemas(value)));
            case "if" ->
                Optional.of(Applicator.conditional(schema(value), optional(parent, "then"), optional(parent, "else")));
            case "pattern" -> Optional.of(StringKeyword.pattern(value.textValue()));
            case "format" -> Optional.of(StringKeyword.format(value.textValue()));
            case "minLength" -> Optional.of(StringKeyword.minLength(value.intValue()));
            case "maxLength" -> Optional.of(StringKeyword.maxLength(value.intValue()));
            case "properties" -> Optional.of(MappingKeyword.properties(properties(value)));
            case "additionalProperties" -> Optional.of(closed(value, parent));
            case "required" -> Optional.of(MappingKeyword.required(texts(value)));
            case "items" ->
                Optional.of(ListKeyword.items(
                        schema(value), parent.path("prefixItems").size()));
            case "prefixItems" -> Optional.of(ListKeyword.prefixItems(schemas(value)));
            case "minItems" -> Optional.of(ListKeyword.minItems(value.intValue()));
            case "uniqueItems" -> value.booleanValue() ? Optional.of(ListKeyword.uniqueItems()) : Optional.empty();
            default -> throw new IllegalStateException("the schema uses " + name + ", which is not known here");
        };
    }

    private static Keyword constant(JsonNode value) {
        if (value.isBoolean()) {
            return ValueKeyword.constant(value.booleanValue());
        }
        if (!value.isTextual()) {
            throw new IllegalStateException("a constant must be a string or a boolean: " + value);
        }
        return ValueKeyword.constant(value.textValue());
    }

    private static Keyword closed(JsonNode value, JsonNode parent) {
        if (!value.isBoolean() || value.booleanValue()) {
            throw new IllegalStateException("additionalProperties can only be false here");
        }
        List<String> known = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : parent.path("properties").properties()) {
            known.add(property.getKey());
        }
        Collections.sort(known);
        return MappingKeyword.closed(known);
    }

    private static List<JsonType> types(JsonNode value) {
        List<JsonType> types = new ArrayList<>();
        for (String name : value.isArray() ? texts(value) : List.of(value.textValue())) {
            types.add(JsonType.named(name));
        }
        return types;
    }

    private Map<String, JsonSchema> properties(JsonNode value) {
        Map<String, JsonSchema> properties = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            properties.put(entry.getKey(), schema(entry.getValue()));
        }
        return properties;
    }

    private List<JsonSchema> schemas(JsonNode value) {
        List<JsonSchema> schemas = new ArrayList<>();
        for (JsonNode one : value) {
            schemas.add(schema(one));
        }
        return schemas;
    }

    /** The schema of that name, or where there is none one that takes everything. */
    private JsonSchema optional(JsonNode parent, String name) {
        return parent.has(name) ? schema(parent.get(name)) : new JsonSchema(List.of());
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : value) {
            if (!one.isTextual()) {
                throw new IllegalStateException("only strings can be listed here: " + value);
            }
            texts.add(one.textValue());
        }
        return List.copyOf(texts);
    }
}
