package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.baseline.BaselineEntry;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.BaselineState;
import io.github.mavenhardening.core.policy.Comparison;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyEvaluator;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Reference;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Spared;
import io.github.mavenhardening.core.policy.Verdict;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import io.github.mavenhardening.core.run.IgnoreComment;
import io.github.mavenhardening.core.source.SourceFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Results to write reports of. */
final class Samples {

    @CheckInfo(id = "sample-reference", title = "A reference is not pinned", severity = Severity.HIGH)
    static final class SampleReference implements WorkflowCheck {}

    @CheckInfo(
            id = "sample-note",
            title = "Something to know",
            severity = Severity.INFO,
            confidence = Confidence.LOW,
            sources = "https://docs.example.org/note")
    static final class SampleNote implements WorkflowCheck {}

    @CheckInfo(
            id = "sample-mismatch",
            title = "An artifact is not the one that was locked",
            severity = Severity.CRITICAL)
    static final class SampleMismatch implements DependencyCheck {
        @Override
        public void check(LockedBuild build, CheckContext in) {}
    }

    @CheckInfo(
            id = "sample-insights",
            title = "A file is missing",
            severity = Severity.MEDIUM,
            options = SampleInsights.Accepted.class)
    static final class SampleInsights implements InsightsCheck {
        private record Accepted(
                @Option(value = "What is accepted", otherwise = "none")
                String accept) {}
    }

    @CheckInfo(
            id = "sample-switch",
            title = "A switch is set",
            severity = Severity.HIGH,
            silence = CheckInfo.Silence.BY_EXCEPTION)
    static final class SampleSwitch implements DependencyCheck {
        @Override
        public void check(LockedBuild build, CheckContext in) {}
    }

    static final Checks CHECKS = Checks.of(List.of(
            new SampleReference(), new SampleNote(), new SampleMismatch(), new SampleInsights(), new SampleSwitch()));

    static final ReportContext CONTEXT =
            ReportContext.of("1.2.3", CHECKS, "pom.xml"::equals).suppressedInSarif(true);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String WORKFLOW = ".github/workflows/ci.yml";
    static final Span SPAN = new Span(100, 119, 12, 15, 12, 34);

    private Samples() {}

    static Finding.Builder reference(String path, Span span) {
        return Finding.of("sample-reference", Severity.HIGH, Location.of(path, span))
                .message("actions/checkout@v4 is not pinned")
                .remedy("Pin it to a commit")
                .subject("actions/checkout@v4");
    }

    /** One in which every sentence is that one. */
    static Result naming(String sentence) {
        Finding finding =
                reference("a.yml", SPAN).message(sentence).remedy(sentence).build();
        AuditResult audit = new AuditResult(
                        Family.WORKFLOWS,
                        Outcome.CHECKED,
                        List.of(finding),
                        new TreeMap<>(Map.of("files", 1)),
                        List.of(),
                        List.of(sentence))
                .withGaps(List.of(sentence));
        Result judged = judge(PolicyLayer.none(), audit);
        return new Result(
                judged.audits(),
                judged.findings(),
                judged.hidden(),
                judged.policy(),
                judged.weakenings(),
                List.of(sentence),
                new Verdict(List.of(sentence)),
                judged.comparison());
    }

    /** One result with everything in it that a report can tell. */
    static Result rich() {
        Finding pinned = reference(WORKFLOW, SPAN)
                .element(new Element(
                        Optional.of("build"),
                        Optional.of("get"),
                        Optional.of("Check out"),
                        Optional.of("actions/checkout@v4"),
                        Optional.empty()))
                .related(Location.of(WORKFLOW, new Span(10, 20, 3, 1, 4, 2)).labelled("the job has write permission"))
                .fix(new Fix(
                        "Pin to the commit of v4",
                        true,
                        List.of(
                                new Fix.Edit(WORKFLOW, new Span(119, 119, 12, 34, 12, 34), " # v4"),
                                new Fix.Edit(WORKFLOW, new Span(117, 119, 12, 32, 12, 34), "0123abc"))))
                .build();
        Finding ignored =
                reference(WORKFLOW, new Span(200, 219, 20, 15, 20, 34)).build();
        Finding hidden = reference(WORKFLOW, new Span(300, 319, 30, 15, 30, 34))
                .persona(Persona.AUDITOR)
                .build();
        Finding note = Finding.of("sample-note", Severity.INFO, Location.ofFile("docs/a b#c%.md"))
                .confidence(Confidence.LOW)
                .message("this is worth a look")
                .remedy("Look at it")
                .build();
        Finding mismatch = Finding.of("sample-mismatch", Severity.CRITICAL, Location.ofRepository())
                .message("org.example:a:jar:1 is not the file that was locked")
                .remedy("Delete it and build again")
                .subject("org/example/a/1/a-1.jar")
                .artifact(new ArtifactRef("org/example/a/1/a-1.jar", Optional.of("org.example:a:jar:1")))
                .build();
        AuditResult workflows = new AuditResult(
                Family.WORKFLOWS,
                Outcome.CHECKED,
                List.of(hidden, note, ignored, pinned),
                new TreeMap<>(Map.of("files", 2, "references", 1)),
                List.of(new IgnoreComment(WORKFLOW, 20, Set.of("sample-reference"), "trusted here")),
                List.of("left out vendor/"));
        AuditResult dependencies = new AuditResult(
                Family.DEPENDENCIES,
                Outcome.COULD_NOT_CHECK,
                List.of(mismatch),
                new TreeMap<>(Map.of("artifacts", 210)),
                List.of(),
                List.of("The lock cannot be read"));
        AuditResult insights = AuditResult.nothing(Family.SECURITY_INSIGHTS, "no such file");
        return judge(PolicyLayer.none(), insights, dependencies, workflows);
    }

