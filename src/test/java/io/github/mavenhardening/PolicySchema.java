package io.github.mavenhardening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo.Silence;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Located;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.ValueText;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.LastDay;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.CheckSettings;
import io.github.mavenhardening.core.policy.ExceptionRule;
import io.github.mavenhardening.core.policy.FailOn;
import io.github.mavenhardening.core.policy.NamePattern;
import io.github.mavenhardening.core.policy.PolicySettings;
import io.github.mavenhardening.core.source.PathPattern;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The JSON Schema of the policy file, made of the declarations of settings and options. It knows the checks of this plugin alone,
 * so that a misspelt id is an error in an editor; and it wants words in lower case, where the plugin takes any.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema 2020-12: validation</a>
 */
final class PolicySchema {

    private final Checks checks;

    PolicySchema(Checks checks) {
        this.checks = checks;
    }

    @SuppressWarnings("unchecked")
    String json() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Policy of the hardening Maven plugin");
        schema.putAll(ofRecord(PolicySettings.class));
        // Editors take 1.4 for a number.
        ((Map<String, Object>) properties(schema).get("version")).put("type", List.of("string", "number"));
        schema.put("$defs", properties(ofRecord(CheckSettings.class)));
        try {
            return new ObjectMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(schema)
                            .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> ofRecord(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Option option = component.getAnnotation(Option.class);
            if (option != null) {
                Map<String, Object> schema = new LinkedHashMap<>(Map.of("description", option.value() + "."));
                schema.putAll(of(component.getGenericType(), option));
                properties.put(Binder.keyOf(component), schema);
                Class<?> raw = component.getType();
                if (option.otherwise().isEmpty()
                        && Stream.of(Optional.class, List.class, Set.class, Map.class)
                                .noneMatch(raw::equals)
                        && raw != FailOn.class) {
                    required.add(Binder.keyOf(component));
                }
            }
        }
        Map<String, Object> schema = object(properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (type == ExceptionRule.class) {
            schema.put("if", Map.of("properties", Map.of("check", Map.of("enum", ids(Silence.BY_EXCEPTION::equals)))));
            schema.put("then", Map.of("required", List.of("about", "expires")));
        }
        return schema;
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> of(Type type, Option option) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        Map<String, Object> schema = new LinkedHashMap<>();
        if (raw == Optional.class || raw == Located.class) {
            return of(argument(type, 0), option);
        } else if (raw == List.class || raw == Set.class) {
            schema.put("type", "array");
            schema.put("items", of(argument(type, 0), option));
            if (option.most() < Integer.MAX_VALUE) {
                schema.put("maxItems", option.most());
            }
        } else if (raw == Map.class && argument(type, 1) == CheckSettings.class) {
            return ofChecks();
        } else if (raw == Map.class) {
            schema.put("type", "object");
            Class<?> key = (Class<?>) argument(type, 0);
            if (key.isEnum()) {
                schema.put("propertyNames", Map.of("enum", labels(key)));
            } else if (!option.keys().isEmpty()) {
                schema.put("propertyNames", Map.of("pattern", option.keys()));
            }
            schema.put("additionalProperties", of(argument(type, 1), option));
        } else if (raw == Check.class) {
            schema.put("enum", ids(silence -> silence != Silence.NEVER));
        } else if (raw.isEnum()) {
            schema.put("enum", labels(raw));
        } else if (raw == FailOn.class) {
            String levels = String.join("|", labels(FailOn.Level.class));
            String inShort = "^(" + levels + ")(:(" + String.join("|", labels(Confidence.class)) + "))?$";
            // A map of the JDK's own with two entries has another order in each JVM.
            Map<String, Object> text = new LinkedHashMap<>(Map.of("type", "string"));
            text.put("pattern", inShort);
            schema.put("anyOf", List.of(text, ofRecord(raw)));
        } else if (raw.isRecord()) {
            return ofRecord(raw);
        } else {
            ofText(raw, option, schema);
        }
        return schema;
    }

    private static void ofText(Class<?> type, Option option, Map<String, Object> schema) {
        if (type == boolean.class || type == Boolean.class) {
            schema.put("type", "boolean");
        } else if (type == int.class || type == Integer.class) {
            schema.put("type", "integer");
            schema.put("minimum", 0);
            schema.put("maximum", Math.min(option.most(), 999_999_999));
        } else {
            schema.put("type", "string");
            if (type == Period.class) {
                schema.put("pattern", "^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$");
            } else if (type == Duration.class) {
                schema.put("pattern", "^P(?=[0-9T])([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?$");
            } else if (type == LocalDate.class || type == LastDay.class) {
                schema.put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
            } else if (!option.matches().isEmpty()) {
                schema.put("pattern", option.matches());
            }
            if (type != String.class
                    && type != PathPattern.class
                    && type != NamePattern.class
                    && !schema.containsKey("pattern")) {
                throw new IllegalStateException("no schema for " + type);
            }
        }
    }

    private Map<String, Object> ofChecks() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Check check : checks.all()) {
            Map<String, Object> settings = new LinkedHashMap<>();
            for (String key : Binder.keysOf(CheckSettings.class)) {
                settings.put(key, Map.of("$ref", "#/$defs/" + key));
            }
            if (check.info().silence() != Silence.FREELY) {
                settings.put("enabled", Map.of("const", true));
                settings.put(
                        "severity",
                        Map.of(
                                "enum",
                                Severity.worstFirst().stream()
                                        .filter(severity ->
                                                severity.atLeast(check.info().severity()))
                                        .map(Severity::label)
                                        .toList()));
            }
            settings.putAll(properties(ofRecord(check.info().options())));
            Map<String, Object> schema =
                    new LinkedHashMap<>(Map.of("description", check.info().title() + "."));
            schema.putAll(object(settings));
            properties.put(check.info().id(), schema);
        }
        return object(properties);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> schema) {
        return (Map<String, Object>) schema.get("properties");
    }

    private List<String> ids(Predicate<Silence> silence) {
        return checks.all().stream()
                .map(Check::info)
                .filter(info -> silence.test(info.silence()))
                .map(info -> info.id())
                .toList();
    }

    private static List<String> labels(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(ValueText::label).toList();
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
