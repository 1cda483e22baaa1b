package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Suppression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Findings as SARIF's results. */
final class SarifResults {

    /**
     * The name of our fingerprint. GitHub goes by {@code primaryLocationLineHash} alone, which its upload action computes from
     * the checkout; one of ours under that name would make the action warn of a mismatch on every result.
     */
    private static final String FINGERPRINT = "hardeningFingerprint/v1";

    /** GitHub refuses a result with more. */
    static final int MOST_LOCATIONS = 1_000;

    private static final String WHOLE = "what it is about";

    private final SarifRules rules;
    private final SarifLocations locations;

    SarifResults(SarifRules rules, SarifLocations locations) {
        this.rules = rules;
        this.locations = locations;
    }

    void write(JsonObject json, EvaluatedFinding judged) {
        Finding finding = judged.finding();
        String rule = rules.idOf(finding);
        json.put("ruleId", rule);
        json.put("ruleIndex", rules.indexOf(rule));
        json.put("level", SarifSeverity.level(finding.severity()));
        json.putObject("message").put("text", text(finding));
        JsonObject location = json.putArray("locations").addObject();
        locations.writeFirstLine(location, finding.primary());
        finding.artifact().ifPresent(artifact -> artifact(location, artifact));
        related(json, related(finding));
        flow(json, finding);
        json.putObject("partialFingerprints").put(FINGERPRINT, judged.fingerprint());
        judged.baseline().ifPresent(state -> json.put("baselineState", state.sarif()));
        judged.suppression()
                .ifPresent(
                        suppression -> suppression(json.putArray("suppressions").addObject(), suppression));
        finding.fix()
                .filter(fix -> !fix.edits().isEmpty())
                .ifPresent(fix -> fix(json.putArray("fixes").addObject(), fix));
        json.putObject("properties")
                .put("severity", finding.severity().label())
                .put("confidence", finding.confidence().label())
                .put("persona", finding.persona().label());
    }

    /**
     * What is wrong and what to do. Braces stay single although §3.11.5 would have them doubled: a message without arguments
     * is shown as it is by the readers there are, and {@code ${{ … }}} must look as it does in the workflow.
     */
    private String text(Finding finding) {
        return sentence(finding.message()) + " " + sentence(finding.remedy());
    }

    private static String sentence(String text) {
        String safe = SarifLocations.message(text);
        return safe.endsWith(".") ? safe : safe + ".";
    }

    private static void artifact(JsonObject location, ArtifactRef artifact) {
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", artifact.coordinates().orElse(artifact.path()))
                .put("kind", "package");
    }

    /** The places that explain a finding, then what it is about where that is more than the line it is shown at. */
    private static List<Location> related(Finding finding) {
        Optional<Span> whole = finding.scope().isPresent()
                ? finding.scope()
                : finding.primary().span();
        List<Location> related = new ArrayList<>(finding.related());
        if (SarifLocations.spansLines(whole)) {
            related.add(Location.of(finding.primary().path(), whole.get()).labelled(WHOLE));
        }
        return related;
    }

    /** How many places of a finding are not listed. */
    static int placesCut(EvaluatedFinding judged) {
        return Math.max(0, related(judged.finding()).size() - MOST_LOCATIONS);
    }

    private void related(JsonObject json, List<Location> related) {
        if (related.isEmpty()) {
            return;
        }
        JsonArray entries = json.putArray("relatedLocations");
        for (int i = 0; i < Math.min(MOST_LOCATIONS, related.size()); i++) {
            JsonObject entry = entries.addObject().put("id", i + 1);
            locations.write(entry, related.get(i));
        }
    }

    /** The way of data to where the finding is, step by step, which viewers walk through. */
    private void flow(JsonObject json, Finding finding) {
        if (finding.way().isEmpty()) {
            return;
        }
        // What is cut here is cut among the related places too, where it is counted.
        List<Location> steps = new ArrayList<>(finding.way()
                .subList(0, Math.min(MOST_LOCATIONS - 1, finding.way().size())));
        Location last = steps.get(steps.size() - 1);
        if (last.path().equals(finding.primary().path())
                && last.span().equals(finding.primary().span())) {
            steps.remove(steps.size() - 1);
        }
        steps.add(finding.primary().labelled(finding.message()));
        JsonArray entries = json.putArray("codeFlows")
                .addObject()
                .putArray("threadFlows")
                .addObject()
                .putArray("locations");
        for (Location step : steps) {
            locations.write(entries.addObject().putObject("location"), step);
        }
    }

    private void suppression(JsonObject json, Suppression suppression) {
        json.put("kind", suppression.kind().sarif());
        if (!suppression.reason().isBlank()) {
            json.put("justification", Sanitizer.text(suppression.reason()));
        }
        String place = suppression.place();
        int colon = place.lastIndexOf(':');
        if (colon > 0 && place.substring(colon + 1).matches("[1-9][0-9]{0,8}")) {
            int line = Integer.parseInt(place.substring(colon + 1));
            locations.writeLine(json.putObject("location"), place.substring(0, colon), line);
        }
    }

    private void fix(JsonObject json, Fix fix) {
        json.putObject("description").put("text", SarifLocations.message(fix.description()));
        JsonArray changes = json.putArray("artifactChanges");
        Map<String, List<Fix.Edit>> byFile =
                fix.edits().stream().collect(Collectors.groupingBy(Fix.Edit::path, TreeMap::new, Collectors.toList()));
        byFile.forEach((path, edits) -> {
            JsonObject change = changes.addObject();
            locations.artifact(change.putObject("artifactLocation"), path);
            JsonArray replacements = change.putArray("replacements");
            edits.stream().sorted(Comparator.comparing(Fix.Edit::span)).forEach(edit -> {
                JsonObject replacement = replacements.addObject();
                locations.region(replacement.putObject("deletedRegion"), edit.span());
                replacement.putObject("insertedContent").put("text", edit.replacement());
            });
        });
        json.putObject("properties").put("safe", fix.safe());
    }
}
