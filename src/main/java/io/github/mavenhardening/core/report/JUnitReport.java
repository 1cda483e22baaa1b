package io.github.mavenhardening.core.report;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Suppression;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result as tests, for CI services that show nothing else: a suite for each family, a case for each check and file with
 * findings, and one for each other check of the family. A case fails when one of its findings fails the build; it is skipped
 * when all of its findings are suppressed; a family that could not be checked is an error.
 */
@AutoService(Report.class)
public final class JUnitReport implements Report {

    @Override
    public String format() {
        return "junit";
    }

    @Override
    public String fileName() {
        return "hardening-junit.xml";
    }

    @Override
    public String purpose() {
        return "JUnit's XML, for Jenkins, Azure Pipelines and every other service that shows tests";
    }

    /** A file's findings of one check. */
    private record Case(String check, String path) implements Comparable<Case> {
        @Override
        public int compareTo(Case other) {
            int byCheck = check.compareTo(other.check);
            return byCheck != 0 ? byCheck : path.compareTo(other.path);
        }
    }

    /** A suite's text and what its cases came to. */
    private static final class Suite {
        private final StringBuilder cases = new StringBuilder();
        private int tests;
        private int failures;
        private int errors;
        private int skipped;

        private void test(String suite, String check, String name, String outcome) {
            tests++;
            cases.append("    <testcase").append(attribute("classname", "hardening." + suite + "." + check));
            cases.append(attribute("name", name));
            cases.append(outcome.isEmpty() ? "/>\n" : ">\n" + outcome + "    </testcase>\n");
        }
    }

