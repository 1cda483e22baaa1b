package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.CheckSettings;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    private final ConsoleReport report = new ConsoleReport();

    private String text(Result result) {
        return report.lines(result, ".").stream()
                .map(line -> line.level() + " " + line.text() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void tellsFamilyByFamilyAndEndsInTheVerdict() {
        assertThat(text(Samples.rich())).isEqualTo("""
                        INFO Root .   Policy none
                        INFO workflows: 2 findings in 2 files, 1 reference
                        INFO   left out vendor/
                        ERROR .github/workflows/ci.yml:12:15 high [sample-reference] actions/checkout@v4 is not pinned
                        ERROR     Pin it to a commit
                        INFO docs/a b#c%.md info [sample-note] this is worth a look
                        INFO     Look at it
                        WARN dependencies: could not check: The lock cannot be read
                        ERROR (repository) critical [sample-mismatch] org.example:a:jar:1 is not the file that was locked
                        ERROR     Delete it and build again
                        INFO Security Insights: nothing to check: no such file
                        ERROR Looked at 210 artifacts, 2 files, 1 reference: 1 critical, 1 high, 1 info, 1 suppressed, \
                        1 more finding with -Dhardening.persona=pedantic or auditor; FAILED: 2 findings of severity high or above, \
                        could not check dependencies
                        """);
    }

    @Test
    void saysPassedOnlyWhenEverythingThereWasLookedAt() {
        Result clean = Samples.judge(PolicyLayer.none(), Samples.workflows());
        Result nothing = Samples.judge(PolicyLayer.none(), AuditResult.nothing(Family.WORKFLOWS, "no workflow files"));
        Result unchecked = Samples.judge(PolicyLayer.none(), unchecked());
        Result partly = Samples.judge(PolicyLayer.none(), Samples.workflows(), unchecked());

        assertThat(text(clean)).isEqualTo("""
                        INFO Root .   Policy none
                        INFO workflows: no findings in 1 file
                        INFO Looked at 1 file: no findings; PASSED
                        """);
        assertThat(text(nothing)).isEqualTo("""
                        INFO Root .   Policy none
                        INFO workflows: nothing to check: no workflow files
                        INFO Looked at nothing: no findings; NOTHING TO CHECK
                        """);
        assertThat(text(unchecked)).isEqualTo("""
                        INFO Root .   Policy none
                        WARN dependencies: could not check: no local repository
                        ERROR Looked at nothing: no findings; FAILED: could not check dependencies
                        """);
        assertThat(report.closing(partly))
                .isEqualTo(new ConsoleLine(
                        ConsoleLine.Level.ERROR,
                        "Looked at 1 file: no findings; FAILED: could not check dependencies"));
    }

    private static PolicyLayer policy(String text) {
        return PolicyFile.parse(SourceFile.of(".mvn/hardening.yml", text), Samples.CHECKS);
    }

    @Test
    void namesTheRootAndEveryChangeOfThePolicy() {
        PolicyLayer settings = policy("""
                fail-on: critical
                persona: pedantic
                maximum: {low: 3}
                checks:
                  sample-reference: {severity: medium}
                  sample-note: {enabled: false}
                  sample-insights: {accept: all}
                """);

        Result result = Samples.judge(settings, Samples.workflows(sample(1, Severity.HIGH)));

        assertThat(report.heading(result, "decoy"))
                .extracting(ConsoleLine::text)
                .containsExactly(
                        "Root decoy   Policy .mvn/hardening.yml   Fails on critical (.mvn/hardening.yml:1)"
                                + "   At most 3 low (.mvn/hardening.yml:3)   Persona pedantic (.mvn/hardening.yml:2)",
                        "Off: sample-note (.mvn/hardening.yml:6)",
                        "Less severe: sample-reference from high to medium (.mvn/hardening.yml:5)",
                        "Options: sample-insights (.mvn/hardening.yml:7)");
        assertThat(report.closing(result).text())
                .endsWith("; PASSED, 1 check off (.mvn/hardening.yml:6), 1 check less severe (.mvn/hardening.yml:5)");
    }

    @Test
    void boundsWhatItNames() {
        Map<String, CheckSettings> off = new TreeMap<>();
        Map<String, Setting> places = new TreeMap<>();
        List<Check> checks = new ArrayList<>(Samples.CHECKS.all());
        checks.forEach(check -> {
            String id = check.info().id();
            off.put(id, CheckSettings.enabled(false));
            String name = "checks." + id + ".enabled";
            places.put(name, new Setting(name, "false", id + ".yml:1"));
        });
        PolicyLayer settings = PolicyLayer.of(Map.of("checks", off), places);

        Result result = Samples.judge(
                settings, Samples.workflows(), unchecked(), AuditResult.nothing(Family.SECURITY_INSIGHTS, "none"));

        assertThat(checks).hasSize(5);
        assertThat(report.closing(result).text())
                .endsWith(", 5 checks off (sample-insights.yml:1, sample-mismatch.yml:1, sample-note.yml:1, 2 more)");
    }

    @Test
    void saysWhatWasExcusedAndWhatStands() {
        AuditResult bypass =
                Samples.dependencies(Finding.of("sample-switch", Severity.HIGH, Location.ofFile(".mvn/maven.config"))
                        .message("-Dx=y switches it off")
                        .remedy("Remove it")
                        .build());
        String exception = "exceptions:\n- {check: sample-switch, about: -Dx=y, reason: known, expires: %s}\n";

        assertThat(report.closing(Samples.judge(policy(exception.formatted("2026-11-26")), bypass)))
                .isEqualTo(new ConsoleLine(
                        ConsoleLine.Level.INFO,
                        "Looked at nothing: no findings, 1 suppressed; PASSED,"
                                + " 1 integrity finding excused (.mvn/hardening.yml:2)"));
        assertThat(report.closing(Samples.judge(policy("fail-on: never"), bypass)))
                .isEqualTo(new ConsoleLine(
                        ConsoleLine.Level.WARN,
                        "Looked at nothing: 1 high; PASSED, but 1 integrity finding stands"
                                + " (fails on nothing (.mvn/hardening.yml:1))"));
        assertThat(text(Samples.judge(policy(exception.formatted("2026-11-25")), bypass)))
                .contains("WARN the exception at .mvn/hardening.yml:2 expired on 2026-11-25\nERROR Looked at")
                .endsWith("FAILED: 1 finding of severity high or above\n");
    }

    @Test
    void countsTheGapsBesideTheVerdict() {
        AuditResult gaps = Samples.workflows().withGaps(List.of("a.yml is too large", "b.yml is too deep"));

        assertThat(report.closing(Samples.judge(PolicyLayer.none(), gaps)))
                .isEqualTo(new ConsoleLine(
                        ConsoleLine.Level.WARN, "Looked at 1 file: no findings; PASSED, 2 gaps in what was checked"));
    }

    private static AuditResult unchecked() {
        return new AuditResult(
                Family.DEPENDENCIES,
                Outcome.COULD_NOT_CHECK,
                List.of(),
                new TreeMap<>(),
                List.of(),
                List.of("no local repository"));
    }

    @Test
    void raisesItsVoiceForWhatFailsTheBuildAlone() {
        Finding medium = sample(1, Severity.MEDIUM);
        PolicyLayer oneMedium = PolicyLayer.of(Map.of("maximum", Map.of(Severity.MEDIUM, 0)));

        assertThat(text(Samples.judge(PolicyLayer.none(), Samples.workflows(medium))))
                .contains("WARN a.yml:1:1 medium");
        assertThat(text(Samples.judge(oneMedium, Samples.workflows(medium))))
                .contains("ERROR a.yml:1:1 medium")
                .contains("FAILED: 1 of severity medium, at most 0 allowed");
    }

    @Test
    void findsTheFamilyOfAFindingThatThePolicyGradedAnew() {
        PolicyLayer graded =
                PolicyLayer.of(Map.of("checks", Map.of("sample-reference", CheckSettings.severity(Severity.LOW))));

        assertThat(text(Samples.judge(graded, Samples.workflows(sample(1, Severity.HIGH)))))
                .contains("INFO workflows: 1 finding in 1 file")
                .contains("INFO a.yml:1:1 low [sample-reference]");
    }

    @Test
    void failsWithTheFindingsOverTheThresholdWorstFirst() {
        Result result = Samples.judge(
                PolicyLayer.none(),
                Samples.workflows(sample(1, Severity.LOW), sample(2, Severity.HIGH), sample(3, Severity.CRITICAL)));

        assertThat(report.failureText(result, "target/hardening/hardening.json"))
                .isEqualTo("""
                        2 findings of severity high or above:
                        a.yml:3:1 critical [sample-reference] actions/checkout@v4 is not pinned
                            Pin it to a commit
                        a.yml:2:1 high [sample-reference] actions/checkout@v4 is not pinned
                            Pin it to a commit""");
    }

    @Test
    void boundsTheTextOfAFailure() {
        Finding[] many = IntStream.rangeClosed(1, ConsoleReport.FAILURE_LIMIT + 7)
                .mapToObj(line -> sample(line, Severity.HIGH))
                .toArray(Finding[]::new);

        String text = report.failureText(
                Samples.judge(PolicyLayer.none(), Samples.workflows(many)), "target/hardening/hardening.json");

        assertThat(text.lines()).hasSize(1 + 2 * ConsoleReport.FAILURE_LIMIT + 1);
        assertThat(text).endsWith("\n\u2026 and 7 more, see target/hardening/hardening.json");
    }

    @Test
    void letsNoContentSpeakToTheTerminalOrTheCiSystem() {
        Result hostile = Samples.hostile();

        assertThat(report.lines(hostile, ".")).isNotEmpty().allSatisfy(line -> assertSafe(line.text()));
        assertThat(report.failureText(hostile, "target/x").lines())
                .hasSize(3)
                .allSatisfy(ConsoleReportTest::assertSafe);
        assertThat(report.failureText(hostile, "target/x").lines().toList().get(1))
                .startsWith(
                        "\\u003a:set-env name=a::\\u000a#\\u0023vso[x]\\ud800.yml:12:15 high [sample-reference] x\\u000a");
    }

    private static void assertSafe(String line) {
        assertThat(line.strip()).doesNotStartWith("::");
        assertThat(line)
                .doesNotContain("##[")
                .doesNotContain("##vso[")
                .matches(text -> text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE));
    }

    private static Finding sample(int line, Severity severity) {
        return Samples.reference("a.yml", new Span(0, 3, line, 1, line, 4))
                .severity(severity)
                .build();
    }
}
