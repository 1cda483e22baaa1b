package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.Assumption;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.RunAssumption;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.Callers;
import io.github.mavenhardening.core.workflow.graph.NeededOutputs;
import io.github.mavenhardening.core.workflow.graph.SkippedJobs;
import io.github.mavenhardening.core.workflow.release.Releases;
import io.github.mavenhardening.core.workflow.step.EnvironmentNames;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds environments from which releases are published, and which continuous integration has as well. */
@AutoService(Check.class)
@CheckInfo(
        id = "shared-release-environment",
        title = "Continuous integration runs in the environment that releases are published from",
        severity = Severity.MEDIUM,
        confidence = Confidence.MEDIUM,
        sources = {
            "https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments#environment-secrets"
        })
public final class SharedReleaseEnvironment implements WorkflowCheck {

    /** Events that start continuous integration: somebody has proposed or pushed a change. */
    private static final List<String> CI =
            List.of("pull_request", "pull_request_target", "merge_group", "issue_comment", "workflow_run", "schedule");

    private static final List<String> CHANGES = List.of("pull_request_target", "pull_request");

    /** What people call the environment that users meet. */
    private static final Pattern PRODUCTION =
            Pattern.compile("(?i)(?:prod|production|live)(?:[-_ ](?!preview|test|candidate).{1,60})?");

