package io.github.mavenhardening.core.baseline;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.source.SourceFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a baseline token by token, for the place of what does not fit. An unknown member is refused: a baseline that is half
 * understood would let findings pass, or make known ones fail the build.
 */
public final class BaselineParser {

    /** What this release writes, and the only one it reads. */
    static final int VERSION = 1;

    /** No text that is larger is read, so that no count can be either. */
    private static final int MOST = 1_000_000;

    private final SourceFile source;
    private final JsonParser json;
    private String plugin = "";
    private final Set<String> checks = new HashSet<>();
    private final SortedMap<BaselineEntry, Integer> entries = new TreeMap<>();

    private BaselineParser(SourceFile source, JsonParser json) {
        this.source = source;
        this.json = json;
    }

    /**
     * The baseline of that text.
     *
     * @throws ConfigurationException at the first place that does not fit
     */
    public static Baseline parse(SourceFile source) {
        try (JsonParser json = Json.tokens(source.text())) {
            BaselineParser parser = new BaselineParser(source, json);
            parser.document();
            return new Baseline(parser.plugin, parser.checks, parser.entries);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(
                    place(source, e.getLocation()),
                    "",
                    "Not the JSON of a baseline (" + Json.problem(e)
                            + "); after a merge conflict keep either side, then run hardening:baseline");
        } catch (IOException e) {
            throw new ConfigurationException(Location.ofFile(source.path()), "", "Not JSON");
        }
    }

    private void document() throws IOException {
        json.nextToken();
        expect(JsonToken.START_OBJECT, "an object");
        Set<String> seen = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = once(seen);
            switch (name) {
                case "version" -> version();
                case "plugin" -> plugin = text();
                case "findings" -> findings();
                case "checks" -> checks();
                default -> throw refused("The member '" + name + "' is unknown");
            }
        }
        for (String name : new String[] {"version", "plugin", "findings", "checks"}) {
            if (!seen.contains(name)) {
                throw refused("The member '" + name + "' is missing");
            }
        }
        if (json.nextToken() != null) {
            throw refused("Nothing may follow the object");
        }
    }

    /** The name of the next member, whose value's token is current afterwards. */
    private String once(Set<String> seen) throws IOException {
        String name = json.currentName();
        json.nextToken();
        if (!seen.add(name)) {
            throw refused("The member '" + name + "' stands there twice");
        }
        return name;
    }

    private void version() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a number");
        if (!json.getText().equals(String.valueOf(VERSION))) {
            throw refused("Version " + json.getText() + " is not known to this release, which reads " + VERSION);
        }
    }

    private void findings() throws IOException {
        expect(JsonToken.START_ARRAY, "a list");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            finding();
        }
    }

    private void finding() throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        Location start = place();
        Map<String, String> texts = new HashMap<>();
        int count = 0;
        Set<String> seen = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = once(seen);
            switch (name) {
                case "check", "path", "subject", "fingerprint" -> texts.put(name, text());
                case "count" -> count = count();
                default -> throw refused("The member '" + name + "' is unknown");
            }
        }
        if (seen.size() < 5) {
            throw new ConfigurationException(
                    start, "", "A finding has a check, a path, a subject, a count and a fingerprint");
        }
        BaselineEntry entry = new BaselineEntry(texts.get("check"), texts.get("path"), texts.get("subject"));
        if (!entry.fingerprint().equals(texts.get("fingerprint"))) {
            throw new ConfigurationException(
                    start,
                    "",
                    "The fingerprint is not that of the check, path and subject beside it: remove the entry, then run"
                            + " hardening:baseline");
        }
        if (entries.putIfAbsent(entry, count) != null) {
            throw new ConfigurationException(start, "", "The same finding stands there twice: add up the counts");
        }
    }

    private int count() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a number");
        long count = json.getNumberType() == JsonParser.NumberType.INT ? json.getLongValue() : 0;
        if (count < 1 || count > MOST) {
            throw refused("The count must be a whole number from 1 to " + MOST);
        }
        return (int) count;
    }

    private void checks() throws IOException {
        expect(JsonToken.START_ARRAY, "a list");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            checks.add(text());
        }
    }

    private String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text");
        return json.getText();
    }

    private void expect(JsonToken token, String what) {
        if (json.currentToken() != token) {
            throw refused("Must be " + what);
        }
    }

    private ConfigurationException refused(String reason) {
        return new ConfigurationException(place(), "", reason);
    }

    private Location place() {
        return place(source, json.currentTokenLocation());
    }

    private static Location place(SourceFile source, JsonLocation at) {
        if (at == null || at.getCharOffset() < 0) {
            return Location.ofFile(source.path());
        }
        int offset = (int) Math.min(at.getCharOffset(), source.text().length());
        return source.at(source.span(offset, offset));
    }
}
