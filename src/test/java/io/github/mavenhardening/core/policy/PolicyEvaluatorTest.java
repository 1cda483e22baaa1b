package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import io.github.mavenhardening.core.run.IgnoreComment;
import io.github.mavenhardening.core.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyEvaluatorTest {

    @CheckInfo(id = "sample-a", title = "A", severity = Severity.HIGH)
    private static final class SampleA implements WorkflowCheck {}

    @CheckInfo(id = "sample-b", title = "B", severity = Severity.LOW)
    private static final class SampleB implements DependencyCheck {
        @Override
        public void check(LockedBuild build, CheckContext in) {}
    }

    @CheckInfo(id = "sample-bypass", title = "C", severity = Severity.HIGH, silence = CheckInfo.Silence.BY_EXCEPTION)
    private static final class SampleBypass implements DependencyCheck {
        @Override
        public void check(LockedBuild build, CheckContext in) {}
    }

    @CheckInfo(id = "sample-off", title = "D", severity = Severity.HIGH, enabledByDefault = false)
    private static final class SampleOff implements WorkflowCheck {}

    private static final Checks CHECKS =
            Checks.of(List.of(new SampleA(), new SampleB(), new SampleBypass(), new SampleOff()));

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static Finding.Builder at(String id, int line) {
        return at(id, line, line);
    }

    private static Finding.Builder at(String id, int line, int endLine) {
        Span span = new Span(line * 10, line * 10 + 5, line, 1, endLine, 6);
        return Finding.of(id, Severity.HIGH, Location.of("a.yml", span))
                .message("wrong")
                .remedy("Mend it")
                .subject("subject");
    }

    private static AuditResult audit(Family family, List<IgnoreComment> ignores, Finding... findings) {
        return new AuditResult(family, Outcome.CHECKED, List.of(findings), new TreeMap<>(), ignores, List.of());
    }

    private static AuditResult workflows(Finding... findings) {
        return audit(Family.WORKFLOWS, List.of(), findings);
    }

    private static Result judge(PolicyLayer settings, AuditResult... audits) {
        return new PolicyEvaluator(settings.toPolicy(), CHECKS, TODAY, Reference.none()).judge(List.of(audits));
    }

    @Test
    void takesBackByACommentAnywhereInWhatAFindingIsAbout() {
        Span step = new Span(10, 90, 2, 1, 5, 1);
        Finding inStep = at("sample-a", 3).scope(step).build();
        Finding alone = at("sample-a", 3).build();
        for (int line = 1; line <= 6; line++) {
            List<IgnoreComment> ignores = List.of(new IgnoreComment("a.yml", line, Set.of("sample-a"), ""));
            List<EvaluatedFinding> judged = judge(PolicyLayer.none(), audit(Family.WORKFLOWS, ignores, inStep, alone))
                    .findings();
            assertThat(judged).hasSize(2);
            int at = line;
            judged.forEach(one -> assertThat(one.counts())
                    .as("line " + at + " " + one.finding().scope())
                    .isEqualTo(one.finding().scope().isPresent() ? at < 2 || at > 5 : at != 3));
        }
    }

    private static PolicyLayer persona(Persona persona) {
        return PolicyLayer.of(Map.of("persona", Optional.of(persona)));
    }

    @Test
    void sortsFamiliesAndFindings() {
        AuditResult dependencies =
                audit(Family.DEPENDENCIES, List.of(), at("sample-b", 2).build());

        Result result = judge(
                PolicyLayer.none(),
                dependencies,
                workflows(at("sample-a", 3).build(), at("sample-a", 1).build()));

        assertThat(result.audits())
                .extracting(AuditResult::family)
                .containsExactly(Family.WORKFLOWS, Family.DEPENDENCIES);
        assertThat(result.findings())
                .extracting(judged -> judged.finding().primary().line())
                .containsExactly(1, 2, 3);
    }

    @Test
    void tellsAFindingOnceThatWasFoundTwice() {
        assertThat(judge(
                                PolicyLayer.none(),
                                workflows(
                                        at("sample-a", 1).build(),
                                        at("sample-a", 1).build()))
                        .findings())
                .hasSize(1);
    }

    @Test
    void showsEachPersonaItsOwnAndCountsTheRest() {
        AuditResult audit = workflows(
                at("sample-a", 1).build(),
                at("sample-a", 2).persona(Persona.PEDANTIC).build(),
                at("sample-a", 3).persona(Persona.AUDITOR).build());

        Result regular = judge(persona(Persona.REGULAR), audit);
        Result pedantic = judge(persona(Persona.PEDANTIC), audit);
        Result auditor = judge(persona(Persona.AUDITOR), audit);

        assertThat(regular.findings()).hasSize(1);
        assertThat(regular.hidden()).isEqualTo(2);
        assertThat(regular.counts()).containsEntry(Severity.HIGH, 1);
        assertThat(pedantic.findings()).hasSize(2);
        assertThat(pedantic.hidden()).isEqualTo(1);
        assertThat(auditor.findings()).hasSize(3);
        assertThat(auditor.hidden()).isZero();
    }

    @Test
    void namesAFindingAlikeWhateverThePolicyHides() {
        Finding wanted = at("sample-a", 2).build();
        AuditResult audit = workflows(at("sample-a", 1).persona(Persona.AUDITOR).build(), wanted);

        String regular =
                judge(persona(Persona.REGULAR), audit).findings().get(0).fingerprint();
        String auditor =
                judge(persona(Persona.AUDITOR), audit).findings().get(1).fingerprint();
        String graded = judge(grading("sample-a", Severity.INFO), audit)
                .findings()
                .get(0)
                .fingerprint();

        assertThat(regular).matches("[0-9a-f]{64}").isEqualTo(auditor).isEqualTo(graded);
    }

    @Test
    void namesAFindingAlikeWhenLinesMove() {
        String before = judge(PolicyLayer.none(), workflows(at("sample-a", 1).build()))
                .findings()
                .get(0)
                .fingerprint();
        List<EvaluatedFinding> after = judge(
                        PolicyLayer.none(),
                        workflows(at("sample-a", 41).build(), at("sample-a", 51).build()))
                .findings();

        assertThat(after.get(0).fingerprint()).isEqualTo(before);
        assertThat(after.get(1).fingerprint()).isNotEqualTo(before);
    }

    private static PolicyLayer grading(String id, Severity severity) {
        return PolicyLayer.of(Map.of("checks", Map.of(id, CheckSettings.severity(severity))));
    }

    @Test
    void gradesByThePolicyBeforeItCounts() {
        AuditResult audit = workflows(at("sample-a", 1).build());

        Result result = judge(grading("sample-a", Severity.LOW), audit);

        assertThat(result.findings().get(0).finding().severity()).isEqualTo(Severity.LOW);
        assertThat(result.counts()).containsEntry(Severity.LOW, 1).containsEntry(Severity.HIGH, 0);
        assertThat(result.verdict().passed()).isTrue();
        assertThat(judge(PolicyLayer.none(), audit).verdict().reasons())
                .containsExactly("1 finding of severity high or above");
    }

    @Test
    void leavesOutWhatADisabledCheckFound() {
        PolicyLayer disabled = PolicyLayer.of(Map.of(
                "checks",
                Map.of("sample-a", new CheckSettings(Optional.of(false), Optional.empty(), Optional.empty()))));

        Result result = judge(
                disabled,
                workflows(
                        at("sample-a", 1).persona(Persona.AUDITOR).build(),
                        at("sample-a", 2).build(),
                        at("sample-b", 3).build()));

        assertThat(result.findings())
                .extracting(judged -> judged.finding().checkId())
                .containsExactly("sample-b");
        assertThat(result.hidden()).isZero();
    }

    @Test
    void takesBackWhatACommentIgnoresOnItsLines() {
        List<IgnoreComment> comments =
                List.of(new IgnoreComment("a.yml", 2, Set.of("sample-a", "sample-x"), "for a reason"));

        Result result = judge(
                PolicyLayer.none(),
                audit(
                        Family.WORKFLOWS,
                        comments,
                        at("sample-a", 1).build(),
                        at("sample-a", 1, 3).build(),
                        at("sample-a", 2).build(),
                        at("sample-b", 2).build(),
                        at("sample-a", 3).build()));

        assertThat(result.findings())
                .filteredOn(judged -> !judged.counts())
                .extracting(judged -> judged.finding().primary().line(), EvaluatedFinding::suppression)
                .containsExactlyInAnyOrder(tuple(1, Optional.of(suppression())), tuple(2, Optional.of(suppression())));
        assertThat(result.counts()).containsEntry(Severity.HIGH, 3);
    }

    private static Suppression suppression() {
        return new Suppression(Suppression.Kind.IN_SOURCE, "a.yml:2", "for a reason");
    }

    @Test
    void takesBackWhatACommentIgnoresAtARelatedPlace() {
        Finding finding = at("sample-a", 9)
                .related(Location.of("a.yml", new Span(20, 25, 2, 1, 2, 6)))
                .build();
        List<IgnoreComment> comments = List.of(new IgnoreComment("a.yml", 2, Set.of("sample-a"), ""));

        assertThat(judge(PolicyLayer.none(), audit(Family.WORKFLOWS, comments, finding))
                        .counting())
                .isEmpty();
    }

    @Test
    void takesNothingBackInAnotherFileOrWithoutAPlace() {
        List<IgnoreComment> comments = List.of(
                new IgnoreComment("b.yml", 2, Set.of("sample-a"), ""),
                new IgnoreComment("whole.yml", 1, Set.of("sample-a"), ""));
        Finding whole = Finding.of("sample-a", Severity.HIGH, Location.ofFile("whole.yml"))
                .message("wrong")
                .remedy("Mend it")
                .build();

        assertThat(judge(
                                PolicyLayer.none(),
                                audit(
                                        Family.WORKFLOWS,
                                        comments,
                                        at("sample-a", 2).build(),
                                        whole))
                        .counting())
                .hasSize(2);
    }

    @Test
    void namesWhatBreaksTheThreshold() {
        Finding high = at("sample-a", 1).build();
        Finding low = at("sample-b", 2).severity(Severity.LOW).build();
        Finding ignored = at("sample-a", 3).build();
        AuditResult audit = audit(
                Family.WORKFLOWS, List.of(new IgnoreComment("a.yml", 3, Set.of("sample-a"), "")), high, low, ignored);
        PolicyLayer noLow = PolicyLayer.of(Map.of("fail-on", FailOn.of("never"), "maximum", Map.of(Severity.LOW, 0)));

        assertThat(judge(PolicyLayer.none(), audit).failing())
                .extracting(EvaluatedFinding::finding)
                .containsExactly(high);
        assertThat(judge(noLow, audit).failing())
                .extracting(EvaluatedFinding::finding)
                .containsExactly(low);
        assertThat(judge(noLow, workflows(high)).failing()).isEmpty();
    }

    @Test
    void lowConfidenceAloneBreaksNothing() {
        Finding unsure = at("sample-a", 1).confidence(Confidence.LOW).build();
        PolicyLayer all = PolicyLayer.of(Map.of("fail-on", FailOn.of("high:low")));

        Result result = judge(PolicyLayer.none(), workflows(unsure));
        assertThat(result.counting()).hasSize(1);
        assertThat(result.failing()).isEmpty();
        assertThat(result.verdict().passed()).isTrue();
        assertThat(judge(all, workflows(unsure)).failing())
                .extracting(EvaluatedFinding::finding)
                .containsExactly(unsure);
        assertThat(judge(all, workflows(unsure)).verdict().passed()).isFalse();
    }

    @Test
    void failsClosedWhenAFamilyCouldNotBeLookedAtAndNothingSaysSo() {
        AuditResult blind = new AuditResult(
                Family.WORKFLOWS,
                AuditResult.Outcome.COULD_NOT_CHECK,
                List.of(),
                new TreeMap<>(),
                List.of(),
                List.of("the folder cannot be listed"));

        assertThat(judge(PolicyLayer.none(), blind).verdict().reasons()).containsExactly("could not check workflows");
    }

    @Test
    void passesWhenNothingWasFound() {
        Result result = judge(PolicyLayer.none(), AuditResult.nothing(Family.WORKFLOWS, "no workflows"));

        assertThat(result.verdict().passed()).isTrue();
        assertThat(result.counts())
                .containsOnlyKeys(Severity.values())
                .allSatisfy((severity, count) -> assertThat(count).isZero());
    }

    private static PolicyLayer policy(String text) {
        return PolicyFile.parse(SourceFile.of(".mvn/hardening.yml", text), CHECKS);
    }

    /** The exception of the policy above is met: only from that day on it is not. */
    @ParameterizedTest
    @CsvSource({"2026-11-25, false", "2026-11-26, true", "2026-11-27, true"})
    void takesBackWhatAnExceptionCoversUntilItsLastDay(String expires, boolean takenBack) {
        PolicyLayer settings = policy(
                "exceptions:\n- {check: sample-bypass, about: wrong, reason: known, expires: " + expires + "}\n");

        Result result = judge(
                settings,
                audit(Family.DEPENDENCIES, List.of(), at("sample-bypass", 1).build()));

        assertThat(result.verdict().passed()).isEqualTo(takenBack);
        assertThat(result.excused()).hasSize(takenBack ? 1 : 0);
        assertThat(result.unexcused()).hasSize(takenBack ? 0 : 1);
        if (takenBack) {
            assertThat(result.excused().get(0).suppression())
                    .contains(new Suppression(Suppression.Kind.EXTERNAL, ".mvn/hardening.yml:2", "known"));
            assertThat(result.remarks()).isEmpty();
        } else {
            assertThat(result.remarks()).containsExactly("the exception at .mvn/hardening.yml:2 expired on " + expires);
        }
    }

    @Test
    void takesAnExceptionForNoMoreThanItSays() {
        PolicyLayer settings = policy("""
                exceptions:
                - {check: sample-a, path: "b.*", reason: r}
                - {check: sample-a, path: "sub/**", reason: r}
                - {check: sample-a, about: right, reason: r}
                - {check: sample-b, reason: r}
                """);

        Result result = judge(settings, workflows(at("sample-a", 1).build()));

        assertThat(result.counting()).hasSize(1);
        assertThat(judge(
                                settings,
                                audit(
                                        Family.DEPENDENCIES,
                                        List.of(),
                                        at("sample-b", 1).build()))
                        .counting())
                .isEmpty();
        assertThat(judge(
                                policy("exceptions:\n- {check: sample-a, path: \"*.yml\", about: ron, reason: r}\n"),
                                workflows(at("sample-a", 1).build()))
                        .counting())
                .isEmpty();
    }

    private static final Element BUILD = new Element(
            Optional.of("build"),
            Optional.of("compile"),
            Optional.of("Compile all"),
            Optional.of("actions/setup-java@v4"),
            Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "job: build, true",
        "job: b*d, true",
        "job: test, false",
        "step: compile, true",
        "step: Compile all, true",
        "step: Compile*, true",
        "step: all, false",
        "uses: actions/setup-java, true",
        "uses: actions/setup-java@v4, true",
        "uses: actions/*, true",
        "uses: actions/checkout, false",
        "'job: build, step: compile, uses: actions/setup-java@v4', true",
        "'job: build, step: test', false",
        "'job: build, path: b.yml', false"
    })
    void takesBackWhatAnExceptionNamesOfAWorkflow(String keys, boolean takenBack) {
        PolicyLayer settings = policy("exceptions:\n- {check: sample-a, reason: r, " + keys + "}\n");

        Result named =
                judge(settings, workflows(at("sample-a", 1).element(BUILD).build()));
        Result nameless = judge(settings, workflows(at("sample-a", 1).build()));

        assertThat(named.counting()).hasSize(takenBack ? 0 : 1);
        assertThat(nameless.counting()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "org.example:lib, true",
        "org.example:lib:1.0, true",
        "org.example:*, true",
        "org.example:lib:1.1, false",
        "org.other:lib, false"
    })
    void takesBackWhatAnExceptionNamesOfTheBuild(String coordinates, boolean takenBack) {
        PolicyLayer settings =
                policy("exceptions:\n- {check: sample-b, reason: r, coordinates: '" + coordinates + "'}\n");
        ArtifactRef jar = new ArtifactRef("org/example/lib.jar", Optional.of("org.example:lib:jar:1.0"));

        Result named = judge(
                settings,
                audit(
                        Family.DEPENDENCIES,
                        List.of(),
                        at("sample-b", 1).artifact(jar).build()));
        Result nameless = judge(
                settings,
                audit(Family.DEPENDENCIES, List.of(), at("sample-b", 1).build()));

        assertThat(named.counting()).hasSize(takenBack ? 0 : 1);
        assertThat(nameless.counting()).hasSize(1);
    }

    @Test
    void letsNoCommentTakeBackAFindingOfIntegrity() {
        List<IgnoreComment> comments =
                List.of(new IgnoreComment("a.yml", 1, Set.of("sample-bypass", "sample-b"), "hush"));

        Result result = judge(
                PolicyLayer.none(),
                audit(
                        Family.DEPENDENCIES,
                        comments,
                        at("sample-bypass", 1).build(),
                        at("sample-b", 1).build()));

        assertThat(result.counting())
                .extracting(judged -> judged.finding().checkId())
                .containsExactly("sample-bypass");
        assertThat(result.unexcused()).hasSize(1);
        assertThat(result.verdict().passed()).isFalse();
        assertThat(result.remarks())
                .containsExactly(
                        "the comment at a.yml:1 has no effect: sample-bypass cannot be ignored; write an exception"
                                + " for what is accepted into the policy file, with a reason and a date");
    }

    @Test
    void namesWhatThePolicyTookFromTheChecksThatRan() {
        PolicyLayer settings = policy("""
                checks:
                  sample-a: {severity: low}
                  sample-b: {enabled: false}
                  sample-off: {enabled: false}
                  sample-bypass: {severity: critical}
                """);
        AuditResult dependencies = audit(Family.DEPENDENCIES, List.of());

        assertThat(judge(settings, workflows(), dependencies).weakenings())
                .containsExactly(
                        new Weakening("sample-a", Severity.HIGH, Optional.of(Severity.LOW), ".mvn/hardening.yml:2"),
                        new Weakening("sample-b", Severity.LOW, Optional.empty(), ".mvn/hardening.yml:3"));
        assertThat(judge(settings, workflows()).weakenings())
                .extracting(Weakening::checkId)
                .containsExactly("sample-a");
        assertThat(judge(policy("checks: {sample-a: {severity: critical}}"), workflows())
                        .weakenings())
                .isEmpty();
    }

    @Test
    void listsWhatIsSetWithItsPlace() {
        Policy policy = policy("""
                        fail-on: never
                        maximum: {low: 3}
                        checks:
                          sample-a: {enabled: false}
                        """).toPolicy();

        assertThat(policy.inForce())
                .containsExactly(
                        new Setting("checks.sample-a.enabled", "false", ".mvn/hardening.yml:4"),
                        new Setting("fail-on.severity", "never", ".mvn/hardening.yml:1"),
                        new Setting("maximum.low", "3", ".mvn/hardening.yml:2"));
        assertThat(policy.files()).containsExactly(".mvn/hardening.yml");
    }

    @Test
    void theFirstCommentOnAnyLineOfAFindingIsTheReason() {
        Finding finding = at("sample-a", 3, 6).build();
        List<IgnoreComment> ignores = new ArrayList<>();
        for (int line : new int[] {1, 2, 5, 6, 7}) {
            ignores.add(new IgnoreComment("a.yml", line, Set.of("sample-a"), "line " + line));
        }

        Result result = judge(PolicyLayer.none(), audit(Family.WORKFLOWS, ignores, finding));

        assertThat(result.findings().get(0).suppression().orElseThrow().reason())
                .isEqualTo("line 5");
    }
}
