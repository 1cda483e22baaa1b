package io.github.mavenhardening.core.forge.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.forge.Known;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Members of a forge's answers, as far as they are of the documented form. */
public final class Fields {

    /** What has an answer of another form than is documented. */
    public static final String ODD = "request failed: the answer is not of the documented form";

    private Fields() {}

    /** Names in upper case, in which GitHub has those of secrets, with the day of their last change. */
    public static Known<SortedMap<String, LocalDate>> dated(Known<List<JsonNode>> listed) {
        return listed.then(nodes -> {
            SortedMap<String, LocalDate> dated = new TreeMap<>();
            for (JsonNode node : nodes) {
                String moment = node.path("updated_at").asText();
                try {
                    dated.put(
                            node.path("name").asText().toUpperCase(Locale.ROOT),
                            LocalDate.parse(moment.substring(0, Math.min(10, moment.length()))));
                } catch (DateTimeParseException e) {
                    // Silent: that it is of no known form is what the answer says.
                    return Known.unknown(ODD);
                }
            }
            return Known.of(Collections.unmodifiableSortedMap(dated));
        });
    }

    /** Names in upper case. */
    public static Known<SortedSet<String>> names(Known<List<JsonNode>> listed, String member) {
        return listed.map(nodes -> {
            SortedSet<String> names = new TreeSet<>();
            nodes.forEach(node -> names.add(node.path(member).asText().toUpperCase(Locale.ROOT)));
            return Collections.unmodifiableSortedSet(names);
        });
    }

    /** A member that is true or false. */
    public static Known<Boolean> flag(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isBoolean() ? Known.of(value.booleanValue()) : Known.unknown("the forge does not tell");
    }

    /** A member that is a text. */
    public static Known<String> text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isTextual() ? Known.of(value.textValue()) : Known.unknown("the forge does not tell");
    }

    /** The texts of a list, sorted. */
    public static Known<List<String>> texts(JsonNode node) {
        if (!node.isArray()) {
            return Known.unknown("the forge does not tell");
        }
        SortedSet<String> texts = new TreeSet<>();
        node.forEach(text -> texts.add(text.asText()));
        return Known.of(List.copyOf(texts));
    }

    /** A name as a part of a path: nothing in it, a slash included, leads elsewhere. */
    public static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whom an address leads to; the rest of it may be a secret. */
    public static String host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).orElse("(no host)");
        } catch (IllegalArgumentException e) {
            // Silent: the name says it.
            return "(no host)";
        }
    }
}
