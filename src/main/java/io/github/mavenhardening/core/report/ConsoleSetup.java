package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Policy;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Threshold;
import io.github.mavenhardening.core.policy.Weakening;
import io.github.mavenhardening.core.report.ConsoleLine.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of a run in the log: their origin before the findings, and what they switched off beside the verdict. */
final class ConsoleSetup {

    /** A line names that many; the reports name all. */
    private static final int NAMED = 10;

    private static final int PLACES = 3;
    private static final String GAP = "   ";
    private static final String INDENT = "    ";

    private ConsoleSetup() {}

    /** The root, the policy files and what they change: one line where the defaults hold. */
    static void heading(Result result, String root, ConsoleLines lines) {
        Policy policy = result.policy();
        StringBuilder line = new StringBuilder("Root ").append(Sanitizer.text(root));
        line.append(GAP).append("Policy ").append(policy.files().isEmpty() ? "none" : joined(policy.files()));
        for (String change : changes(result)) {
            line.append(GAP).append(change);
        }
        lines.wrapped(Level.INFO, line.toString(), INDENT);
        named(lines, "Off: ", named(weakened(result, true)));
        named(lines, "Less severe: ", named(weakened(result, false)));
        named(lines, "Options: ", options(policy));
    }

    /** What decides otherwise than the defaults do whether findings count. */
    private static List<String> changes(Result result) {
        Policy policy = result.policy();
        Threshold threshold = policy.threshold();
        List<String> changes = new ArrayList<>();
        if (!threshold.failOn().equals(Optional.of(Severity.HIGH)) || threshold.confidence() != Confidence.MEDIUM) {
            changes.add("Fails on " + failOn(result) + place(policy, failOnPlace(policy)));
        }
        for (Severity severity : Severity.worstFirst()) {
            if (threshold.maximum().containsKey(severity)) {
                changes.add("At most " + threshold.maximum().get(severity) + " " + severity.label()
                        + place(policy, "maximum." + severity.label()));
            }
        }
        if (policy.persona() != Persona.REGULAR) {
            changes.add("Persona " + policy.persona().label() + place(policy, "persona"));
        }
        return changes;
    }

    /** Where the verdict of one line comes from, when that is not the usual: {@code  of sub by .mvn/hardening.yml}. */
    static String origin(Result result, String root) {
        List<String> files = result.policy().files();
        return (root.equals(".") ? "" : " in " + Sanitizer.text(root))
                + (files.isEmpty() ? "" : " by " + joined(files));
    }

    /** What the verdict of one line is to be read with beside its reservations, each with a comma before it. */
    static String loosened(Result result) {
        StringBuilder line = new StringBuilder();
        for (String change : changes(result)) {
            line.append(", ")
                    .append(change.substring(0, 1).toLowerCase(Locale.ROOT))
                    .append(change.substring(1));
        }
        List<String> options = options(result.policy());
        return options.isEmpty() ? line.toString() : line + ", options of " + joined(options, PLACES);
    }

    /** What the findings were compared with, and what came of it: parts of a sentence, each with a comma before it. */
    static String compared(Result result, Commands commands) {
        int gone = result.comparison().goneCount();
        return Wording.spared(result)
                + (gone == 0
                        ? ""
                        : ", " + Count.of(gone, "known findings") + " fixed or excepted (" + commands.of("baseline")
                                + " removes " + (gone == 1 ? "it" : "them") + ")");
    }

    /** The checks with options, by which they may find less. */
    private static List<String> options(Policy policy) {
        List<String> named = new ArrayList<>();
        for (String id : policy.options().keySet()) {
            Optional<String> place = policy.placeOfOptions(id);
            named.add(id + (place.isPresent() ? bracketed(Set.of(place.get())) : ""));
        }
        return named;
    }

    private static void named(ConsoleLines lines, String title, List<String> named) {
        if (!named.isEmpty()) {
            lines.wrapped(Level.INFO, title + joined(named, NAMED), INDENT);
        }
    }

