package io.github.mavenhardening.core.workflow.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.mavenhardening.core.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that need nothing but their arguments.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions">Functions</a>
 */
final class Functions {

    /** Searches of a text in a text that may take more steps are not made. */
    private static final long SEARCH_LIMIT = 4_000_000;

    private Functions() {}

    /**
     * What a call yields; empty for functions that look at the run, unknown ones, calls that fail, and results that are too long.
     *
     * @param limit the most characters of the result
     */
    static Optional<Value> call(String name, List<Value> arguments, int limit) {
        String function = name.toLowerCase(Locale.ROOT);
        return switch (function + "/" + arguments.size()) {
            case "always/0" -> Optional.of(new Value.Bool(true));
            case "contains/2" -> contains(arguments.get(0), arguments.get(1));
            case "startswith/2" ->
                Optional.of(new Value.Bool(lower(arguments.get(0)).startsWith(lower(arguments.get(1)))));
            case "endswith/2" ->
                Optional.of(new Value.Bool(lower(arguments.get(0)).endsWith(lower(arguments.get(1)))));
            case "join/1" -> join(arguments.get(0), ",", limit);
            case "join/2" -> join(arguments.get(0), arguments.get(1).text(), limit);
            case "fromjson/1" -> fromJson(arguments.get(0).text());
            case "tojson/1" -> toJson(arguments.get(0), limit);
            default ->
                function.equals("format") && !arguments.isEmpty()
                        ? format(arguments.get(0).text(), arguments.subList(1, arguments.size()), limit)
                        : Optional.empty();
        };
    }

    /** How many characters a result has, or had where it was read from one of the arguments. */
    static int cost(Value result, List<Value> arguments) {
        return result instanceof Value.Collection
                ? arguments.get(0).text().length()
                : result.text().length();
    }

    /** A member of an object (names without regard to case) or array; {@code null} when there is none. */
    static Value member(Value target, Value key) {
        if (!(target instanceof Value.Collection collection)) {
            return new Value.Null();
        }
        if (collection.json().isArray()) {
            double index = key.number();
            boolean within = index >= 0 && index < collection.json().size();
            return within ? ofJson(collection.json().get((int) index)) : new Value.Null();
        }
        return collection.json().properties().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(key.text()))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(Functions::ofJson)
                .orElse(new Value.Null());
    }

    private static Optional<Value> contains(Value search, Value item) {
        if (search instanceof Value.Collection collection) {
            return Optional.of(
                    new Value.Bool(elements(collection).stream().anyMatch(element -> Comparison.equal(element, item))));
        }
        // Silent: what is too long to be searched is not known.
        String text = lower(search);
        String part = lower(item);
        return (long) text.length() * part.length() > SEARCH_LIMIT
                ? Optional.empty()
                : Optional.of(new Value.Bool(text.contains(part)));
    }

    private static String lower(Value value) {
        return value.text().toLowerCase(Locale.ROOT);
    }

    private static Optional<Value> join(Value value, String separator, int limit) {
        if (!(value instanceof Value.Collection collection)) {
            return Optional.of(new Value.Text(value.text()));
        }
        StringBuilder joined = new StringBuilder();
        for (Value element : elements(collection)) {
            joined.append(joined.isEmpty() ? "" : separator).append(element.text());
            if (joined.length() > limit) {
                return Optional.empty();
            }
        }
        return Optional.of(new Value.Text(joined.toString()));
    }

    static List<Value> elements(Value.Collection collection) {
        List<Value> elements = new ArrayList<>();
        collection.json().forEach(element -> elements.add(ofJson(element)));
        return List.copyOf(elements);
    }

    private static Optional<Value> fromJson(String text) {
        try {
            return Optional.of(ofJson(Json.read(text)));
        } catch (IOException e) {
            // Silent: of what is not JSON the value is not known; GitHub refuses it.
            return Optional.empty();
        }
    }

    private static Value ofJson(JsonNode json) {
        return switch (json.getNodeType()) {
            case BOOLEAN -> new Value.Bool(json.booleanValue());
            case NUMBER -> new Value.Numeric(json.doubleValue());
            case STRING -> new Value.Text(json.textValue());
            case ARRAY, OBJECT -> new Value.Collection(json);
            default -> new Value.Null();
        };
    }

    private static Optional<Value> toJson(Value value, int limit) {
        String text = "null";
        if (value instanceof Value.Collection collection) {
            // A list within a hundred others is a hundred times as long as it was read from.
            if (indented(collection.json(), 1) > limit) {
                return Optional.empty();
            }
            text = collection.json().toPrettyString();
        } else if (value instanceof Value.Text plain) {
            text = JsonNodeFactory.instance.textNode(plain.value()).toString();
        } else if (!(value instanceof Value.Null)) {
            text = value.text();
        }
        return Optional.of(new Value.Text(text));
    }

    /** About how many characters the indentation of a value's parts takes. */
    private static long indented(JsonNode json, int depth) {
        long sum = 0;
        for (JsonNode part : json) {
            sum += 2L * depth + indented(part, depth + 1);
        }
        return sum;
    }

    /** A number in braces stands for that argument, a doubled brace for itself; empty when malformed. */
    private static Optional<Value> format(String pattern, List<Value> arguments, int limit) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            boolean doubled = at + 1 < pattern.length() && pattern.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                result.append(c);
                at += 2;
            } else if (c == '{') {
                int close = pattern.indexOf('}', at);
                double index = close < 0 ? Double.NaN : Numbers.parse(pattern.substring(at + 1, close));
                if (!(index >= 0 && index < arguments.size())) {
                    return Optional.empty();
                }
                result.append(arguments.get((int) index).text());
                at = close + 1;
                if (result.length() > limit) {
                    return Optional.empty();
                }
            } else if (c == '}') {
                return Optional.empty();
            } else {
                result.append(c);
                at++;
            }
        }
        return Optional.of(new Value.Text(result.toString()));
    }
}
