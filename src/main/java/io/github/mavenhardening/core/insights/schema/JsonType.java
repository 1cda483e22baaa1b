package io.github.mavenhardening.core.insights.schema;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The type that JSON Schema sees in a YAML value, by YAML 1.2's core schema: {@code yes}, {@code 2024-01-01} and
 * {@code 1.0.0} are strings, {@code 2} and {@code 1.10} are not.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2.2 §10.3</a>
 */
public enum JsonType {
    OBJECT("a mapping"),
    ARRAY("a list"),
    STRING("text"),
    INTEGER("a whole number"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NULL("empty");

    private static final Pattern INTEGERS = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern NUMBERS =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]++(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
                    + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final String TAGS = "tag:yaml.org,2002:";

    private final String words;

    JsonType(String words) {
        this.words = words;
    }

    /** The type within a sentence: "must be …". */
    public String words() {
        return words;
    }

    /** The type that a schema names: {@code "string"}. */
    static JsonType named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether a value of the other type is of this one: a whole number is a number. */
    boolean takes(JsonType other) {
        return this == other || (this == NUMBER && other == INTEGER);
    }

    /** The type of that value. */
    public static JsonType of(YamlNode node) {
        if (node instanceof YamlMapping) {
            return OBJECT;
        }
        return node instanceof YamlSequence ? ARRAY : ofScalar((YamlScalar) node);
    }

    private static JsonType ofScalar(YamlScalar scalar) {
        if (scalar.tag().isPresent()) {
            return switch (scalar.tag().get()) {
                case TAGS + "int" -> INTEGER;
                case TAGS + "float" -> NUMBER;
                case TAGS + "bool" -> BOOLEAN;
                case TAGS + "null" -> NULL;
                default -> STRING;
            };
        }
        if (scalar.isNull()) {
            return NULL;
        }
        if (!scalar.isUntyped()) {
            return STRING;
        }
        if (scalar.asBoolean().isPresent()) {
            return BOOLEAN;
        }
        if (INTEGERS.matcher(scalar.value()).matches()) {
            return INTEGER;
        }
        return NUMBERS.matcher(scalar.value()).matches() ? NUMBER : STRING;
    }
}