    static Result judge(PolicyLayer settings, AuditResult... audits) {
        return new PolicyEvaluator(settings.toPolicy(), CHECKS, TODAY, Reference.none()).judge(List.of(audits));
    }

    static AuditResult workflows(Finding... findings) {
        return new AuditResult(
                Family.WORKFLOWS,
                Outcome.CHECKED,
                List.of(findings),
                new TreeMap<>(Map.of("files", 1)),
                List.of(),
                List.of());
    }

    static AuditResult dependencies(Finding... findings) {
        return new AuditResult(
                Family.DEPENDENCIES, Outcome.CHECKED, List.of(findings), new TreeMap<>(), List.of(), List.of());
    }

    /** A result of a policy that takes away, excuses and no longer excuses. */
    static Result weakened() {
        PolicyLayer settings = PolicyFile.parse(SourceFile.of(".mvn/hardening.yml", """
                        fail-on: medium
                        maximum: {low: 2}
                        checks:
                          sample-reference: {severity: low}
                          sample-note: {enabled: false}
                        exceptions:
                          - {check: sample-switch, about: first, reason: known, expires: 2026-11-26}
                          - {check: sample-switch, about: second, reason: over, expires: 2026-11-25}
                        """), CHECKS);
        Finding.Builder bypass = Finding.of("sample-switch", Severity.HIGH, Location.ofFile(".mvn/maven.config"))
                .remedy("Remove it");
        return judge(
                settings,
                workflows(reference(WORKFLOW, SPAN).build()),
                dependencies(
                        bypass.message("the first switch").build(),
                        bypass.message("the second switch").subject("second").build()));
    }

    /** A result that a baseline was compared with: the reference is known, the note is new, two are gone. */
    static Result compared() {
        List<EvaluatedFinding> findings = new ArrayList<>();
        for (EvaluatedFinding judged : rich().findings()) {
            boolean known = judged.finding().checkId().equals("sample-reference");
            findings.add(new EvaluatedFinding(
                    judged.finding(),
                    judged.fingerprint(),
                    judged.suppression(),
                    judged.integrity(),
                    judged.counts()
                            ? Optional.of(known ? BaselineState.UNCHANGED : BaselineState.NEW)
                            : Optional.empty(),
                    judged.counts() && known ? Optional.of(Spared.KNOWN) : Optional.empty()));
        }
        Result rich = rich();
        SortedMap<BaselineEntry, Integer> gone =
                new TreeMap<>(Map.of(new BaselineEntry("sample-note", "a.yml", "x"), 2));
        return new Result(
                rich.audits(),
                findings,
                rich.hidden(),
                rich.policy(),
                rich.weakenings(),
                rich.remarks(),
                rich.verdict(),
                new Comparison(Optional.of(".mvn/hardening-baseline.json"), new TreeMap<>(), gone, Optional.empty()));
    }

    /** As many findings, every tenth of them critical and the others low, in a hundred files. */
    static Result many(int count) {
        Finding[] findings = new Finding[count];
        for (int i = 0; i < count; i++) {
            int line = 1 + i / 100;
            findings[i] = reference(
                            ".github/workflows/w" + i % 100 + ".yml",
                            new Span(line * 50, line * 50 + 19, line, 15, line, 34))
                    .severity(i % 10 == 0 ? Severity.CRITICAL : Severity.LOW)
                    .message("octo/action-" + i + "@v" + i % 7 + " is not pinned")
                    .subject("octo/action-" + i)
                    .build();
        }
        return judge(PolicyLayer.none(), workflows(findings));
    }

    /** A checkout of one file, at a known version. */
    static CheckoutView checkout(String path, String text) {
        return new CheckoutView() {
            @Override
            public Optional<String> text(String asked) {
                return asked.equals(path) ? Optional.of(text) : Optional.empty();
            }

            @Override
            public Provenance provenance() {
                return new Provenance(
                        Optional.of("https://git.example.org/octo/app"),
                        Optional.of("0123456789abcdef0123456789abcdef01234567"),
                        Optional.of("main"));
            }

            @Override
            public Optional<Instant> committed() {
                return Optional.of(Instant.parse("2026-11-20T10:15:30Z"));
            }
        };
    }

    /** A result whose every text tries to break out. */
    static Result hostile() {
        String attack = "x\n::error::y\r##[group]\u001b[2J\u202e\u200b [click](https://evil.example.org) {0} \uD800 \"";
        Finding finding = Finding.of(
                        "sample-reference",
                        Severity.HIGH,
                        Location.of("::set-env name=a::\n##vso[x]\uD800.yml", SPAN)
                                .labelled(attack))
                .related(Location.of("..\n/a", SPAN).labelled(attack))
                .message(attack)
                .remedy(attack)
                .artifact(new ArtifactRef(attack.replace("/", "!"), Optional.of(attack)))
                .fix(new Fix(attack, false, List.of(new Fix.Edit("a\nb", SPAN, attack))))
                .build();
        AuditResult audit = new AuditResult(
                Family.WORKFLOWS,
                Outcome.CHECKED,
                List.of(finding),
                new TreeMap<>(Map.of(attack, 1)),
                List.of(new IgnoreComment("other.yml", 12, Set.of("sample-reference"), attack)),
                List.of(attack));
        AuditResult unchecked = new AuditResult(
                Family.DEPENDENCIES, Outcome.COULD_NOT_CHECK, List.of(), new TreeMap<>(), List.of(), List.of(attack));
        return judge(PolicyLayer.none(), audit, unchecked);
    }
}
