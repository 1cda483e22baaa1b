package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.insights.schema.JsonType;
import io.github.mavenhardening.core.insights.schema.Quoted;
import io.github.mavenhardening.core.insights.schema.SchemaError;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remedies for schema errors, for the errors that real files have. */
public final class SchemaHints {

    /** What people write where the specification has another word, 2.x first. */
    private static final Map<String, List<String>> VALUES = Map.of(
            "website", List.of("url"),
            "web", List.of("url"),
            "mail", List.of("email"),
            "secret-scanning", List.of("secret"),
            "secrets", List.of("secret"),
            "static-analysis", List.of("SAST", "sast"),
            "fuzzing", List.of("fuzzer"),
            "fuzzer", List.of("fuzzing"),
            "dependency-scanning", List.of("SCA", "sca"),
            "archived", List.of("inactive"));

    /** Keys of another version, or of another place, by the key that this version has there. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "security-policy", List.of("policy"),
            "policy", List.of("security-policy"),
            "before-release", List.of("release"),
            "ad-hoc", List.of("adhoc"),
            "project-url", List.of("url"),
            "tool-name", List.of("name"),
            "tool-type", List.of("type"),
            "tool-version", List.of("version"),
            "tool-rulesets", List.of("rulesets"),
            "accepts-vulnerability-reports", List.of("reports-accepted"));

    private SchemaHints() {}

    /** What to do about that error of a file of that release, a sentence in the imperative. */
    public static String of(SchemaError error, SpecRelease release) {
        return switch (error.keyword()) {
            case "enum" -> ofValue(error);
            case "additionalProperties" -> ofKey(error, release);
            case "required" -> ofMissing(error);
            case "type" -> ofType(error);
            case "minItems" -> "Add an entry";
            case "uniqueItems" -> "Remove the repetition";
            default -> ofText(error);
        };
    }

    private static String ofValue(SchemaError error) {
        return text(error)
                .flatMap(text -> known(text, error.allowed(), VALUES))
                .map(value -> "Write " + value)
                .orElse("Write one of " + String.join(", ", error.allowed()));
    }

    private static String ofKey(SchemaError error, SpecRelease release) {
        if (error.detail().equals("expiration-date")) {
            return "Remove it: a 2.x file has no date of expiry, it is reviewed";
        }
        return known(error.detail(), error.allowed(), KEYS)
                .map(key -> "Write " + Quoted.of(key) + ", as " + release.version() + " names it")
                .orElse("Remove it, or move it to where " + release.version() + " has it; known here are "
                        + String.join(", ", error.allowed()));
    }

    private static String ofMissing(SchemaError error) {
        return error.detail().equals("primary")
                ? "Add 'primary: true' for the first one to turn to, 'primary: false' for the others"
                : "Add " + Quoted.of(error.detail());
    }

    private static String ofType(SchemaError error) {
        JsonType type = JsonType.of(error.value());
        if (type == JsonType.NULL) {
            return "Give it a value, or remove the key if it is optional";
        }
        boolean textWanted = error.detail().equals(JsonType.STRING.words());
        if (textWanted && error.value() instanceof YamlScalar scalar) {
            return "Quote it: \"" + scalar.value().strip() + "\"";
        }
        if (type == JsonType.ARRAY && error.detail().equals(JsonType.OBJECT.words())) {
            return "Write its keys without the dash: there can be only one";
        }
        return error.detail().equals(JsonType.ARRAY.words())
                ? "Begin each entry with a dash"
                : "Write " + error.detail() + " there";
    }

    private static String ofText(SchemaError error) {
        return text(error).filter(String::isBlank).isPresent()
                ? "Give it a value, or remove the key if it is optional"
                : "Correct the value";
    }

    private static Optional<String> text(SchemaError error) {
        return error.value() instanceof YamlScalar scalar ? Optional.of(scalar.value()) : Optional.empty();
    }

    /** The allowed word that a written one stands for: the same in another case, or one that is commonly mistaken for it. */
    private static Optional<String> known(String written, List<String> allowed, Map<String, List<String>> mistaken) {
        return allowed.stream()
                .filter(written::equalsIgnoreCase)
                .findFirst()
                .or(() -> mistaken.getOrDefault(written, List.of()).stream()
                        .filter(allowed::contains)
                        .findFirst());
    }
}
