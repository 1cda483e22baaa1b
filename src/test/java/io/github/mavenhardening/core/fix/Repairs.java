package io.github.mavenhardening.core.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.run.BuildFilesAudit;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedTree;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A repository of texts whose findings of one check are fixed, as the goal does it: all checks look at it for the auditor before and
 * after, and a second run has nothing to do.
 */
public final class Repairs {

    /** In place of a check's id: every check. */
    public static final String ALL = "*";

    private static final Checks CHECKS = Checks.load(Check.class.getClassLoader());

    private final Map<String, String> files = new TreeMap<>();
    private FixRun.Outcome outcome;

    private Repairs() {}

    /** A repository with that file. */
    public static Repairs of(String path, String text) {
        return new Repairs().and(path, text);
    }

    /** A repository with those files. */
    public static Repairs of(Map<String, String> texts) {
        Repairs repairs = new Repairs();
        repairs.files.putAll(texts);
        return repairs;
    }

    /** A repository with that workflow. */
    public static Repairs ofWorkflow(String text) {
        return of(".github/workflows/ci.yml", text);
    }

    /** Another file in it. */
    public Repairs and(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** Makes the fixes of that check, or the safe ones of them. */
    public Repairs made(String check, boolean unsafe) {
        outcome = run(files, check, unsafe);
        Map<String, String> then = new TreeMap<>(files);
        then.putAll(outcome.texts());
        assertThat(run(then, check, unsafe).texts()).as("a second run").isEmpty();
        return this;
    }

    private static FixRun.Outcome run(Map<String, String> files, String check, boolean unsafe) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        WorkflowAudit workflows = WorkflowAudit.ofVersions(4_000_000);
        return new FixRun(
                        new Repository(new TrackedTree(bytes), Optional.empty()),
                        repository -> look(repository, workflows),
                        finding -> (check.equals(ALL) || finding.checkId().equals(check))
                                && (unsafe || finding.fix().orElseThrow().safe()))
                .run();
    }

    private static List<Finding> look(Repository repository, WorkflowAudit workflows) {
        Hardening hardening = new Hardening(
                repository,
                new Environment(Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC), Map.of()),
                CHECKS,
                PolicyLayer.of(Map.of("persona", Optional.of(Persona.AUDITOR))),
                Optional.empty());
        Checks owners = hardening.enabled().only(List.of("codeowners"));
        return hardening
                .judge(List.of(
                        hardening.audit(workflows),
                        hardening.audit(new SecurityInsightsAudit(Optional.empty())),
                        hardening.audit(BuildFilesAudit.ofPoms(List.of())),
                        hardening.audit(new PostureAudit(Optional.empty()), owners)))
                .counting()
                .stream()
                .map(EvaluatedFinding::finding)
                .toList();
    }

    /** Asserts that the first workflow is that text now. */
    public Repairs gives(String text) {
        return gives(".github/workflows/ci.yml", text);
    }

    /** Asserts that a file is that text now. */
    public Repairs gives(String path, String text) {
        assertThat(outcome.left()).isEmpty();
        assertThat(outcome.texts().getOrDefault(path, files.get(path))).isEqualTo(text);
        return this;
    }

    /** Asserts that nothing was changed. */
    public Repairs changesNothing() {
        assertThat(outcome.texts()).isEmpty();
        return this;
    }

    /** What counts afterwards of that check, each by what it says to do. */
    public List<String> remedies(String check) {
        return outcome.then().stream()
                .filter(finding -> finding.checkId().equals(check))
                .map(Finding::remedy)
                .toList();
    }

    /** What came of it. */
    public FixRun.Outcome outcome() {
        return outcome;
    }

    /** Why fixes were not made. */
    public List<String> refusals() {
        return List.copyOf(outcome.left().values());
    }
}
