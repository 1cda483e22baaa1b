package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.shell.GradleCommand;
import io.github.mavenhardening.core.shell.MavenCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.release.Release;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.yaml.YamlEdits;
import io.github.mavenhardening.core.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds releases whose build reads dependencies from a cache that other runs write, where the release is a script's command. */
@AutoService(Check.class)
@CheckInfo(
        id = "maven-cache-in-release",
        title = "A job publishes what it built with a cached local repository",
        severity = Severity.MEDIUM,
        confidence = Confidence.MEDIUM,
        sources = {
            "https://adnanthekhan.com/2024/05/06/the-monsters-in-your-build-cache-github-actions-cache-poisoning/",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching",
            "https://slsa.dev/spec/v1.0/requirements"
        })
public final class MavenCacheInRelease implements WorkflowCheck {

    /** Programs that publish a package which another has packed. */
    private static final Set<String> PACKAGES = Set.of("npm", "pnpm", "twine", "gh");

    private static final Pattern PACKING =
            Pattern.compile("build|assemble.{0,100}|.{0,100}(?:pack|[pP]ackage|[jJ]ar|[zZ]ip|[dD]istTar|Pack|Dist)");

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        if (hasNoCredential(job, workflow, in)) {
            return;
        }
        List<ReachedStep> steps = JobSteps.of(job, workflow, in.definitions());
        for (Release release :
                Releases.of(job, workflow, in.definitions(), in.run().repository())) {
            if (isBuilt(release) || isPackaged(release, steps, in)) {
                look(release, steps, CachePoisoning.looksAt(job, workflow), in);
                return;
            }
        }
    }

    /**
     * Whether it has neither a secret, nor an environment, nor a token that may write: nothing but a folder takes what it builds
     * then.
     */
    private static boolean hasNoCredential(NormalJob job, Workflow workflow, WorkflowContext in) {
        if (job.environment().isPresent() || in.permissions().isEmpty() || in.isPrivileged()) {
            return false;
        }
        for (NamedValues.Binding binding : workflow.env().all()) {
            if (binding.scalar().isPresent() && binding.scalar().get().value().contains("secrets")) {
                return false;
            }
        }
        return true;
    }

    private void look(Release release, List<ReachedStep> steps, boolean isLookedAt, WorkflowContext in) {
        for (ReachedStep step : steps) {
            // Where actions publish, or triggers say that it is a release, cache-poisoning tells of caches in the job's
            // own steps.
            boolean other = isLookedAt
                    && step.frame().definition() instanceof Workflow
                    && ActionTerms.CACHING.mayHold(step.step());
            if (!other && RepositoryCaches.readBy(step.step())) {
                in.report(finding(step, release));
            }
        }
    }

    private Finding.Builder finding(ReachedStep step, Release release) {
        String text = step.step().uses().orElseThrow().uses().text();
        Finding.Builder finding = at(step.place());
        Optional<Fix> fix = fix(step.step());
        if (fix.isPresent()) {
            finding.fix(fix.get());
        }
        return step.explain(finding.related(release.place().labelled("publishes"))
                .message("'" + text + "' restores cached dependencies into what '" + release.text()
                        + "' publishes, and other runs of the repository can write that cache")
                .remedy("Build releases without the cache: what they need is downloaded, and compared with a lock")
                .subject(text));
    }

    /** Leaves out the input by which setup-java restores a cache; of actions that do nothing else, nothing would be left. */
    private static Optional<Fix> fix(Step step) {
        if (!step.usesAction("actions/setup-java")
                || !(step.mapping().get("with").orElse(null) instanceof YamlMapping with)) {
            return Optional.empty();
        }
        Optional<YamlMapping.Entry> cache = with.entry("cache");
        Optional<Fix.Edit> edit = cache.isPresent() ? YamlEdits.remove(with, cache.get()) : Optional.empty();
        return edit.isPresent() ? Optional.of(Fix.of("Build without the cache", false, edit.get())) : Optional.empty();
    }

    /** Whether the command that publishes also builds what it publishes. */
    private static boolean isBuilt(Release release) {
        if (!release.kind().isInstalled() || release.command().isEmpty()) {
            return false;
        }
        ShellCommand command = release.command().get();
        return MavenCommand.of(command).isPresent() || GradleCommand.of(command).isPresent();
    }

    /** Whether a build tool packs, in a step before, what the command names that publishes. */
    private static boolean isPackaged(Release release, List<ReachedStep> steps, WorkflowContext in) {
        if (release.command().isEmpty()
                || !PACKAGES.contains(release.command().get().name())
                || release.command().get().operand(1).isEmpty()) {
            return false;
        }
        for (ReachedStep step : steps) {
            if (step.equals(release.step())) {
                return false;
            }
            for (ShellCommand command :
                    ProjectScripts.commands(step, in.definitions(), in.run().repository())) {
                if (packs(command)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean packs(ShellCommand command) {
        Optional<MavenCommand> maven = MavenCommand.of(command);
        if (maven.isPresent()) {
            return maven.get().runs("package")
                    || maven.get().runs("verify")
                    || maven.get().runs("install");
        }
        return GradleCommand.of(command).stream()
                .flatMap(gradle -> gradle.tasks().stream())
                .anyMatch(task -> PACKING.matcher(task).matches());
    }
}
