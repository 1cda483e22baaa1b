package io.github.mavenhardening.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.baseline.Baseline;
import io.github.mavenhardening.core.baseline.BaselineEntry;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import io.github.mavenhardening.core.run.IgnoreComment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinePolicyTest {

    @CheckInfo(id = "sample-pin", title = "A", severity = Severity.HIGH, formerly = "sample-old")
    private static final class SamplePin implements WorkflowCheck {}

    @CheckInfo(id = "sample-newer", title = "B", severity = Severity.HIGH)
    private static final class SampleNewer implements WorkflowCheck {}

    @CheckInfo(id = "sample-change", title = "C", severity = Severity.HIGH, baselined = false)
    private static final class SampleChange implements WorkflowCheck {}

    @CheckInfo(id = "sample-bypass", title = "D", severity = Severity.HIGH, silence = CheckInfo.Silence.BY_EXCEPTION)
    private static final class SampleBypass implements DependencyCheck {
        @Override
        public void check(LockedBuild build, CheckContext in) {}
    }

    @CheckInfo(id = "sample-snapshot", title = "E", severity = Severity.HIGH)
    private static final class SampleSnapshot implements DependencyCheck {
        @Override
        public void check(LockedBuild build, CheckContext in) {}
    }

    @CheckInfo(id = "sample-repository", title = "G", severity = Severity.HIGH)
    private static final class SampleRepository implements BuildCheck {
        @Override
        public void check(BuildDescription build, CheckContext in) {}
    }

    @CheckInfo(id = "sample-online", title = "F", severity = Severity.HIGH, online = true)
    private static final class SampleOnline implements WorkflowCheck {}

    private static final Checks CHECKS = Checks.of(List.of(
            new SamplePin(),
            new SampleNewer(),
            new SampleChange(),
            new SampleBypass(),
            new SampleSnapshot(),
            new SampleRepository(),
            new SampleOnline()));

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Set<String> FILES = new HashSet<>(Set.of("a.yml", "b.yml"));
    private static final Set<String> KNOWN = Set.of("sample-pin", "sample-bypass", "sample-change", "sample-snapshot");

    private static Finding finding(String check, String path, int line, String subject) {
        return builder(check, path, line, subject).build();
    }

    private static Finding.Builder builder(String check, String path, int line, String subject) {
        Span span = new Span(line * 10, line * 10 + 5, line, 1, line, 6);
        return Finding.of(check, Severity.HIGH, Location.of(path, span))
                .message("wrong")
                .remedy("Mend it")
                .subject(subject);
    }

    private static AuditResult workflows(Finding... findings) {
        return new AuditResult(
                Family.WORKFLOWS, Outcome.CHECKED, List.of(findings), new TreeMap<>(), List.of(), List.of());
    }

    private static AuditResult dependencies(Finding... findings) {
        return new AuditResult(
                Family.DEPENDENCIES, Outcome.CHECKED, List.of(findings), new TreeMap<>(), List.of(), List.of());
    }

    private static Baseline baseline(Map<BaselineEntry, Integer> entries) {
        return new Baseline("1", KNOWN, new TreeMap<>(entries));
    }

    private static Result judge(PolicyLayer settings, Baseline baseline, AuditResult... audits) {
        Reference reference = new Reference(
                Baseline.LOCATION, Optional.of(baseline), FILES::contains, false, Optional.empty(), List.of());
        return new PolicyEvaluator(settings.toPolicy(), CHECKS, TODAY, reference).judge(List.of(audits));
    }

    private static Result judge(Baseline baseline, AuditResult... audits) {
        return judge(PolicyLayer.none(), baseline, audits);
    }

    private static List<BaselineState> states(Result result) {
        return result.findings().stream()
                .map(judged -> judged.baseline().orElseThrow())
                .toList();
    }

    private static final BaselineEntry V4 = new BaselineEntry("sample-pin", "a.yml", "x@v4");

    @Test
    void countsEqualFindingsSoThatAFourthIsNew() {
        List<Finding> findings = new ArrayList<>();
        for (int line = 1; line <= 4; line++) {
            findings.add(finding("sample-pin", "a.yml", line * 7, "x@v4"));
        }
        Result four = judge(baseline(Map.of(V4, 3)), workflows(findings.toArray(Finding[]::new)));

        assertThat(states(four))
                .containsExactly(
                        BaselineState.UNCHANGED, BaselineState.UNCHANGED, BaselineState.UNCHANGED, BaselineState.NEW);
        assertThat(four.failing()).hasSize(1);
        assertThat(four.counting()).hasSize(4);
        assertThat(four.spared(Spared.KNOWN)).hasSize(3);
        assertThat(four.verdict().reasons()).containsExactly("1 finding of severity high or above");

        Result two =
                judge(baseline(Map.of(V4, 3)), workflows(findings.subList(0, 2).toArray(Finding[]::new)));
        assertThat(two.verdict().passed()).isTrue();
        assertThat(two.comparison().gone()).isEqualTo(Map.of(V4, 1));
        assertThat(two.comparison().kept()).isEqualTo(Map.of(V4, 2));
    }

    @Test
    void countsKnownFindingsTowardsNoMaximum() {
        PolicyLayer noHigh =
                PolicyLayer.of(Map.of("failOn", Optional.of(FailOn.of("never")), "maximum", Map.of(Severity.HIGH, 0)));
        Result known = judge(noHigh, baseline(Map.of(V4, 1)), workflows(finding("sample-pin", "a.yml", 1, "x@v4")));
        assertThat(known.verdict().passed()).isTrue();
        assertThat(known.counts()).containsEntry(Severity.HIGH, 1);
        assertThat(known.failable()).containsEntry(Severity.HIGH, 0);
        Result fresh = judge(noHigh, baseline(Map.of(V4, 1)), workflows(finding("sample-pin", "a.yml", 1, "x@v5")));
        assertThat(fresh.verdict().passed()).isFalse();
    }

    /** What hardening:init writes takes the place of a finding, and makes no known one new. */
    @ParameterizedTest
    @CsvSource({
        "security-insights-missing, security-insights.yml, security-insights-schema, questions, UNCHANGED",
        "security-policy, missing, security-policy, questions, UNCHANGED",
        "codeowners, missing, codeowners, questions, UNCHANGED",
        "codeowners, missing, codeowners, defect:a, NEW",
        "security-insights-missing, security-insights.yml, security-insights-schema, /header, NEW",
    })
    void knowsTheQuestionsOfAFileThatWasMissing(
            String missing, String file, String check, String subject, BaselineState state) {
        Baseline before = new Baseline(
                "1",
                new HashSet<>(List.of(missing, check)),
                new TreeMap<>(Map.of(new BaselineEntry(missing, "", file), 1)));
        Result result =
                judge(before, workflows(finding(check, "a.yml", 2, subject), finding(check, "b.yml", 2, subject)));

        assertThat(states(result)).containsExactly(state, BaselineState.NEW);
        assertThat(result.comparison().kept())
                .isEqualTo(
                        state == BaselineState.NEW ? Map.of() : Map.of(new BaselineEntry(check, "a.yml", subject), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "moved/c.yml, x@v4, gone.yml, UNCHANGED",
        "moved/c.yml, x@v4, a.yml, NEW", // The old file is still there.
        "moved/c.yml, x@v5, gone.yml, NEW",
        "'', x@v4, gone.yml, NEW",
        "gone.yml, x@v4, gone.yml, UNCHANGED",
    })
    void recognisesAFileThatWasRenamed(String path, String subject, String knownPath, BaselineState state) {
        BaselineEntry known = new BaselineEntry("sample-pin", knownPath, "x@v4");
        Result result = judge(baseline(Map.of(known, 1)), workflows(finding("sample-pin", path, 3, subject)));
        assertThat(states(result)).containsExactly(state);
        boolean matched = state == BaselineState.UNCHANGED;
        assertThat(result.comparison().goneCount()).isEqualTo(matched ? 0 : 1);
        if (matched) {
            assertThat(result.comparison().kept()).containsOnlyKeys(new BaselineEntry("sample-pin", path, subject));
        }
    }

    @Test
    void usesUpARenamedFilesFindingsOnce() {
        BaselineEntry known = new BaselineEntry("sample-pin", "gone.yml", "x@v4");
        Result result = judge(
                baseline(Map.of(known, 2)),
                workflows(
                        finding("sample-pin", "c.yml", 1, "x@v4"),
                        finding("sample-pin", "c.yml", 2, "x@v4"),
                        finding("sample-pin", "d.yml", 1, "x@v4")));
        assertThat(states(result)).containsExactly(BaselineState.UNCHANGED, BaselineState.UNCHANGED, BaselineState.NEW);
    }

    @Test
    void knowsACheckUnderItsFormerId() {
        BaselineEntry old = new BaselineEntry("sample-old", "a.yml", "x@v4");
        Result result = judge(
                new Baseline("1", Set.of("sample-old"), new TreeMap<>(Map.of(old, 1))),
                workflows(finding("sample-pin", "a.yml", 1, "x@v4"), finding("sample-pin", "a.yml", 2, "x@v5")));
        assertThat(states(result)).containsExactly(BaselineState.UNCHANGED, BaselineState.NEW);
        assertThat(result.comparison().kept()).containsOnlyKeys(V4);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26, true", "2026-12-31, true", "2026-11-25, false", ", false"})
    void givesTimeForWhatANewerCheckFinds(LocalDate grace, boolean passes) {
        PolicyLayer settings = grace == null
                ? PolicyLayer.none()
                : PolicyLayer.of(Map.of("baseline", Optional.of(new BaselineSettings(Optional.of(grace)))));
        AuditResult audit = workflows(finding("sample-newer", "a.yml", 1, "x"));
        Result result = judge(settings, baseline(Map.of(V4, 1)), audit);
        assertThat(states(result)).containsExactly(BaselineState.NEW_IN_RELEASE);
        assertThat(result.verdict().passed()).isEqualTo(passes);
        assertThat(result.spared(Spared.GRACE)).hasSize(passes ? 1 : 0);
        // No grace for what an older check finds.
        assertThat(judge(settings, baseline(Map.of()), workflows(finding("sample-pin", "a.yml", 1, "x")))
                        .verdict()
                        .passed())
                .isFalse();
    }

    @Test
    void knowsNoFindingOfIntegrityAndNoneOfAChange() {
        Map<BaselineEntry, Integer> forged = Map.of(
                new BaselineEntry("sample-bypass", "a.yml", "s"), 1,
                new BaselineEntry("sample-change", "a.yml", "s"), 1);
        Result result = judge(
                baseline(forged),
                workflows(finding("sample-change", "a.yml", 1, "s")),
                dependencies(finding("sample-bypass", "a.yml", 1, "s")));
        // No baseline tells whether they are new, so that nothing calls them so.
        assertThat(result.findings())
                .hasSize(2)
                .allMatch(judged -> judged.baseline().isEmpty());
        assertThat(result.failing()).hasSize(2);
        assertThat(result.remarks()).hasSize(2);
        assertThat(result.remarks().get(0))
                .startsWith(
                        ".mvn/hardening-baseline.json has no effect on sample-bypass, which cannot be in a baseline; ");
        BaselineUpdate update = BaselineUpdate.of(result, Optional.of(baseline(forged)), true, "2", CHECKS);
        assertThat(update.next().entries()).isEmpty();
        assertThat(update.refused()).isEqualTo(Map.of("sample-bypass", 1, "sample-change", 1));
    }

    @Test
    void missesOnlyWhatItLookedFor() {
        BaselineEntry snapshot = new BaselineEntry("sample-snapshot", "pom.xml", "g:a");
        BaselineEntry removed = new BaselineEntry("sample-removed", "a.yml", "s");
        Baseline baseline = baseline(Map.of(V4, 1, snapshot, 1, removed, 1));
        assertThat(judge(baseline, workflows()).comparison().gone()).containsOnlyKeys(V4, removed);
        assertThat(judge(baseline, workflows(), dependencies()).comparison().gone())
                .containsOnlyKeys(V4, removed, snapshot);
        assertThat(judge(baseline, dependencies().asPart()).comparison().gone()).containsOnlyKeys(removed);
        assertThat(judge(baseline, dependencies().withGaps(List.of("pom.xml: not read")))
                        .comparison()
                        .gone())
                .containsOnlyKeys(removed);
        assertThat(judge(baseline, workflows().withGaps(List.of("sample-pin: no history")))
                        .comparison()
                        .gone())
                .containsOnlyKeys(removed);
        AuditResult blind = new AuditResult(
                Family.WORKFLOWS, Outcome.COULD_NOT_CHECK, List.of(), new TreeMap<>(), List.of(), List.of());
        assertThat(judge(baseline, blind).comparison().gone()).containsOnlyKeys(removed);
        BaselineEntry online = new BaselineEntry("sample-online", "a.yml", "s");
        assertThat(judge(baseline(Map.of(online, 1)), workflows()).comparison().gone())
                .isEmpty();
        PolicyLayer off = PolicyLayer.of(Map.of(
                "checks",
                Map.of("sample-pin", new CheckSettings(Optional.of(false), Optional.empty(), Optional.empty()))));
        Result without = judge(off, baseline, workflows());
        assertThat(without.comparison().gone()).containsOnlyKeys(removed);
        assertThat(without.comparison().kept()).containsOnlyKeys(V4, snapshot);
    }

    /** Without a lock the files of a build are read all the same. */
    @Test
    void missesWhatBuildFilesHadWithoutALock() {
        BaselineEntry snapshot = new BaselineEntry("sample-snapshot", "pom.xml", "g:a");
        BaselineEntry repository = new BaselineEntry("sample-repository", "pom.xml", "corp");
        AuditResult withoutLock = new AuditResult(
                Family.DEPENDENCIES, Outcome.COULD_NOT_CHECK, List.of(), new TreeMap<>(), List.of(), List.of());
        Baseline baseline = baseline(Map.of(snapshot, 1, repository, 1));
        assertThat(judge(baseline, withoutLock).comparison().gone()).containsOnlyKeys(repository);
        assertThat(judge(baseline, withoutLock.asPart()).comparison().gone()).isEmpty();
    }

    @Test
    void comparesWhatOtherPersonasSeeAndSeveritiesThatThePolicyGives() {
        Finding pedantic = builder("sample-pin", "a.yml", 1, "x@v4")
                .persona(Persona.PEDANTIC)
                .build();
        Result hidden = judge(baseline(Map.of(V4, 1)), workflows(pedantic));
        assertThat(hidden.comparison().gone()).isEmpty();
        assertThat(hidden.hidden()).isEqualTo(1);
        Result beside = judge(baseline(Map.of(V4, 1)), workflows(pedantic, finding("sample-pin", "a.yml", 9, "x@v4")));
        assertThat(states(beside)).as("the baseline counted what is shown").containsExactly(BaselineState.UNCHANGED);
        PolicyLayer critical =
                PolicyLayer.of(Map.of("checks", Map.of("sample-pin", CheckSettings.severity(Severity.CRITICAL))));
        Result graded = judge(critical, baseline(Map.of(V4, 1)), workflows(finding("sample-pin", "a.yml", 1, "x@v4")));
        assertThat(states(graded)).containsExactly(BaselineState.UNCHANGED);
    }

    @Test
    void leavesOutWhatIsSuppressed() {
        Finding finding = finding("sample-pin", "a.yml", 1, "x@v4");
        AuditResult audit = new AuditResult(
                Family.WORKFLOWS,
                Outcome.CHECKED,
                List.of(finding),
                new TreeMap<>(),
                List.of(new IgnoreComment("a.yml", 1, Set.of("sample-pin"), "")),
                List.of());
        Result result = judge(baseline(Map.of(V4, 1)), audit);
        assertThat(result.findings().get(0).baseline()).isEmpty();
        assertThat(result.findings().get(0).spared()).isEmpty();
        assertThat(result.comparison().gone()).containsOnlyKeys(V4);
    }

    @Test
    void updatesByShrinkingAndGrowsWhenAsked() {
        BaselineEntry gone = new BaselineEntry("sample-pin", "b.yml", "y@v1");
        Baseline before = baseline(Map.of(V4, 2, gone, 1));
        Result result = judge(
                before,
                workflows(
                        finding("sample-pin", "a.yml", 1, "x@v4"),
                        finding("sample-pin", "a.yml", 2, "z@v1"),
                        finding("sample-newer", "a.yml", 2, "n")));

        BaselineUpdate shrunk = BaselineUpdate.of(result, Optional.of(before), false, "2", CHECKS);
        assertThat(shrunk.next()).isEqualTo(baseline(Map.of(V4, 1)));
        assertThat(shrunk.added()).isEmpty();

        BaselineUpdate grown = BaselineUpdate.of(result, Optional.of(before), true, "2", CHECKS);
        assertThat(grown.next().entries()).hasSize(3).doesNotContainKey(gone);
        assertThat(grown.next().plugin()).isEqualTo("2");
        assertThat(grown.next().checks()).isEqualTo(CHECKS.ids());
        assertThat(judge(grown.next(), result.audits().toArray(AuditResult[]::new))
                        .verdict()
                        .passed())
                .isTrue();
    }

    /** What a limit cut off is not known, so that it cannot pass for known: neither written down, nor by a line by hand. */
    @Test
    void neverKnowsWhatWasNotListed() {
        Finding more = Finding.of("sample-pin", Severity.HIGH, Location.ofFile("a.yml"))
                .message("There are more than 5000 findings")
                .remedy("Correct the listed ones")
                .subject(Finding.MORE)
                .build();
        AuditResult audit = workflows(finding("sample-pin", "a.yml", 1, "x@v4"), more);
        Result result = new PolicyEvaluator(PolicyLayer.none().toPolicy(), CHECKS, TODAY, Reference.none())
                .judge(List.of(audit));

        BaselineUpdate first = BaselineUpdate.of(result, Optional.empty(), false, "2", CHECKS);
        assertThat(first.next().entries()).isEqualTo(Map.of(V4, 1));
        assertThat(first.cut()).containsExactly("sample-pin");
        Baseline byHand = baseline(Map.of(V4, 1, BaselineEntry.of(more), 1));
        for (Baseline known : List.of(first.next(), byHand)) {
            Result again = judge(known, audit);
            assertThat(again.failing()).extracting(EvaluatedFinding::finding).containsExactly(more);
            BaselineUpdate grown = BaselineUpdate.of(again, Optional.of(known), true, "2", CHECKS);
            assertThat(grown.next().entries()).isEqualTo(Map.of(V4, 1));
            assertThat(grown.added()).isEmpty();
            assertThat(grown.cut()).containsExactly("sample-pin");
        }
    }

    @Test
    void writesDownAllOfAFirstRun() {
        AuditResult audit =
                workflows(finding("sample-pin", "a.yml", 1, "x@v4"), finding("sample-pin", "a.yml", 9, "x@v4"));
        Result result = new PolicyEvaluator(PolicyLayer.none().toPolicy(), CHECKS, TODAY, Reference.none())
                .judge(List.of(audit));
        BaselineUpdate first = BaselineUpdate.of(result, Optional.empty(), false, "2", CHECKS);
        assertThat(first.next().entries()).isEqualTo(Map.of(V4, 2));
        assertThat(first.next().size()).isEqualTo(2);
    }

    /** A file that cannot be read any longer hides what it had: nobody has fixed that. */
    @Test
    void keepsWhatAFileHadThatCannotBeRead() {
        Result result = judge(baseline(Map.of(V4, 1)), workflows(finding("unreadable-workflow", "a.yml", 1, "syntax")));

        assertThat(result.comparison().gone()).isEmpty();
        assertThat(result.comparison().kept()).isEqualTo(Map.of(V4, 1));
        assertThat(judge(baseline(Map.of(V4, 1)), workflows(finding("unreadable-workflow", "b.yml", 1, "syntax")))
                        .comparison()
                        .gone())
                .isEqualTo(Map.of(V4, 1));
    }
}
