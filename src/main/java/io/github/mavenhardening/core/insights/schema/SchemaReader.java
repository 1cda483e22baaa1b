package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a schema. A keyword that is not known here is refused: a schema half understood would let things pass.
 *
 * <p>Schemas are JSON, which YAML includes. They are read as YAML, as the files that they are for are: a second reader would
 * be loaded for them alone.
 */
public final class SchemaReader {

    private final Map<String, JsonSchema> definitions = new HashMap<>();

    private SchemaReader() {}

    /**
     * The schema of that JSON text.
     *
     * @throws IOException when it cannot be read or is not a JSON object
     * @throws IllegalStateException when it uses what is not known here
     */
    public static JsonSchema read(InputStream json) throws IOException {
        YamlMapping root = root(json);
        SchemaReader reader = new SchemaReader();
        Optional<YamlMapping> definitions = root.mapping("$defs");
        if (definitions.isPresent()) {
            for (YamlMapping.Entry definition : definitions.get().entries()) {
                reader.definitions.put("#/$defs/" + definition.name(), reader.schema(definition.value()));
            }
        }
        return reader.schema(root);
    }

    private static YamlMapping root(InputStream json) throws IOException {
        try {
            YamlDocument document = YamlDocument.parse(SourceFile.decode("schema", json.readAllBytes()));
            if (document.root().orElse(null) instanceof YamlMapping root
                    && document.problems().isEmpty()) {
                return root;
            }
            throw new IOException("the schema is not a JSON object");
        } catch (UnreadableFileException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private JsonSchema schema(YamlNode node) {
        YamlMapping mapping = mapping(node);
        List<Keyword> keywords = new ArrayList<>();
        for (YamlMapping.Entry entry : mapping.entries()) {
            Optional<Keyword> keyword = keyword(entry.name(), entry.value(), mapping);
            keyword.ifPresent(keywords::add);
        }
        return new JsonSchema(keywords);
    }

    private Optional<Keyword> keyword(String name, YamlNode value, YamlMapping parent) {
        return switch (name) {
            // What the keyword beside them reads, or what holds no rule.
            case "$schema", "$defs", "then", "else" -> Optional.empty();
            case "$ref" -> Optional.of(new Reference(text(value), definitions));
            case "type" -> Optional.of(ValueKeyword.type(types(value)));
            case "enum" -> Optional.of(ValueKeyword.enumeration(texts(value)));
            case "const" -> Optional.of(constant(value));
            case "allOf" -> Optional.of(Applicator.all(schemas(value)));
            case "anyOf" -> Optional.of(Applicator.any(schemas(value)));
            case "if" ->
                Optional.of(Applicator.conditional(schema(value), optional(parent, "then"), optional(parent, "else")));
            case "pattern" -> Optional.of(StringKeyword.pattern(text(value)));
            case "format" -> Optional.of(StringKeyword.format(text(value)));
            case "minLength" -> Optional.of(StringKeyword.minLength(number(value)));
            case "maxLength" -> Optional.of(StringKeyword.maxLength(number(value)));
            case "properties" -> Optional.of(MappingKeyword.properties(properties(value)));
            case "additionalProperties" -> Optional.of(closed(value, parent));
            case "required" -> Optional.of(MappingKeyword.required(texts(value)));
            case "items" -> Optional.of(ListKeyword.items(schema(value), prefixLength(parent)));
            case "prefixItems" -> Optional.of(ListKeyword.prefixItems(schemas(value)));
            case "minItems" -> Optional.of(ListKeyword.minItems(number(value)));
            case "uniqueItems" -> truth(value) ? Optional.of(ListKeyword.uniqueItems()) : Optional.empty();
            default -> throw new IllegalStateException("the schema uses " + name + ", which is not supported");
        };
    }

    private static Keyword constant(YamlNode value) {
        return isText(value) ? ValueKeyword.constant(text(value)) : ValueKeyword.constant(truth(value));
    }

    private static Keyword closed(YamlNode value, YamlMapping parent) {
        if (truth(value)) {
            throw new IllegalStateException("additionalProperties can only be false here");
        }
        List<String> known = new ArrayList<>();
        Optional<YamlNode> properties = parent.get("properties");
        if (properties.isPresent()) {
            for (YamlMapping.Entry property : mapping(properties.get()).entries()) {
                known.add(property.name());
            }
        }
        Collections.sort(known);
        return MappingKeyword.closed(known);
    }

    private static List<JsonType> types(YamlNode value) {
        List<JsonType> types = new ArrayList<>();
        for (String name : isText(value) ? List.of(text(value)) : texts(value)) {
            types.add(JsonType.named(name));
        }
        return types;
    }

    private Map<String, JsonSchema> properties(YamlNode value) {
        Map<String, JsonSchema> properties = new TreeMap<>();
        for (YamlMapping.Entry property : mapping(value).entries()) {
            properties.put(property.name(), schema(property.value()));
        }
        return properties;
    }

    private List<JsonSchema> schemas(YamlNode value) {
        List<JsonSchema> schemas = new ArrayList<>();
        for (YamlNode one : elements(value)) {
            schemas.add(schema(one));
        }
        return schemas;
    }

    /** The schema of that name, or where there is none one that takes everything. */
    private JsonSchema optional(YamlMapping parent, String name) {
        Optional<YamlNode> schema = parent.get(name);
        return schema.isPresent() ? schema(schema.get()) : new JsonSchema(List.of());
    }

    private static int prefixLength(YamlMapping parent) {
        Optional<YamlNode> prefix = parent.get("prefixItems");
        return prefix.isPresent() ? elements(prefix.get()).size() : 0;
    }

    private static List<String> texts(YamlNode value) {
        List<String> texts = new ArrayList<>();
        for (YamlNode one : elements(value)) {
            texts.add(text(one));
        }
        return List.copyOf(texts);
    }

    private static YamlMapping mapping(YamlNode value) {
        if (value instanceof YamlMapping mapping) {
            return mapping;
        }
        throw new IllegalStateException("an object was expected");
    }

    private static List<YamlNode> elements(YamlNode value) {
        if (value instanceof YamlSequence sequence) {
            return sequence.values();
        }
        throw new IllegalStateException("a list was expected");
    }

    private static boolean isText(YamlNode value) {
        return value instanceof YamlScalar scalar && scalar.style() == YamlScalar.Style.DOUBLE_QUOTED;
    }

    private static String text(YamlNode value) {
        if (isText(value)) {
            return ((YamlScalar) value).value();
        }
        throw new IllegalStateException("a string was expected");
    }

    private static boolean truth(YamlNode value) {
        if (value instanceof YamlScalar scalar && scalar.asBoolean().isPresent()) {
            return scalar.asBoolean().get();
        }
        throw new IllegalStateException("true or false was expected");
    }

    private static int number(YamlNode value) {
        if (value instanceof YamlScalar scalar && scalar.isUntyped()) {
            return Integer.parseInt(scalar.value());
        }
        throw new IllegalStateException("a number was expected");
    }
}