    private static List<String> named(List<Weakening> weakenings) {
        List<String> named = new ArrayList<>();
        for (Weakening weakening : weakenings) {
            String to = weakening.to().isPresent()
                    ? " from " + weakening.from().label() + " to "
                            + weakening.to().get().label()
                    : "";
            named.add(weakening.checkId() + to + " (" + weakening.place() + ")");
        }
        return named;
    }

    /** What a reader of the verdict is to know: parts of a sentence, each with a comma before it; empty when there is nothing. */
    static String reservations(Result result) {
        StringBuilder line = new StringBuilder();
        SortedMap<Family, String> families = new TreeMap<>();
        List<Weakening> checks = new ArrayList<>();
        for (Weakening weakening : weakened(result, true)) {
            if (weakening.family().isPresent()) {
                families.put(weakening.family().get(), places(List.of(weakening)));
            } else {
                checks.add(weakening);
            }
        }
        for (Map.Entry<Family, String> family : families.entrySet()) {
            line.append(", ").append(family.getKey().title()).append(" off").append(family.getValue());
        }
        if (!checks.isEmpty()) {
            line.append(", ")
                    .append(Count.of(checks.size(), "checks"))
                    .append(" off")
                    .append(places(checks));
        }
        List<Weakening> lowered = weakened(result, false);
        if (!lowered.isEmpty()) {
            line.append(", ")
                    .append(Count.of(lowered.size(), "checks"))
                    .append(" less severe")
                    .append(places(lowered));
        }
        List<EvaluatedFinding> excused = result.excused();
        if (!excused.isEmpty()) {
            Set<String> places = new LinkedHashSet<>();
            for (EvaluatedFinding judged : excused) {
                places.add(judged.suppression().orElseThrow().place());
            }
            line.append(", ")
                    .append(Count.of(excused.size(), "integrity findings"))
                    .append(" excused")
                    .append(bracketed(places));
        }
        if (result.verdict().passed() && !result.unexcused().isEmpty()) {
            line.append(", but ")
                    .append(Count.of(result.unexcused().size(), "integrity findings"))
                    .append(" stand")
                    .append(result.unexcused().size() == 1 ? "s" : "")
                    .append(" (fails on ")
                    .append(failOn(result))
                    .append(place(result.policy(), failOnPlace(result.policy())))
                    .append(')');
        }
        if (!result.gaps().isEmpty()) {
            line.append(", ").append(Count.of(result.gaps().size(), "gaps")).append(" in what was checked");
        }
        return line.toString();
    }

    private static String failOn(Result result) {
        Threshold threshold = result.threshold();
        if (threshold.failOn().isEmpty()) {
            return "nothing";
        }
        String severity = threshold.failOn().get().label();
        return threshold.confidence() == Confidence.MEDIUM
                ? severity
                : severity + ":" + threshold.confidence().label();
    }

    /** The setting that made the threshold another than the default. */
    private static String failOnPlace(Policy policy) {
        return policy.placeOf("fail-on.severity").isPresent() ? "fail-on.severity" : "fail-on.confidence";
    }

    private static List<Weakening> weakened(Result result, boolean off) {
        List<Weakening> chosen = new ArrayList<>();
        for (Weakening weakening : result.weakenings()) {
            if (weakening.isOff() == off) {
                chosen.add(weakening);
            }
        }
        return chosen;
    }

    private static String places(List<Weakening> weakenings) {
        Set<String> places = new LinkedHashSet<>();
        for (Weakening weakening : weakenings) {
            places.add(weakening.place());
        }
        return bracketed(places);
    }

    private static String place(Policy policy, String setting) {
        return policy.placeOf(setting).isPresent()
                ? bracketed(Set.of(policy.placeOf(setting).get()))
                : "";
    }

    private static String bracketed(Collection<String> places) {
        return " (" + joined(List.copyOf(places), PLACES) + ")";
    }

    private static String joined(List<String> texts) {
        return joined(texts, texts.size());
    }

    private static String joined(List<String> texts, int most) {
        List<String> safe = new ArrayList<>();
        for (String text : texts.subList(0, Math.min(most, texts.size()))) {
            safe.add(Sanitizer.text(text));
        }
        if (texts.size() > most) {
            safe.add((texts.size() - most) + " more");
        }
        return String.join(", ", safe);
    }
}
