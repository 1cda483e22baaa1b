package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Expiry;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.PolicyEvaluator;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.CheckoutView;
import io.github.mavenhardening.core.report.Provenance;
import io.github.mavenhardening.core.report.ReportContext;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.AuditResult.Outcome;
import io.github.mavenhardening.core.run.Coverage;
import io.github.mavenhardening.core.run.IgnoreComment;
import io.github.mavenhardening.core.run.JobAccess;
import io.github.mavenhardening.core.run.JobAccess.Guard;
import io.github.mavenhardening.core.run.JobAccess.Owner;
import io.github.mavenhardening.core.run.JobAccess.Rule;
import io.github.mavenhardening.core.run.JobAccess.Secret;
import io.github.mavenhardening.core.run.Measures;
import io.github.mavenhardening.core.source.SourceFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Results to make pages of. */
final class PageSamples {

    @CheckInfo(id = "sample-reference", title = "A reference is not pinned", severity = Severity.HIGH)
    static final class Reference implements WorkflowCheck {}

    @CheckInfo(id = "sample-token", title = "A token may do too much", severity = Severity.MEDIUM)
    static final class Token implements WorkflowCheck {}

    @CheckInfo(id = "sample-name", title = "A step has no name", severity = Severity.LOW)
    static final class Name implements WorkflowCheck {}

    @CheckInfo(id = "sample-shell", title = "Outsiders run code", severity = Severity.CRITICAL)
    static final class Shell implements WorkflowCheck {}

    static final Checks CHECKS = Checks.of(List.of(new Reference(), new Token(), new Name(), new Shell()));

    static final String PATH = ".github/workflows/ci.yml";

    static final SourceFile SOURCE = SourceFile.of(PATH, """
            on: push
            jobs:
              build:
                steps:
                  - uses: actions/checkout@v4
                  - run: echo "\uD83D\uDE00 ${{ github.head_ref }}"
                \tlast: 1
            """);

    private PageSamples() {}

    static Span span(String words) {
        int start = SOURCE.text().indexOf(words);
        return SOURCE.span(start, start + words.length());
    }

    static Finding.Builder pin() {
        return Finding.of("sample-reference", Severity.HIGH, SOURCE.at(span("actions/checkout@v4")))
                .message("`actions/checkout@v4` is not pinned")
                .remedy("Pin it to a commit")
                .related(SOURCE.at(span("build")).labelled("the job that runs it"))
                .fix(new Fix("Pin to the commit of v4", true, List.of(new Fix.Edit(PATH, span("v4"), "0123abc # v4"))));
    }

    /** One finding of each severity, one of them suppressed, with coverage and a last day. */
    static Result small() {
        Finding shell = Finding.of("sample-shell", Severity.CRITICAL, SOURCE.at(span("${{ github.head_ref }}")))
                .message("Anyone who may open a pull request runs code")
                .remedy("Pass it through `env:`")
                .build();
        Finding token = Finding.of("sample-token", Severity.MEDIUM, Location.ofFile(PATH))
                .confidence(Confidence.LOW)
                .message("The token may write")
                .remedy("Give it less")
                .build();
        Finding name = Finding.of("sample-name", Severity.LOW, SOURCE.at(span("run")))
                .message("A step has no name")
                .remedy("Name it")
                .build();
        return judge(
                new AuditResult(
                        Family.WORKFLOWS,
                        Outcome.CHECKED,
                        List.of(shell, pin().build(), token, name),
                        new TreeMap<>(Map.of("workflows", 1, "references", 1)),
                        List.of(new IgnoreComment(PATH, 6, Set.of("sample-name"), "known")),
                        List.of(),
                        List.of("some/action.yml is larger than what is read"),
                        Optional.empty(),
                        false,
                        new Measures(
                                List.of(
                                        new Coverage("actions", "pinned", 9, 120),
                                        new Coverage("images", "pinned", 4, 4)),
                                List.of(),
                                access())),
                new AuditResult(
                        Family.SECURITY_INSIGHTS,
                        Outcome.CHECKED,
                        List.of(),
                        new TreeMap<>(Map.of("files", 1)),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false,
                        new Measures(
                                List.of(),
                                List.of(new Expiry("Security Insights", LocalDate.of(2030, 1, 31))),
                                List.of())));
    }

    /** A job of each kind: guarded, open, and of an environment that nobody knows. */
    private static List<JobAccess> access() {
        Rule guarded = new Rule(Guard.GUARDED, "approval by team releasers; tag v* alone");
        Rule open = new Rule(Guard.OPEN, "nothing: every job of the repository gets it");
        Rule unknown = new Rule(Guard.UNKNOWN, "the environment's rules, which only the forge knows");
        return List.of(
                new JobAccess(
                        PATH,
                        "publish",
                        List.of("push", "workflow_dispatch"),
                        Optional.of("release"),
                        guarded,
                        List.of("mvn deploy"),
                        List.of(
                                new Secret("CENTRAL_TOKEN", Owner.ENVIRONMENT, guarded),
                                new Secret(
                                        "A_SECRET_WITH_A_NAME_THAT_IS_LONGER_THAN_A_PHONE_IS_WIDE",
                                        Owner.REPOSITORY,
                                        open))),
                new JobAccess(
                        PATH,
                        "<b>test</b>",
                        List.of("pull_request"),
                        Optional.empty(),
                        open,
                        List.of(),
                        List.of(new Secret("*", Owner.UNKNOWN, open))),
                new JobAccess(
                        PATH, "pages", List.of("push"), Optional.of("github-pages"), unknown, List.of(), List.of()));
    }

    /** As many findings, in a hundred files. */
    static Result many(int count) {
        List<Finding> findings = new ArrayList<>();
        Severity[] severities = {Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW};
        String[] checks = {"sample-shell", "sample-reference", "sample-token", "sample-name"};
        for (int i = 0; i < count; i++) {
            int kind = i % checks.length;
            String path = ".github/workflows/workflow-" + i % 100 + ".yml";
            findings.add(Finding.of(checks[kind], severities[kind], Location.of(path, span("actions/checkout@v4")))
                    .message("Number " + i + " says `octo/action-" + i % 37 + "@v" + i % 9 + "` is not as it should be")
                    .remedy("Do something about number " + i % 50)
                    .subject("subject " + i)
                    .build());
        }
        return judge(workflows(findings));
    }

    static AuditResult workflows(List<Finding> findings) {
        return new AuditResult(Family.WORKFLOWS, Outcome.CHECKED, findings, new TreeMap<>(), List.of(), List.of());
    }

    static Result judge(AuditResult... audits) {
        return new PolicyEvaluator(
                        PolicyLayer.none().toPolicy(),
                        CHECKS,
                        LocalDate.of(2026, 11, 26),
                        io.github.mavenhardening.core.policy.Reference.none())
                .judge(List.of(audits));
    }

    /** Every file has the sample's text. */
    static ReportContext context() {
        return ReportContext.of("1.2.3", CHECKS, "pom.xml"::equals)
                .of(checkout("https://github.com/octo/repository.git"));
    }

    static CheckoutView checkout(String address) {
        return new CheckoutView() {
            @Override
            public Optional<String> text(String path) {
                return Optional.of(SOURCE.text());
            }

            @Override
            public Provenance provenance() {
                return new Provenance(
                        Optional.of(address), Optional.of("0123456789abcdef".repeat(3)), Optional.of("main"));
            }

            @Override
            public Optional<Instant> committed() {
                return Optional.empty();
            }
        };
    }
}
