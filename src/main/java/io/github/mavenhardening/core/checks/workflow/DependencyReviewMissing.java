package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.check.WorkflowCheck;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Bindings;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds repositories whose pull requests bring dependencies in that nothing reviews, and reviews that cannot fail. */
@AutoService(Check.class)
@CheckInfo(
        id = "dependency-review-missing",
        title = "Nothing stops a pull request that brings a vulnerable dependency in",
        family = Family.WORKFLOWS,
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/code-security/concepts/supply-chain-security/dependency-review",
            "https://github.com/actions/dependency-review-action"
        })
public final class DependencyReviewMissing implements WorkflowCheck {

    private static final String REVIEW = "actions/dependency-review-action";
    /** Manifests that GitHub's dependency graph reads without anyone submitting it. */
    private static final Pattern MANIFEST = Pattern.compile(
            "(pom\\.xml|package(-lock)?\\.json|yarn\\.lock|pnpm-lock\\.yaml|go\\.mod"
                    + "|requirements\\.txt|pyproject\\.toml|Pipfile|poetry\\.lock|Cargo\\.(toml|lock)|Gemfile(\\.lock)?|composer\\.(json|lock))");

    @Override
    public void repository(Definitions definitions, Inspection inspection) {
        boolean reviewed = Everywhere.steps(definitions).anyMatch(step -> step.usesAction(REVIEW))
                || Everywhere.calls(definitions)
                        .anyMatch(uses -> uses.target().toLowerCase(Locale.ROOT).contains("dependency-review"));
        boolean hasManifest = inspection.context().repository().filesIn("").stream()
                .anyMatch(file -> MANIFEST.matcher(file).matches());
        if (reviewed || !hasManifest) {
            return;
        }
        definitions.workflows().stream()
                .filter(DependencyReviewMissing::runsPullRequests)
                .findFirst()
                .ifPresent(workflow -> inspection.report(missing(workflow)));
    }

    private static boolean runsPullRequests(Workflow workflow) {
        return workflow.runsOn("pull_request")
                && workflow.liveJobs().stream()
                        .anyMatch(job -> !(job instanceof NormalJob normal)
                                || normal.liveSteps().stream()
                                        .anyMatch(step -> step.run().isPresent()));
    }

    private Finding.Builder missing(Workflow workflow) {
        Trigger trigger = workflow.trigger("pull_request").orElseThrow();
        return at(workflow.source().at(trigger.event().span()))
                .severity(Severity.LOW)
                .confidence(Confidence.MEDIUM)
                .persona(Persona.PEDANTIC)
                .message("Pull requests are built, and nothing reviews the dependencies that they change")
                .remedy("Run " + REVIEW + " on pull requests")
                .subject("missing");
    }

    @Override
    public void step(Step step, Inspection inspection) {
        if (step.usesAction(REVIEW)) {
            neutral(step, inspection)
                    .ifPresent(place -> inspection.report(at(place)
                            .message("The dependency review is told not to fail, whatever a pull request brings in")
                            .remedy(
                                    "Let it fail: without 'warn-only', with 'vulnerability-check', without 'continue-on-error'")
                            .subject("neutralised")));
        }
    }

    /** What keeps the review from failing. */
    private static Optional<Location> neutral(Step step, Inspection inspection) {
        Bindings with = step.uses().orElseThrow().with();
        Optional<Span> input = with.get("warn-only")
                .filter(binding -> binding.text().filter("true"::equals).isPresent())
                .or(() -> with.get("vulnerability-check")
                        .filter(binding ->
                                binding.text().filter("false"::equals).isPresent()))
                .map(Bindings.Binding::span);
        return input.or(() -> continues(step.mapping()))
                .or(() -> inspection.job().flatMap(job -> continues(job.mapping())))
                .map(inspection::at)
                .or(() -> with.text("config-file").flatMap(path -> configured(path, inspection)));
    }

    private static Optional<Span> continues(YamlMapping mapping) {
        return mapping.entry("continue-on-error")
                .filter(entry -> entry.value() instanceof YamlScalar scalar
                        && scalar.asBoolean().filter(Boolean::booleanValue).isPresent())
                .map(entry -> entry.key().span());
    }

    /** A configuration file of the repository that does; one elsewhere is not known. */
    private static Optional<Location> configured(String path, Inspection inspection) {
        Repository repository = inspection.context().repository();
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
            return Optional.empty();
        }
    }
}
