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
            keyword(entry.getKey(), entry.getValue(), node).ifPresent(keywords::add);
        }
        return new JsonSchema(keywords);
    }

    private Optional<Keyword> keyword(String name, JsonNode value, JsonNode parent) {
        return switch (name) {
            // What the keyword beside them reads, or what holds no rule.
            case "$schema", "$defs", "then", "else" -> Optional.empty();
            case "$ref" -> Optional.of(reference(value.textValue()));
            case "type" -> Optional.of(ValueKeywords.type(types(value)));
            case "enum" -> Optional.of(ValueKeywords.enumeration(texts(value)));
            case "const" -> Optional.of(constant(value));
            case "allOf" -> Optional.of(ValueKeywords.all(schemas(value)));
            case "anyOf" -> Optional.of(ValueKeywords.any(schemas(value)));
            case "if" ->
                Optional.of(
                        ValueKeywords.conditional(schema(value), optional(parent, "then"), optional(parent, "else")));
            case "pattern" -> Optional.of(StringKeywords.pattern(value.textValue()));
            case "format" -> Optional.of(StringKeywords.format(value.textValue()));
            case "minLength" -> Optional.of(StringKeywords.minLength(value.intValue()));
            case "maxLength" -> Optional.of(StringKeywords.maxLength(value.intValue()));
            case "properties" -> Optional.of(CollectionKeywords.properties(properties(value)));
            case "additionalProperties" -> Optional.of(closed(value, parent));
            case "required" -> Optional.of(CollectionKeywords.required(texts(value)));
            case "items" ->
                Optional.of(CollectionKeywords.items(
                        schema(value), parent.path("prefixItems").size()));
            case "prefixItems" -> Optional.of(CollectionKeywords.prefixItems(schemas(value)));
            case "minItems" -> Optional.of(CollectionKeywords.minItems(value.intValue()));
            case "uniqueItems" ->
                value.booleanValue() ? Optional.of(CollectionKeywords.uniqueItems()) : Optional.empty();
            default -> throw new IllegalStateException("the schema uses " + name + ", which is not known here");
        };
    }

    /** Definitions may come in any order, so that they are looked up when an instance comes. */
    private Keyword reference(String target) {
        return (instance, errors) -> {
            JsonSchema schema = definitions.get(target);
            if (schema == null) {
                throw new IllegalStateException("the schema refers to " + target + ", which it does not have");
            }
            schema.check(instance, errors);
        };
    }

    private static Keyword constant(JsonNode value) {
        if (value.isBoolean()) {
            return ValueKeywords.constant(value.booleanValue());
        }
        if (!value.isTextual()) {
            throw new IllegalStateException("a constant must be a string or a boolean: " + value);
        }
        return ValueKeywords.constant(value.textValue());
    }

    private static Keyword closed(JsonNode value, JsonNode parent) {
        if (!value.isBoolean() || value.booleanValue()) {
            throw new IllegalStateException("additionalProperties can only be false here");
        }
        List<String> known = new ArrayList<>();
        parent.path("properties").fieldNames().forEachRemaining(known::add);
        Collections.sort(known);
        return CollectionKeywords.closed(known);
    }

    private static List<JsonType> types(JsonNode value) {
        return value.isArray()
                ? texts(value).stream().map(JsonType::named).toList()
                : List.of(JsonType.named(value.textValue()));
    }

    private Map<String, JsonSchema> properties(JsonNode value) {
        Map<String, JsonSchema> properties = new TreeMap<>();
        value.properties().forEach(entry -> properties.put(entry.getKey(), schema(entry.getValue())));
        return properties;
    }

    private List<JsonSchema> schemas(JsonNode value) {
        List<JsonSchema> schemas = new ArrayList<>();
        value.forEach(one -> schemas.add(schema(one)));
        return schemas;
    }

    private Optional<JsonSchema> optional(JsonNode parent, String name) {
        return parent.has(name) ? Optional.of(schema(parent.get(name))) : Optional.empty();
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