    /** What people call an environment that publishes nowhere that users look. */
    private static final Pattern TEST = Pattern.compile(
            "(?i)(?:.{0,60}[-_ /.])?(?:test|testing|test-?pypi|sandbox|preview|dev|qa)(?:[-_ /.].{0,60})?");

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Map<String, Location> releasing = new HashMap<>();
        Set<String> publishing = new HashSet<>();
        for (Workflow workflow : definitions.workflows()) {
            if (!Releases.of(workflow, definitions, in.run().repository()).isEmpty()) {
                for (CallPath way : Callers.of(workflow, definitions)) {
                    publishing.add(way.entry().definition().path());
                    publishing.add(workflow.path());
                }
                releasing(workflow, definitions, releasing, in);
            }
        }
        for (Workflow workflow : definitions.workflows()) {
            boolean publishes =
                    !Releases.of(workflow, definitions, in.run().repository()).isEmpty();
            List<CallPath> ways = releasing.isEmpty() ? List.of() : waysOfCi(workflow, publishing, definitions);
            Map<String, Assumption> changes = new LinkedHashMap<>();
            for (String event : CHANGES) {
                if (workflow.runsOn(event)) {
                    changes.put(event, new NeededOutputs(workflow, new DirectRun(new RunAssumption(event, false))));
                }
            }
            Map<String, Predicate<Job>> running = new HashMap<>();
            for (Map.Entry<String, Assumption> change : changes.entrySet()) {
                running.put(change.getKey(), mayRun(workflow, change.getValue()));
            }
            for (Job job : workflow.liveJobs()) {
                look(job, ways, releasing, in.in(workflow).in(job));
                lookAtCalls(job, workflow, releasing, in.in(workflow).in(job));
                for (Map.Entry<String, Assumption> change : changes.entrySet()) {
                    if (running.get(change.getKey()).test(job)) {
                        Optional<YamlScalar> name = job.environmentName();
                        Set<String> names =
                                name.isPresent() ? EnvironmentNames.of(name.get(), job, change.getValue()) : Set.of();
                        lookAtChange(
                                names,
                                job,
                                change.getKey(),
                                publishes,
                                releasing,
                                in.in(workflow).in(job));
                        break;
                    }
                }
            }
        }
    }

    /** Takes in the environments from which jobs of a workflow publish, those that its callers give by an input included. */
    private static void releasing(
            Workflow workflow, Definitions definitions, Map<String, Location> releasing, WorkflowContext in) {
        for (Job job : workflow.liveJobs()) {
            if (job.environmentName().isPresent()
                    && !Releases.of(
                                    (NormalJob) job,
                                    workflow,
                                    definitions,
                                    in.run().repository())
                            .isEmpty()) {
                Location place = in.in(workflow).at(job.environmentName().get().span());
                for (CallPath way : Callers.of(workflow, definitions)) {
                    Optional<String> name = nameOf(job, way);
                    if (name.isPresent() && !TEST.matcher(name.get()).matches()) {
                        releasing.putIfAbsent(name.get().toLowerCase(Locale.ROOT), place);
                    }
                }
            }
        }
    }

    /** The ways by which continuous integration gets to a workflow, but those on which anything is published. */
    private static List<CallPath> waysOfCi(Workflow workflow, Set<String> publishing, Definitions definitions) {
        List<CallPath> ways = new ArrayList<>();
        for (CallPath way : Callers.of(workflow, definitions)) {
            if (!publishing.contains(way.entry().definition().path()) && runsForCi(way)) {
                ways.add(way);
            }
        }
        return ways;
    }

    /** Whether a run may start a job: itself, and all that it needs. */
    private static Predicate<Job> mayRun(Workflow workflow, Assumption run) {
        Predicate<Job> stopped = job -> !CallPath.mayHold(job.condition(), run);
        Set<String> skipped = SkippedJobs.after(workflow, stopped);
        return job -> !stopped.test(job) && !skipped.contains(job.id().value());
    }

    /** A job of a pull request in an environment of releases that {@link #look} does not report. */
    private void lookAtChange(
            Set<String> names,
            Job job,
            String event,
            boolean publishes,
            Map<String, Location> releasing,
            WorkflowContext in) {
        for (String name : names) {
            boolean isReleasing = releasing.containsKey(name.toLowerCase(Locale.ROOT));
            if (isReleasing ? publishes : PRODUCTION.matcher(name).matches()) {
                in.report(at(in.at(job.environmentName().orElseThrow().span()))
                        .message("A run of '" + event + "' reaches the environment '" + name + "' by the job '"
                                + job.id().value() + "', so that a change gets there before it is merged")
                        .remedy(
                                "Let the job run for pushes or tags alone, or give pull requests an environment of their own")
                        .subject(job.id().value() + " " + name + " " + event));
                return;
            }
        }
    }

    /** A job in production whose workflow is called in a run of a pull request. */
    private void lookAtCalls(Job job, Workflow workflow, Map<String, Location> releasing, WorkflowContext in) {
        if (job.environmentName().isEmpty()) {
            return;
        }
        for (CallPath way : Callers.of(workflow, in.definitions())) {
            Optional<String> name = way.depth() == 0 ? Optional.empty() : nameOf(job, way);
            if (name.isPresent()
                    && PRODUCTION.matcher(name.get()).matches()
                    && !releasing.containsKey(name.get().toLowerCase(Locale.ROOT))) {
                for (String event : CHANGES) {
                    if (mayRun(job, workflow, way, event)) {
                        lookAtChange(Set.of(name.get()), job, event, false, Map.of(), in);
                        return;
                    }
                }
            }
        }
    }

    /** Whether a run of an event may start a job on a way to its workflow, by the conditions of all that call. */
    private static boolean mayRun(Job job, Workflow workflow, CallPath way, String event) {
        boolean starts = false;
        for (Trigger trigger : way.triggers()) {
            starts |= trigger.is(event);
        }
        if (!starts
                || !mayRun(workflow, new CalledRun(new RunAssumption(event, false), way))
                        .test(job)) {
            return false;
        }
        for (CallPath.Call call : way.calls()) {
            if (call.caller().definition() instanceof Workflow caller
                    && call.job().isPresent()
                    && !mayRun(caller, new CalledRun(new RunAssumption(event, false), call.caller()))
                            .test(call.job().get())) {
                return false;
            }
        }
        return true;
    }

    private static boolean runsForCi(CallPath way) {
        for (Trigger trigger : way.triggers()) {
            if (CI.contains(trigger.event().value())) {
                return true;
            }
        }
        return false;
    }

    private void look(Job job, List<CallPath> ways, Map<String, Location> releasing, WorkflowContext in) {
        Optional<YamlScalar> environment = job.environmentName();
        if (environment.isEmpty()) {
            return;
        }
        for (CallPath way : ways) {
            Optional<String> name = nameOf(job, way);
            Location release = name.isPresent() ? releasing.get(name.get().toLowerCase(Locale.ROOT)) : null;
            if (release != null) {
                Finding.Builder finding = at(in.at(environment.get().span()));
                for (Location call : way.path()) {
                    finding.related(call);
                }
                in.report(finding.related(release.labelled("publishes from it"))
                        .message("The job '" + job.id().value() + "' publishes nothing and has the environment '"
                                + name.get() + "', with the credentials that releases are published with")
                        .remedy("Give continuous integration an environment and credentials of its own")
                        .subject(job.id().value() + " " + name.get()));
                return;
            }
        }
    }

    /** The name that an environment has on a way to its workflow. */
    private static Optional<String> nameOf(Job job, CallPath way) {
        Optional<YamlScalar> name = job.environmentName();
        return name.isPresent() ? way.text(name.get()) : Optional.empty();
    }

    /** A run of the workflow that the event starts itself, and not one that calls it: no one gives it inputs unless by hand. */
    private record DirectRun(RunAssumption run) implements Assumption {

        @Override
        public Optional<Value> read(ContextPath path) {
            String name = path.toString();
            if (isOfMerge() && name.equals("github.ref")) {
                return Optional.of(new Value.Text("refs/pull/1/merge"));
            }
            if (isOfMerge() && name.equals("github.ref_name")) {
                return Optional.of(new Value.Text("1/merge"));
            }
            // What runs once a pull request is merged, runs for a change that the branch has taken.
            if (name.equals("github.event.pull_request.merged")) {
                return Optional.of(new Value.Bool(false));
            }
            boolean isInput = path.context().equals("inputs") && path.segments().size() == 2;
            return isInput && !run.event().equals("workflow_dispatch") ? Optional.of(new Value.Null()) : run.read(path);
        }

        @Override
        public Optional<Value> call(Expression.Call call) {
            return isOfMerge() ? Optional.empty() : run.call(call);
        }

        /** Whether it runs on what the merge of a pull request would make, and not on a branch of the repository. */
        private boolean isOfMerge() {
            return run.event().equals("pull_request");
        }
    }

    /** A run of a workflow that others call: they give the inputs, and the event is that of the first. */
    private record CalledRun(RunAssumption run, CallPath way) implements Assumption {

        @Override
        public Optional<Value> read(ContextPath path) {
            if (!path.context().equals("inputs") || path.segments().size() != 2) {
                return new DirectRun(run).read(path);
            }
            Optional<String> given = way.input(path.segments().get(1));
            return given.map(text -> text.equals("false") ? new Value.Bool(false) : new Value.Text(text));
        }

        @Override
        public Optional<Value> call(Expression.Call call) {
            return new DirectRun(run).call(call);
        }
    }
}
