package io.github.mavenhardening.core.report.aggregate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.run.Coverage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a JSON report token by token and keeps its figures alone, so that a hostile one costs what its bytes cost to skip. Members
 * that are not known are left out, as the schema demands of readers.
 */
final class RunReader {

    /** The most checks of a report: no release has as many, and a report may name any. */
    private static final int CHECKS = 1_000;
    /** The most kinds of things that are pinned or locked: no release has as many. */
    private static final int KINDS = 100;
    /** The longest name that is taken from a report. */
    private static final int LENGTH = 500;

    private final String file;
    private boolean isReport;
    private String repository;
    private String root = ".";
    private Optional<String> commit = Optional.empty();
    private String version = "";
    private Optional<Boolean> passed = Optional.empty();
    private int suppressed;
    private int added;
    private boolean compared;
    private int unchecked;
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    private final SortedMap<String, Run.Found> checks = new TreeMap<>();
    private final List<Coverage> coverage = new ArrayList<>();

    private RunReader(String file, String name) {
        this.file = file;
        this.repository = name;
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0);
        }
    }

    /**
     * The figures of a report.
     *
     * @param file where it lies
     * @param name what stands for the repository if the report does not name it
     * @throws IOException when it is not JSON, or not a report of this plugin; the message says which, without the file
     */
    static Run read(String json, String file, String name) throws IOException {
        RunReader reader = new RunReader(file, name);
        try (JsonParser parser = Json.tokens(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no JSON report of this plugin");
            }
            reader.root(parser);
        } catch (JacksonException e) {
            throw new IOException("no JSON: " + Json.problem(e), e);
        }
        return reader.run();
    }

    private Run run() throws IOException {
        if (!isReport || passed.isEmpty()) {
            throw new IOException("no JSON report of this plugin");
        }
        return new Run(
                file,
                repository,
                root,
                commit,
                version,
                passed.get(),
                counts,
                suppressed,
                compared ? Optional.of(added) : Optional.empty(),
                unchecked,
                checks,
                coverage);
    }

    /** Reads the members of an object, whose beginning the parser stands on. */
    private interface Member {
        void read(String name, JsonParser parser) throws IOException;
    }

    private static void members(JsonParser parser, Member member) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member.read(name, parser);
            // Of a value that was read whole there is nothing left to skip.
            parser.skipChildren();
        }
        ended(parser, JsonToken.END_OBJECT);
    }

    private static void elements(JsonParser parser, Member member) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            member.read("", parser);
            parser.skipChildren();
            token = parser.nextToken();
        }
        ended(parser, JsonToken.END_ARRAY);
    }

    private static void ended(JsonParser parser, JsonToken end) throws IOException {
        if (parser.currentToken() != end) {
            throw new IOException("no JSON: it ends too early");
        }
    }

    private void root(JsonParser parser) throws IOException {
        members(parser, (name, value) -> {
            switch (name) {
                case "schemaVersion" -> schema(text(value));
                case "tool" -> members(value, this::tool);
                case "repository" -> members(value, this::repository);
                case "setup" -> members(value, this::setup);
                case "families" -> elements(value, (none, family) -> members(family, this::family));
                case "findings" -> elements(value, (none, finding) -> finding(finding));
                case "counts" -> members(value, this::count);
                case "verdict" -> members(value, this::verdict);
                default -> {}
            }
        });
    }

    private static void schema(String number) throws IOException {
        if (!number.startsWith("1.")) {
            throw new IOException("a report in a format that this version does not know: schemaVersion " + number);
        }
    }

    private void tool(String name, JsonParser value) throws IOException {
        if (name.equals("name")) {
            isReport = text(value).equals("hardening-maven-plugin");
        } else if (name.equals("version")) {
            version = text(value);
        }
    }

    private void repository(String name, JsonParser value) throws IOException {
        String text = text(value);
        if (name.equals("uri") && !text.isEmpty()) {
            repository = text;
        } else if (name.equals("commit") && !text.isEmpty()) {
            commit = Optional.of(text);
        }
    }

    private void setup(String name, JsonParser value) throws IOException {
        if (name.equals("root") && !text(value).isEmpty()) {
            root = text(value);
        }
    }

    private void family(String name, JsonParser value) throws IOException {
        if (name.equals("outcome") && text(value).equals("could-not-check")) {
            unchecked++;
        } else if (name.equals("gaps")) {
            elements(value, (none, gap) -> unchecked++);
        } else if (name.equals("coverage")) {
            elements(value, (none, kind) -> coverage(kind));
        }
    }

    private void coverage(JsonParser parser) throws IOException {
        String[] names = {"", ""};
        int[] figures = {0, 0};
        members(parser, (name, value) -> {
            switch (name) {
                case "kind" -> names[0] = text(value);
                case "verb" -> names[1] = text(value);
                case "covered" -> figures[0] = number(value);
                case "total" -> figures[1] = number(value);
                default -> {}
            }
        });
        if (!names[0].isEmpty() && coverage.size() < KINDS) {
            coverage.add(new Coverage(names[0], names[1], Math.min(figures[0], figures[1]), figures[1]));
        }
    }

    private void finding(JsonParser parser) throws IOException {
        String[] texts = {"", "", "", ""};
        boolean[] isSuppressed = {false};
        members(parser, (name, value) -> {
            switch (name) {
                case "check" -> texts[0] = text(value);
                case "severity" -> texts[1] = text(value);
                case "baseline" -> texts[2] = text(value);
                case "suppression" -> isSuppressed[0] = true;
                default -> {}
            }
        });
        Optional<Severity> severity = Severity.ofLabel(texts[1]);
        if (texts[0].isEmpty() || severity.isEmpty()) {
            throw new IOException("a finding without a check or a severity");
        }
        if (isSuppressed[0]) {
            suppressed++;
            return;
        }
        compared |= !texts[2].isEmpty();
        added += texts[2].equals("new") ? 1 : 0;
        counts.merge(severity.get(), 1, Integer::sum);
        Run.Found known = checks.get(texts[0]);
        if (known == null && checks.size() >= CHECKS) {
            throw new IOException("more than " + CHECKS + " checks");
        }
        checks.put(texts[0], known == null ? new Run.Found(severity.get(), 1) : known.and(severity.get()));
    }

    /** That a baseline was used shows only here where nothing was found. */
    private void count(String name, JsonParser value) {
        compared |= name.equals("gone");
    }

    private void verdict(String name, JsonParser value) {
        if (name.equals("passed") && value.currentToken().isBoolean()) {
            passed = Optional.of(value.currentToken() == JsonToken.VALUE_TRUE);
        }
    }

    /** A string, cut where it is longer than any name; empty for what is none. */
    private static String text(JsonParser value) throws IOException {
        if (value.currentToken() != JsonToken.VALUE_STRING) {
            return "";
        }
        String text = value.getText();
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH);
    }

    private static int number(JsonParser value) throws IOException {
        return value.currentToken() == JsonToken.VALUE_NUMBER_INT && value.getNumberType() == JsonParser.NumberType.INT
                ? Math.max(0, value.getIntValue())
                : 0;
    }
}
