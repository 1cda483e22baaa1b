package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.json.JsonWriter;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Suppression;
import io.github.mavenhardening.core.text.MaskedUsers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The findings as the page's script reads them. Everything in it is safe to show; what many findings share stands once, and is
 * named by its number.
 */
final class FindingData {

    /** So many digits of a fingerprint tell findings apart in an address. */
    private static final int DIGITS = 12;
    /** The most related places that are shown of a finding; the data says how many there are. */
    private static final int RELATED = 30;

    private final SourceLines source;
    private final FixDiff diffs;
    /** The fingerprints of what fails the build. */
    private final Set<String> failing = new HashSet<>();

    private final Map<String, Integer> texts = new LinkedHashMap<>();

    FindingData(SourceLines source, List<EvaluatedFinding> failing) {
        this.source = source;
        this.diffs = new FixDiff(source);
        for (EvaluatedFinding judged : failing) {
            this.failing.add(judged.fingerprint());
        }
    }

    /** The data as the content of a script element: nothing in it can end that. */
    String of(List<Group> groups) {
        JsonObject root = new JsonObject();
        JsonArray severities = root.putArray("severities");
        for (Severity severity : Severity.worstFirst()) {
            severities.add(severity.label());
        }
        JsonArray findings = root.putArray("findings");
        for (Group group : groups) {
            for (EvaluatedFinding judged : group.findings()) {
                finding(findings.addObject(), judged);
            }
        }
        JsonArray shared = root.putArray("texts");
        for (String text : texts.keySet()) {
            shared.add(text);
        }
        return harmless(JsonWriter.line(root));
    }

    /** Within strings, where alone they can stand, these may be written as escapes. */
    static String harmless(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private int text(String text) {
        return texts.computeIfAbsent(text, any -> texts.size());
    }

    private void finding(JsonObject json, EvaluatedFinding judged) {
        Finding finding = judged.finding();
        json.put(
                "id",
                judged.fingerprint()
                        .substring(0, Math.min(DIGITS, judged.fingerprint().length())));
        json.put("check", text(Sanitizer.text(finding.checkId())));
        json.put("severity", Severity.worstFirst().indexOf(finding.severity()));
        place(json, finding.primary());
        json.put("message", text(Sanitizer.text(finding.message())));
        json.put("remedy", text(Sanitizer.text(finding.remedy())));
        if (failing.contains(judged.fingerprint())) {
            json.put("fails", 1);
        }
        if (finding.standsForMore()) {
            json.put("more", 1);
        }
        Standing standing = Standing.of(judged);
        if (standing != Standing.PLAIN) {
            json.put("standing", standing.label());
        }
        if (!finding.confidence().label().equals("high")) {
            json.put("confidence", finding.confidence().label());
        }
        finding.artifact()
                .flatMap(artifact -> artifact.coordinates())
                .ifPresent(coordinates -> json.put("artifact", Sanitizer.text(coordinates)));
        judged.suppression().ifPresent(suppression -> json.put("because", because(suppression)));
        excerpt(json, finding.primary());
        if (!finding.related().isEmpty()) {
            related(json, finding);
        }
        finding.fix().filter(fix -> !fix.edits().isEmpty()).ifPresent(fix -> fix(json.putObject("fix"), fix));
    }

    private static String because(Suppression suppression) {
        String place = Sanitizer.text(suppression.place());
        return suppression.reason().isEmpty() ? place : Sanitizer.text(suppression.reason()) + " (" + place + ")";
    }

    private void place(JsonObject json, Location place) {
        json.put("path", text(Sanitizer.text(place.path().isEmpty() ? "(repository)" : place.path())));
        if (place.span().isPresent()) {
            json.put("line", place.line());
            json.put("column", place.column());
        }
    }

    /** Lines as arrays: the number, then pieces of which every second one is marked. */
    private void excerpt(JsonObject json, Location place) {
        Map<Integer, String> lines = source.excerpt(place);
        if (!lines.isEmpty()) {
            write(json.putArray("lines"), lines, place.span().orElseThrow());
        }
    }

    private static void write(JsonArray json, Map<Integer, String> lines, Span span) {
        lines.forEach((number, text) -> {
            String line = MaskedUsers.in(text);
            JsonArray entry = json.addArray().add(number);
            if (number < span.line() || number > span.endLine()) {
                entry.add(SafeLine.whole(line));
                return;
            }
            // Of a stretch over several lines the indent of the later ones is not marked.
            int indent = line.length() - line.stripLeading().length();
            int from = number == span.line() ? span.column() : indent + 1;
            int to = number == span.endLine() ? span.endColumn() : Integer.MAX_VALUE;
            SafeLine.marked(line, from, to).forEach(entry::add);
        });
    }

    private void related(JsonObject json, Finding finding) {
        JsonArray steps = json.putArray("steps");
        finding.related().stream().limit(RELATED).forEach(location -> {
            JsonObject step = steps.addObject();
            place(step, location);
            if (!location.label().isEmpty()) {
                step.put("label", text(Sanitizer.text(location.label())));
            }
            Map<Integer, String> lines = source.around(location, 0);
            if (!lines.isEmpty()) {
                write(step.putArray("lines"), lines, location.span().orElseThrow());
            }
        });
        if (finding.related().size() > RELATED) {
            json.put("more", finding.related().size() - RELATED);
        }
    }

    private void fix(JsonObject json, Fix fix) {
        json.put("does", text(Sanitizer.text(fix.description())));
        if (!fix.safe()) {
            json.put("unsafe", 1);
        }
        JsonArray hunks = json.putArray("hunks");
        for (FixDiff.Hunk hunk : diffs.of(fix)) {
            JsonObject entry = hunks.addObject();
            entry.put("path", text(Sanitizer.text(hunk.path())));
            entry.put("line", hunk.line());
            JsonArray lines = entry.putArray("lines");
            hunk.lines().forEach(lines::add);
        }
    }
}
