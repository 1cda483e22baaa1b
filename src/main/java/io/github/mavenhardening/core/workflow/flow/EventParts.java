package io.github.mavenhardening.core.workflow.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that a program of JavaScript or Python gives to parts of the event: {@code pr = event["pull_request"]}. */
final class EventParts {

    /** The parts of an event that hold what an outsider words, as alternatives of a pattern. */
    static final String NAMES = "pull_request|issue|comment|review|discussion|workflow_run|head_commit|client_payload";

    private static final Set<String> PARTS = Set.of(NAMES.split("\\|"));

    private static final String KEY =
            "(?:\\??\\.(?!get\\()\\w{1,60}|(?:\\?\\.)?\\[['\"]\\w{1,60}['\"]\\]|\\.get\\(['\"]\\w{1,60}['\"](?:,\\s?\\{\\})?\\))";

    private static final Pattern GIVEN =
            Pattern.compile("\\s{0,80}(?:const\\s|let\\s|var\\s)?\\s{0,9}(\\w{1,100})\\s{0,9}=" + "\\s{0,9}(\\w{1,100}"
                    + KEY + "{1,8})\\s{0,9};?\\s{0,9}");
    private static final Pattern TAKEN_APART =
            Pattern.compile("\\s{0,80}(?:const|let|var)\\s{0,9}\\{([\\w\\s:,]{1,300})\\}\\s{0,9}="
                    + "\\s{0,9}(\\w{1,100}" + KEY + "{0,8})\\s{0,9};?\\s{0,9}");
    private static final Pattern NESTED =
            Pattern.compile("(\\s{0,80}(?:const|let|var)\\s{0,9})\\{\\s{0,9}(\\w{1,60})\\s{0,9}:\\s{0,9}"
                    + "(\\{[^=]{1,300}\\})\\s{0,9},?\\s{0,9}\\}\\s{0,9}=\\s{0,9}([\\w.?]{1,200})\\s{0,9};?\\s{0,9}");
    private static final Pattern STEP = Pattern.compile("\\w{1,60}");
    private static final Pattern READ = Pattern.compile("(?<![\\w.$])(\\w{1,100})(?=" + KEY + ")");

    /** The paths within the event, by name. */
    private final Map<String, List<String>> paths = new HashMap<>();

    /** A line that takes parts of parts, as one that takes parts of the inner one. */
    private static String unnested(String line) {
        String flat = line;
        Matcher nested = NESTED.matcher(flat);
        while (nested.matches()) {
            flat = nested.group(1) + nested.group(3) + " = " + nested.group(4) + "." + nested.group(2);
            nested = NESTED.matcher(flat);
        }
        return flat;
    }

    /** The names that a line gives, with the path within the event of each; empty where it does something else. */
    Map<String, List<String>> given(String written) {
        Map<String, List<String>> given = new HashMap<>();
        if (written.indexOf('=') < 0) {
            return given;
        }
        String line = unnested(written);
        Matcher apart = TAKEN_APART.matcher(line);
        Matcher one = GIVEN.matcher(line);
        if (apart.matches()) {
            Optional<List<String>> whole = path(apart.group(2));
            for (String member : whole.isPresent() ? apart.group(1).split(",", -1) : new String[0]) {
                String[] names = member.strip().split("\\s{0,9}:\\s{0,9}", 2);
                List<String> path = new ArrayList<>(whole.get());
                path.add(names[0].toLowerCase(Locale.ROOT));
                if (PARTS.contains(path.get(0))) {
                    given.put(names[names.length - 1], path);
                }
            }
        } else if (one.matches()) {
            Optional<List<String>> path = path(one.group(2));
            paths.remove(one.group(1));
            if (path.isPresent() && !path.get().isEmpty()) {
                given.put(one.group(1), path.get());
            }
        }
        paths.putAll(given);
        return given;
    }

    /** A text in which the paths stand for the names. */
    String expanded(String text) {
        if (paths.isEmpty()) {
            return text;
        }
        StringBuilder expanded = new StringBuilder();
        Matcher read = READ.matcher(text);
        while (read.find()) {
            List<String> path = paths.get(read.group(1));
            if (path != null) {
                boolean isKey = text.startsWith("[", read.end()) || text.startsWith(".get(", read.end());
                String written =
                        isKey ? "event[\"" + String.join("\"][\"", path) + "\"]" : "event." + String.join(".", path);
                read.appendReplacement(expanded, Matcher.quoteReplacement(written));
            }
        }
        return read.appendTail(expanded).toString();
    }

    /** The path within the event that an expression names; it is empty for the event itself. */
    private Optional<List<String>> path(String expression) {
        Matcher step = STEP.matcher(expression.replaceAll("\\.get\\(", "."));
        List<String> path = new ArrayList<>();
        boolean isEvent = false;
        while (step.find()) {
            String name = step.group();
            List<String> known = step.start() == 0 ? paths.get(name) : null;
            if (known != null) {
                path.addAll(known);
                isEvent = true;
            } else if (path.isEmpty() && Set.of("context", "payload", "event").contains(name)) {
                isEvent = true;
            } else {
                // The event has any name where its file is read.
                isEvent |= PARTS.contains(name) && expression.indexOf('[') > 0;
                if (step.start() > 0 || isEvent) {
                    path.add(name.toLowerCase(Locale.ROOT));
                }
            }
        }
        return isEvent && (path.isEmpty() || PARTS.contains(path.get(0))) ? Optional.of(path) : Optional.empty();
    }
}
