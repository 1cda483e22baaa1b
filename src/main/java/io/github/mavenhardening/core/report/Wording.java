package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Spared;
import io.github.mavenhardening.core.run.AuditResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The phrases that the lines of a log are made of. */
final class Wording {

    private Wording() {}

    /** {@code path:line:col check message}; a file as a whole has no line, the repository as a whole no path. */
    static String headline(EvaluatedFinding judged) {
        Finding finding = judged.finding();
        return place(finding.primary()) + " " + Sanitizer.text(finding.checkId()) + " "
                + Sanitizer.text(finding.message()) + novelty(judged);
    }

    /** Against a baseline, whether the project made it or a release of this plugin found it. */
    private static String novelty(EvaluatedFinding judged) {
        if (judged.baseline().isEmpty()) {
            return "";
        }
        return switch (judged.baseline().get()) {
            case NEW -> " (new)";
            case NEW_IN_RELEASE -> " (new in this release)";
            case UNCHANGED -> " (known)";
        };
    }

    /** The findings that count and cannot fail the build, by reason; empty without any. */
    static String spared(Result result) {
        StringBuilder text = new StringBuilder();
        int known = result.spared(Spared.KNOWN).size();
        if (known > 0) {
            text.append(", ")
                    .append(known)
                    .append(" known (baseline of ")
                    .append(Sanitizer.text(result.comparison().baseline().orElse("")))
                    .append(')');
        }
        int grace = result.spared(Spared.GRACE).size();
        if (grace > 0) {
            text.append(", ").append(grace).append(" new in this release, which the policy gives time for");
        }
        int untouched = result.spared(Spared.UNTOUCHED).size();
        if (untouched > 0) {
            text.append(", ")
                    .append(untouched)
                    .append(" outside of the change since ")
                    .append(Sanitizer.text(result.comparison().since().orElse("")));
        }
        return text.toString();
    }

    static String remedy(EvaluatedFinding judged) {
        return Sanitizer.text(judged.finding().remedy());
    }

    /** What is wrong and what to do, as two sentences. */
    static String sentences(Finding finding) {
        return CheckHelp.sentence(finding.message()) + " " + CheckHelp.sentence(finding.remedy());
    }

    /** What of a family was not looked at, or only in part, and why. */
    static List<String> unchecked(AuditResult audit) {
        List<String> sentences = new ArrayList<>();
        if (audit.outcome() == AuditResult.Outcome.COULD_NOT_CHECK) {
            String why = audit.notes().isEmpty() ? "" : ": " + joined(audit.notes());
            sentences.add(audit.family().title() + ": could not check" + why);
        }
        for (String gap : audit.gaps()) {
            sentences.add(audit.family().title() + ": " + Sanitizer.text(gap));
        }
        return sentences;
    }

    static String place(Location location) {
        String path = location.path().isEmpty() ? "(repository)" : Sanitizer.text(location.path());
        return location.span().isEmpty() ? path : path + ":" + location.line() + ":" + location.column();
    }

    /** {@code 2 critical, 1 low}, the worst first; {@code no findings}. */
    static String bySeverity(Map<Severity, Integer> counts) {
        List<String> named = new ArrayList<>();
        for (Severity severity : Severity.worstFirst()) {
            int count = counts.getOrDefault(severity, 0);
            if (count > 0) {
                named.add(count + " " + severity.label());
            }
        }
        return named.isEmpty() ? "no findings" : String.join(", ", named);
    }

    /** {@code 210 artifacts, 1 file}; empty when nothing was looked at. */
    static String examined(Map<String, Integer> examined) {
        List<String> counts = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : examined.entrySet()) {
            if (entry.getValue() > 0) {
                counts.add(Count.of(entry.getValue(), Sanitizer.text(entry.getKey())));
            }
        }
        return String.join(", ", counts);
    }

    /** What all audits looked at, summed by its name. */
    static SortedMap<String, Integer> examined(Collection<AuditResult> audits) {
        SortedMap<String, Integer> sum = new TreeMap<>();
        for (AuditResult audit : audits) {
            for (Map.Entry<String, Integer> entry : audit.examined().entrySet()) {
                sum.put(entry.getKey(), sum.getOrDefault(entry.getKey(), 0) + entry.getValue());
            }
        }
        return sum;
    }

    /** Sentences joined as parts of one. */
    static String joined(List<String> parts) {
        List<String> safe = new ArrayList<>();
        for (String part : parts) {
            safe.add(Sanitizer.text(part));
        }
        return String.join("; ", safe);
    }
}
