package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.shell.PublishingCommand;
import io.github.mavenhardening.core.workflow.ActionTerms;
import io.github.mavenhardening.core.workflow.ActionVersion;
import io.github.mavenhardening.core.workflow.CacheMode;
import io.github.mavenhardening.core.workflow.GitRef;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.RunAssumption;
import io.github.mavenhardening.core.workflow.graph.CacheAccess;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.release.Release;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.yaml.YamlComment;
import io.github.mavenhardening.core.yaml.YamlEdits;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds caches that reach release builds: other runs, of weaker rights, write them; and runs that anyone can set off and that
 * are allowed to write them.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "cache-poisoning",
        title = "A cache is open to poisoning",
        severity = Severity.HIGH,
        confidence = Confidence.LOW,
        sources = {
            "https://docs.zizmor.sh/audits/#cache-poisoning",
            "https://adnanthekhan.com/2024/05/06/the-monsters-in-your-build-cache-github-actions-cache-poisoning/",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching"
        })
public final class CachePoisoning implements WorkflowCheck {

    private static final Pattern NAMED = Pattern.compile("(?i).*(?:publish|release|deploy).*");

    private static final Pattern TESTS = Pattern.compile("(?i)(?:.*[-_])?(?:tests?|lint|flake)(?:[-_].*)?");
    /** How artifacts are called that tell what a run did. */
    private static final Pattern REPORT =
            Pattern.compile("(?i).*(?:reports?|logs?|results?|coverage|screenshots?|tests?[-_ ]outputs?)\\b.*");

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        if (workflow.cacheMode().isPresent()) {
            for (Job job : workflow.liveJobs()) {
                if (job.cacheMode().isEmpty()) {
                    reportWrites(workflow.cacheMode().get(), job, workflow, in);
                    return;
                }
            }
        }
    }

    @Override
    public void job(Job job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        if (job.cacheMode().isPresent()) {
            reportWrites(job.cacheMode().get(), job, workflow, in);
        }
        if (job instanceof NormalJob normal) {
            CacheAccess access = CacheAccess.of(job, workflow, in.definitions());
            if (access.restores()) {
                lookAtSteps(normal, workflow, access.saves() ? Persona.REGULAR : Persona.PEDANTIC, in);
            }
        }
    }

    /** Runs that anyone can set off do not write the cache unless the workflow asks for it. */
    private void reportWrites(CacheMode mode, Job job, Workflow workflow, WorkflowContext in) {
        Optional<Trigger> trigger = DangerousTriggers.of(workflow);
        if (trigger.isEmpty() || !mode.level().saves()) {
            return;
        }
        Finding.Builder finding = at(in.at(mode.span()));
        YamlEdits.replace(mode.value(), CacheMode.Level.NONE.label())
                .ifPresent(edit -> finding.fix(Fix.of("Set 'cache-mode: none'", true, edit)));
        in.report(finding.confidence(Confidence.HIGH)
                .related(in.at(job.id().span()).labelled("may write the cache"))
                .related(in.at(trigger.get().span()).labelled("is triggered by anyone"))
                .message(
                        "Runs of '" + trigger.get().event().value() + "', which anyone can trigger, may write the cache"
                                + " that later runs of the repository restore")
                .remedy("Set 'cache-mode: none', or 'read' where the cache is needed")
                .subject("cache-mode: " + mode.level().label()));
    }

    private void lookAtSteps(NormalJob normal, Workflow workflow, Persona persona, WorkflowContext in) {
        List<RunAssumption> releases = releases(workflow);
        Optional<Location> reason = reason(normal, workflow, releases, in);
        if (reason.isEmpty()) {
            return;
        }
        boolean byCommand = !looksAt(normal, workflow);
        Severity severity =
                byCommand || onlyChecks(normal, workflow, releases, in) ? Severity.MEDIUM : info().severity();
        for (Step step : normal.liveSteps()) {
            // Of caches of dependencies before commands of Maven and Gradle, maven-cache-in-release tells.
            boolean other = byCommand && RepositoryCaches.readBy(step);
            if (!other && readsCache(step, normal, workflow, releases)) {
                Persona seenBy = readsLayers(step) ? Persona.PEDANTIC : persona;
                report(step, reason.get(), run(normal, releases), fix(step, workflow), severity, seenBy, in);
            }
        }
    }

    /** Whether what it restores are layers of an image, which a build takes by what they are made of. */
    private static boolean readsLayers(Step step) {
        return step.usesAction("docker/build-push-action") || step.usesAction("docker/bake-action");
    }

    /** Whether a job that looks at pull requests as well puts nothing out, and leaves nothing to a job that may. */
    private static boolean onlyChecks(
            NormalJob job, Workflow workflow, List<RunAssumption> releases, WorkflowContext in) {
        if (!(workflow.runsOn("pull_request") || TESTS.matcher(job.id().value()).matches())
                || publisher(job).isPresent()
                || NAMED.matcher(job.id().value()).matches()
                || !Releases.of(job, workflow, in.definitions(), in.run().repository())
                        .isEmpty()) {
            return false;
        }
        if (!mayRelease(workflow, releases, in)) {
            return true;
        }
        for (ReachedStep reached : JobSteps.of(job, workflow, in.definitions())) {
            if (reached.step().usesAction("actions/upload-artifact")
                    && !REPORT.matcher(reached.step()
                                    .input("name")
                                    .map(YamlScalar::value)
                                    .orElse(""))
                            .matches()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a run of a tag or of a release starts it, so that more may follow it than it shows, or a job of it publishes. */
    private static boolean mayRelease(Workflow workflow, List<RunAssumption> releases, WorkflowContext in) {
        for (RunAssumption run : releases) {
            if (run.isTag() && !(run.event().equals("push") && runsOnEveryPush(workflow))) {
                return true;
            }
        }
        return !Releases.of(workflow, in.definitions(), in.run().repository()).isEmpty();
    }

    /** What says that the job releases; empty where nothing does. */
    private static Optional<Location> reason(
            NormalJob job, Workflow workflow, List<RunAssumption> releases, WorkflowContext in) {
        if (releases.isEmpty()) {
            Optional<Step> publisher = publisher(job);
            Optional<Location> place = publisher.isPresent()
                    ? Optional.of(in.at(publisher.get().span()))
                    : publishingCommand(job, workflow, in);
            return place.map(publishes -> publishes.labelled("publishes what the job built"));
        }
        return workflow.on().isPresent()
                ? Optional.of(in.at(workflow.on().get()).labelled("starts for releases"))
                : Optional.empty();
    }

    /** The command of a job that publishes what users install; of one that only hands on what others built, none. */
    private static Optional<Location> publishingCommand(NormalJob job, Workflow workflow, WorkflowContext in) {
        if (JobSteps.of(job, workflow, in.definitions()).stream()
                .noneMatch(reached -> reached.step().usesAction("actions/checkout"))) {
            return Optional.empty();
        }
        for (Release release :
                Releases.of(job, workflow, in.definitions(), in.run().repository())) {
            if (release.isSure() && release.command().isPresent() && release.kind() == PublishingCommand.Kind.PACKAGE) {
                return Optional.of(release.place());
            }
        }
        return Optional.empty();
    }

    /** Which run it is that restores the cache; not of every tag a release is made. */
    private static String run(NormalJob job, List<RunAssumption> releases) {
        if (releases.isEmpty() || publisher(job).isPresent()) {
            return "in a job that publishes";
        }
        RunAssumption first = releases.get(0);
        return first.event().equals("release")
                ? "in a run for a release"
                : first.isTag() ? "in a run for a tag, which may be a release" : "in a run for a release branch";
    }

    private static Optional<Fix> fix(Step step, Workflow workflow) {
        Optional<ActionTerms.Setting> off = ActionTerms.CACHING.withdrawal(step, version(step, workflow));
        Optional<Fix.Edit> edit = off.isPresent()
                ? YamlEdits.put(
                        step.mapping(), "with", off.get().input(), off.get().value())
                : Optional.empty();
        return edit.map(
                setting -> Fix.of("Set '" + off.get().input() + ": " + off.get().value() + "'", false, setting));
    }

    private void report(
            Step step,
            Location why,
            String run,
            Optional<Fix> fix,
            Severity severity,
            Persona persona,
            WorkflowContext in) {
        UsesReference uses = step.uses().orElseThrow().uses();
        boolean isIdle = NodeCache.isIdle(
                step, version(step, in.workflow().orElseThrow()), in.run().repository());
        Finding.Builder finding = at(in.at(uses.key().span()));
        fix.ifPresent(finding::fix);
        in.report(finding.severity(isIdle ? Severity.LOW : severity)
                .persona(persona)
                .related(why)
                .message("'" + uses.text() + "' restores a cache " + run
                        + (isIdle ? " once the root's 'package.json' names its package manager" : "")
                        + ", and other runs of the repository can write that cache")
                .remedy(
                        "Build releases without the cache: set 'cache-mode: none' in the job, or turn the action's cache off")
                .subject(uses.text()));
    }

    /** The kinds of runs that release: of a release, a tag, a branch that is named so. */
    private static List<RunAssumption> releases(Workflow workflow) {
        List<RunAssumption> runs = new ArrayList<>();
        if (workflow.runsOn("release")) {
            runs.add(new RunAssumption("release", true));
        }
        Optional<Trigger> push = workflow.trigger("push");
        if (push.isPresent() && (push.get().hasFilter("tags") || push.get().hasFilter("tags-ignore"))) {
            runs.add(new RunAssumption("push", true));
        }
        if (push.isPresent() && namesReleaseBranch(push.get())) {
            runs.add(new RunAssumption("push", false));
        }
        return runs;
    }

    /** Whether tags are to it what branches are: it looks at all that is pushed. */
    private static boolean runsOnEveryPush(Workflow workflow) {
        Optional<Trigger> push = workflow.trigger("push");
        return push.isPresent()
                && takesAll(push.get().filter("tags"))
                && takesAll(push.get().filter("branches"));
    }

    private static boolean takesAll(List<YamlScalar> patterns) {
        for (YamlScalar pattern : patterns) {
            if (pattern.value().equals("**")) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesReleaseBranch(Trigger push) {
        for (YamlScalar branch : push.filter("branches")) {
            if (branch.lower().contains("release")) {
                return true;
            }
        }
        return false;
    }

    /** Whether it takes a job for one that releases. */
    static boolean looksAt(NormalJob job, Workflow workflow) {
        return !releases(workflow).isEmpty() || publisher(job).isPresent();
    }

    private static Optional<Step> publisher(NormalJob job) {
        for (Step step : job.liveSteps()) {
            if (ActionTerms.PUBLISHING.mayHold(step)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private static boolean readsCache(Step step, NormalJob job, Workflow workflow, List<RunAssumption> releases) {
        Optional<Integer> version = version(step, workflow);
        for (RunAssumption run : releases) {
            if (CallPath.mayHold(job.condition(), run)
                    && CallPath.mayHold(step.condition(), run)
                    && ActionTerms.CACHING.hold(step, version, Optional.of(run))) {
                return true;
            }
        }
        return releases.isEmpty() && ActionTerms.CACHING.mayHold(step, version);
    }

    /** By the ref, or by the comment behind it: {@code @<commit> # v6.1.0}. */
    private static Optional<Integer> version(Step step, Workflow workflow) {
        if (!(step.body() instanceof Step.UsesAction action)) {
            return Optional.empty();
        }
        Optional<Integer> major = ActionVersion.ofRef(step);
        Optional<YamlComment> comment =
                major.isEmpty() ? workflow.commentOn(action.uses().span().line()) : Optional.empty();
        return comment.isPresent() ? versionIn(comment.get()) : major;
    }

    private static Optional<Integer> versionIn(YamlComment comment) {
        String first = comment.text().replaceFirst("^#", "").strip().split("\\s", 2)[0];
        return new GitRef(first).majorVersion();
    }
}
