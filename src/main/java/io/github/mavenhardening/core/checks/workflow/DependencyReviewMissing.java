package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.posture.Manifests;
import io.github.mavenhardening.core.shell.ScanningCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.OutsideCode;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.workflow.step.StepSearch;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds repositories whose pull requests bring dependencies in that nothing reviews, and reviews that cannot fail. */
@AutoService(Check.class)
@CheckInfo(
        id = "dependency-review-missing",
        title = "Nothing stops a pull request that adds a vulnerable dependency",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/code-security/concepts/supply-chain-security/dependency-review",
            "https://github.com/actions/dependency-review-action"
        })
public final class DependencyReviewMissing implements WorkflowCheck {

    private static final String REVIEW = "actions/dependency-review-action";
    /** Workflows that review a change: by their file's name, and that of OSV-Scanner for pull requests. */
    private static final Pattern REVIEWING = Pattern.compile(
            "(?i).*/(?:[\\w-]{0,60}-)?dependency-review(?:-[\\w-]{0,60})?\\.ya?ml|google/osv-scanner-action/.*-pr\\.ya?ml");

    /** Of the actions that scan, those that only tell the forge or the world. */
    private static final Pattern REPORTING = Pattern.compile("dependency-submission|scorecard-action");

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        boolean reviewed = StepSearch.usesAction(REVIEW, definitions)
                || StepSearch.calls(definitions).stream()
                        .anyMatch(uses -> REVIEWING.matcher(uses.target()).matches());
        if (reviewed
                || scansRequests(definitions, in.run().repository())
                || !Manifests.areInGraph(in.run().repository())) {
            return;
        }
        boolean runs = false;
        for (Workflow workflow : definitions.workflows()) {
            boolean onRequests = workflow.runsOn("pull_request");
            if (onRequests && builds(workflow, definitions)) {
                in.report(missing(workflow.source()
                        .at(workflow.trigger("pull_request")
                                .orElseThrow()
                                .event()
                                .span())));
                return;
            }
            runs |= onRequests && runsAny(workflow);
        }
        if (runs) {
            // Where none is seen to build, none is the one that the review belongs to.
            in.report(missing(Location.ofFile(".github/workflows")));
        }
    }

    /** Whether a scan for known vulnerabilities runs on pull requests, which fails where one brings such a dependency in. */
    private static boolean scansRequests(Definitions definitions, Repository repository) {
        for (Workflow workflow : definitions.workflows()) {
            for (Job job : workflow.runsOn("pull_request") ? workflow.liveJobs() : List.<Job>of()) {
                if (job instanceof NormalJob normal && scans(normal, workflow, definitions, repository)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean scans(NormalJob job, Workflow workflow, Definitions definitions, Repository repository) {
        for (ReachedStep reached : JobSteps.of(job, workflow, definitions)) {
            boolean action = ActionTerms.VULNERABILITY_SCAN.mayHold(reached.step())
                    && !REPORTING
                            .matcher(reached.step().uses().orElseThrow().uses().text())
                            .find();
            if (action
                    || ProjectScripts.commands(reached, definitions, repository).stream()
                            .anyMatch(ScanningCommand::is)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a job runs what the repository holds. */
    private static boolean builds(Workflow workflow, Definitions definitions) {
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob normal
                    && JobSteps.of(normal, workflow, definitions).stream()
                            .anyMatch(step -> OutsideCode.ofWorkspace(step).isPresent())) {
                return true;
            }
        }
        return false;
    }

    private static boolean runsAny(Workflow workflow) {
        for (Job job : workflow.liveJobs()) {
            if (!(job instanceof NormalJob normal)
                    || normal.liveSteps().stream().anyMatch(step -> step.run().isPresent())) {
                return true;
            }
        }
        return false;
    }

    private Finding.Builder missing(Location place) {
        return at(place)
                .severity(Severity.LOW)
                .confidence(Confidence.MEDIUM)
                .persona(Persona.PEDANTIC)
                .message("Pull requests are built, but nothing reviews the dependencies that they change")
                .remedy("Run " + REVIEW + " on pull requests")
                .subject("missing");
    }

    @Override
    public void step(Step step, WorkflowContext in) {
        if (!step.usesAction(REVIEW)) {
            return;
        }
        Optional<Location> place = neutral(step, in);
        if (place.isPresent()) {
            in.report(at(place.get())
                    .message("The dependency review is configured not to fail, whatever a pull request adds")
                    .remedy(
                            "Let it fail: remove 'warn-only' and 'continue-on-error', and leave 'vulnerability-check' on")
                    .subject("neutralised"));
        }
    }

    /** What keeps the review from failing. */
    private static Optional<Location> neutral(Step step, WorkflowContext in) {
        NamedValues with = step.uses().orElseThrow().with();
        Optional<Span> place = input("warn-only", "true", with);
        if (place.isEmpty()) {
            place = input("vulnerability-check", "false", with);
        }
        if (place.isEmpty()) {
            place = continues(step.mapping());
        }
        if (place.isEmpty() && in.job().isPresent()) {
            place = continues(in.job().get().mapping());
        }
        if (place.isPresent()) {
            return Optional.of(in.at(place.get()));
        }
        Optional<String> file = with.text("config-file");
        return file.isPresent() ? configured(file.get(), in) : Optional.empty();
    }

    /** Where an input has that value. */
    private static Optional<Span> input(String name, String value, NamedValues with) {
        Optional<NamedValues.Binding> binding = with.get(name);
        return binding.isPresent() && binding.get().text().orElse("").equals(value)
                ? Optional.of(binding.get().span())
                : Optional.empty();
    }

    private static Optional<Span> continues(YamlMapping mapping) {
        Optional<YamlMapping.Entry> entry = mapping.entry("continue-on-error");
        return entry.isPresent()
                        && entry.get().value() instanceof YamlScalar scalar
                        && scalar.asBoolean().orElse(false)
                ? Optional.of(entry.get().key().span())
                : Optional.empty();
    }

    /** A configuration file of the repository that does; one elsewhere is not known. */
    private static Optional<Location> configured(String path, WorkflowContext in) {
        Repository repository = in.run().repository();
        String file = path.strip().replaceFirst("^\\./", "");
        if (!file.matches(".{1,300}\\.ya?ml") || file.startsWith("/") || !repository.isFile(file)) {
            return Optional.empty();
        }
        try {
            SourceFile source = repository.read(file);
            Optional<YamlMapping> mapping = YamlDocument.parse(source).mapping();
            return Stream.of(
                            List.of("warn-only", "true"),
                            List.of("warn_only", "true"),
                            List.of("vulnerability-check", "false"),
                            List.of("vulnerability_check", "false"))
                    .flatMap(setting -> mapping
                            .flatMap(m -> m.scalar(setting.get(0)))
                            .filter(value -> value.value().equals(setting.get(1)))
                            .map(value -> source.at(value.span()))
                            .stream())
                    .findFirst();
        } catch (UnreadableFileException e) {
            in.run().gap(file + ", which configures the dependency review, cannot be read: " + e.reason());
            return Optional.empty();
        }
    }
}