    @Override
    public byte[] encode(Result result, ReportContext context) {
        Set<EvaluatedFinding> failing = Collections.newSetFromMap(new IdentityHashMap<>());
        failing.addAll(result.failing());
        StringBuilder suites = new StringBuilder();
        Suite sum = new Suite();
        for (AuditResult audit : result.audits()) {
            Suite suite = suite(audit, result, failing, context);
            suites.append("  <testsuite")
                    .append(attribute("name", audit.family().label()))
                    .append(counts(suite))
                    .append(">\n")
                    .append(suite.cases);
            List<String> gaps = Wording.unchecked(audit);
            if (!gaps.isEmpty()) {
                suites.append("    <system-err>")
                        .append(text(String.join("\n", gaps)))
                        .append("</system-err>\n");
            }
            suites.append("  </testsuite>\n");
            sum.tests += suite.tests;
            sum.failures += suite.failures;
            sum.errors += suite.errors;
            sum.skipped += suite.skipped;
        }
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", Tool.NAME)
                + counts(sum) + ">\n" + suites + "</testsuites>\n";
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static Suite suite(AuditResult audit, Result result, Set<EvaluatedFinding> failing, ReportContext context) {
        Suite suite = new Suite();
        String family = audit.family().label();
        if (audit.outcome() == Outcome.COULD_NOT_CHECK) {
            suite.errors++;
            suite.test(
                    family,
                    family,
                    "could not check",
                    "      <error" + attribute("message", Wording.joined(audit.notes())) + "/>\n");
        } else if (audit.outcome() == Outcome.NOTHING_TO_CHECK) {
            suite.skipped++;
            suite.test(family, family, "nothing to check", skipped(Wording.joined(audit.notes())));
        }
        SortedMap<Case, List<EvaluatedFinding>> cases = cases(audit, result);
        cases.forEach((key, findings) -> test(suite, family, key, findings, failing));
        if (audit.outcome() == Outcome.CHECKED) {
            for (Check check : clean(audit.family(), cases.keySet(), result, context)) {
                suite.test(family, check.info().id(), check.info().title(), "");
            }
        }
        return suite;
    }

    private static SortedMap<Case, List<EvaluatedFinding>> cases(AuditResult audit, Result result) {
        Set<String> checks = new HashSet<>();
        for (Finding finding : audit.findings()) {
            checks.add(finding.checkId());
        }
        SortedMap<Case, List<EvaluatedFinding>> cases = new TreeMap<>();
        for (EvaluatedFinding judged : result.findings()) {
            Finding finding = judged.finding();
            if (checks.contains(finding.checkId())) {
                cases.computeIfAbsent(
                                new Case(finding.checkId(), finding.primary().path()), key -> new ArrayList<>())
                        .add(judged);
            }
        }
        return cases;
    }

    /** The checks of a family that looked and found nothing. */
    private static List<Check> clean(Family family, Collection<Case> cases, Result result, ReportContext context) {
        Set<String> found = new HashSet<>();
        for (Case key : cases) {
            found.add(key.check());
        }
        List<Check> clean = new ArrayList<>();
        for (Check check : context.checks().all()) {
            if (check.family() == family
                    && result.policy().isEnabled(check)
                    && !found.contains(check.info().id())) {
                clean.add(check);
            }
        }
        return clean;
    }

    private static void test(
            Suite suite, String family, Case key, List<EvaluatedFinding> findings, Set<EvaluatedFinding> failing) {
        List<String> failed = new ArrayList<>();
        List<String> other = new ArrayList<>();
        List<String> suppressed = new ArrayList<>();
        String first = "";
        String worst = "";
        for (EvaluatedFinding judged : findings) {
            if (failing.contains(judged)) {
                if (failed.isEmpty()) {
                    first = Sanitizer.text(judged.finding().message());
                    worst = judged.finding().severity().label();
                }
                failed.add(lines(judged));
            } else if (judged.counts()) {
                other.add(lines(judged));
            } else {
                suppressed.add(judged.suppression().map(JUnitReport::reason).orElse(""));
            }
        }
        StringBuilder outcome = new StringBuilder();
        if (!failed.isEmpty()) {
            suite.failures++;
            outcome.append("      <failure")
                    .append(attribute("type", worst))
                    .append(attribute("message", first))
                    .append(">")
                    .append(text(String.join("\n", failed)))
                    .append("</failure>\n");
        } else if (other.isEmpty()) {
            suite.skipped++;
            outcome.append(skipped(String.join("; ", suppressed)));
        }
        if (!other.isEmpty()) {
            outcome.append("      <system-out>")
                    .append(text(String.join("\n", other)))
                    .append("</system-out>\n");
        }
        String name = key.path().isEmpty() ? "(repository)" : Sanitizer.text(key.path());
        suite.test(family, key.check(), name, outcome.toString());
    }

    private static String lines(EvaluatedFinding judged) {
        return Wording.place(judged.finding().primary()) + " "
                + judged.finding().severity().label() + ": "
                + CheckHelp.sentence(judged.finding().message()) + "\n    "
                + CheckHelp.sentence(judged.finding().remedy());
    }

    private static String reason(Suppression suppression) {
        String reason = suppression.reason().isBlank() ? "" : ": " + Sanitizer.text(suppression.reason());
        return "suppressed at " + Sanitizer.text(suppression.place()) + reason;
    }

    private static String skipped(String why) {
        return "      <skipped" + attribute("message", why) + "/>\n";
    }

    private static String counts(Suite suite) {
        return attribute("tests", String.valueOf(suite.tests))
                + attribute("failures", String.valueOf(suite.failures))
                + attribute("errors", String.valueOf(suite.errors))
                + attribute("skipped", String.valueOf(suite.skipped));
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + text(value).replace("\n", " ") + "\"";
    }

    /** A text within XML 1.0, which cannot hold every character, not even escaped. */
    private static String text(String text) {
        StringBuilder xml = new StringBuilder(text.length() + 16);
        text.codePoints().filter(JUnitReport::isAllowed).forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.appendCodePoint(c);
            }
        });
        return xml.toString();
    }

    /** Production 2 of XML 1.0, without the characters that a parser would change. */
    private static boolean isAllowed(int c) {
        return c == '\n'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
