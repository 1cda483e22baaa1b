package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.Guard;
import io.github.mavenhardening.core.workflow.checkout.NamedHeads;
import io.github.mavenhardening.core.workflow.checkout.OpenDispatches;
import io.github.mavenhardening.core.workflow.checkout.Outside;
import io.github.mavenhardening.core.workflow.checkout.OutsideCode;
import io.github.mavenhardening.core.workflow.checkout.StartedWorkflow;
import io.github.mavenhardening.core.workflow.flow.OutsiderFlows;
import io.github.mavenhardening.core.workflow.graph.Approvals;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.FollowedWorkflows;
import io.github.mavenhardening.core.workflow.graph.GuardsElsewhere;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.graph.SkippedJobs;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds code of pull requests that is checked out and run with the repository's rights. */
@AutoService(Check.class)
@CheckInfo(
        id = "untrusted-checkout-exec",
        title = "Code of a pull request runs with the repository's rights",
        severity = Severity.HIGH,
        sources = {
            "https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/",
            "https://github.com/ossf/scorecard/blob/main/docs/checks.md#dangerous-workflow",
            "https://docs.github.com/en/actions/reference/security/securely-using-pull_request_target"
        })
public final class UntrustedCheckoutExec implements WorkflowCheck {

    /** The event that who may write to the repository sends, most often for a comment or a pull request of an outsider. */
    private static final String DISPATCH = "repository_dispatch";

    /** Events that outsiders set off and whose runs have the repository's secrets, its caches and its token. */
    private static final Set<String> EVENTS = Set.of("pull_request_target", "workflow_run", "issue_comment", DISPATCH);

    /** Those in whose runs the newer versions of the checkout refuse it. */
    private static final Set<String> REFUSING = Set.of("pull_request_target", "workflow_run");

    /**
     * Code of an outsider that a job runs.
     *
     * @param triggers the events that start such a run; never empty
     */
    record Run(OutsideCode.Execution execution, CallPath way, List<Trigger> triggers) {}

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        for (Run run : runs(job, in)) {
            if (!run.execution().outside().isArtifact()) {
                in.report(finding(run.execution(), run.way(), run.triggers(), in));
            }
        }
    }

    /** What a job runs of outsiders' code, each step once, whichever of the workflow's callers gives it to the step. */
    static List<Run> runs(NormalJob job, WorkflowContext in) {
        if (Guard.keepsOwn(job, in.workflow().orElseThrow(), in.definitions())) {
            return List.of();
        }
        Optional<List<Run>> known = in.definitions().known(Run.class, job);
        return known.isPresent() ? known.get() : in.definitions().keepLast(Run.class, job, found(job, in));
    }

    private static List<Run> found(NormalJob job, WorkflowContext in) {
        List<Run> found = new ArrayList<>();
        Set<Location> places = new HashSet<>();
        Set<Step> own = Guard.behindRefusal(job);
        Workflow workflow = in.workflow().orElseThrow();
        Function<ReachedStep, List<ShellCommand>> followed = reached ->
                ProjectScripts.commands(reached, in.definitions(), in.run().repository());
        NamedHeads.OfJobs heads = OutsiderFlows.heads(in.definitions(), in.run().repository());
        for (StartedWorkflow started :
                StartedWorkflow.by(EVENTS, workflow, UntrustedCheckoutExec.class, in.definitions())) {
            List<Trigger> triggers = triggers(started, job, workflow, in.definitions());
            if (!triggers.isEmpty()) {
                for (OutsideCode.Execution execution :
                        OutsideCode.of(job, started.way(), in.definitions(), followed, heads)) {
                    List<Trigger> running =
                            own.contains(execution.step().step()) ? List.of() : running(execution, triggers);
                    if (!running.isEmpty() && places.add(execution.place())) {
                        found.add(new Run(execution, started.way(), running));
                    }
                }
            }
        }
        if (!OutsiderFlows.areAllHeadsKnown(workflow, in.definitions())) {
            FollowedText.gap("what names a pull request's head", workflow, in);
        }
        return List.copyOf(found);
    }

    private static List<Trigger> triggers(
            StartedWorkflow started, NormalJob job, Workflow workflow, Definitions definitions) {
        List<Trigger> triggers = new ArrayList<>();
        for (Trigger trigger : started.triggers()) {
            if (SkippedJobs.mayRun(job, workflow, trigger.event().value(), definitions)
                    && (!trigger.is("workflow_run") || FollowedWorkflows.mayRunOnPullRequests(trigger, definitions))) {
                triggers.add(trigger);
            }
        }
        return triggers;
    }

    /** Those of the triggers in whose runs the code is fetched, and run. */
    private static List<Trigger> running(OutsideCode.Execution execution, List<Trigger> triggers) {
        List<Optional<Condition>> conditions = List.of(
                execution.step().step().condition(),
                execution.outside().step().step().condition());
        if (conditions.stream().anyMatch(Guard::keepsOwn)) {
            return List.of();
        }
        return triggers.stream()
                .filter(trigger -> !execution.outside().isRefused()
                        || !REFUSING.contains(trigger.event().value()))
                .filter(trigger -> !trigger.is(DISPATCH) || execution.outside().isOfPayload())
                .filter(trigger ->
                        execution.outside().isFilledBy(trigger.event().value()))
                .filter(trigger -> conditions.stream()
                        .allMatch(condition ->
                                CallPath.mayHold(condition, trigger.event().value())))
                .toList();
    }

    /** Whether a step before the checkout refuses some, or before what runs the code, where the checkout runs whatever happens. */
    private static boolean refusesBefore(OutsideCode.Execution execution, NormalJob job) {
        Step checkout = execution.outside().step().step();
        return Guard.refusesBefore(checkout, job)
                || (Guard.runsWhatever(checkout)
                        && Guard.refusesBefore(execution.step().step(), job));
    }

    /**
     * Whether something on the way refuses some of those who send the event, or they need rights to. A check of rights may still be of
     * another commit than the one that is checked out.
     */
    private static boolean refuses(
            OutsideCode.Execution execution, CallPath way, List<Trigger> triggers, WorkflowContext in) {
        List<Optional<Condition>> ofJobs = new ArrayList<>();
        ofJobs.add(in.job().orElseThrow().condition());
        boolean isBehind =
                Guard.refusesBefore(in.job().orElseThrow(), in.workflow().orElseThrow(), in.definitions());
        for (CallPath.Call call : way.calls()) {
            ofJobs.add(call.condition());
            isBehind |= call.job().isPresent()
                    && call.caller().definition() instanceof Workflow caller
                    && Guard.refusesBefore(call.job().get(), caller, in.definitions());
        }
        List<Optional<Condition>> all = new ArrayList<>(ofJobs);
        all.add(execution.step().step().condition());
        all.add(execution.outside().step().step().condition());
        // The very commit that a label was given to.
        boolean isLabelled = execution.outside().isOfOneCommit()
                && triggers.stream().allMatch(trigger -> Guard.keepsLabelled(trigger, all));
        return isBehind
                || isLabelled
                || all.stream().anyMatch(condition -> Guard.keepsMembers(condition, names(triggers)))
                || ofJobs.stream().anyMatch(Guard::keepsBots)
                || in.normalJob().filter(job -> refusesBefore(execution, job)).isPresent()
                || (triggers.stream().allMatch(trigger -> trigger.is(DISPATCH))
                        && openly(triggers, in).isEmpty());
    }

    private static List<String> names(List<Trigger> triggers) {
        return triggers.stream().map(trigger -> trigger.event().value()).toList();
    }

    /** Where what only people with rights can send is sent for whoever comments; empty where it is not. */
    private static Optional<Location> openly(List<Trigger> triggers, WorkflowContext in) {
        Optional<Location> sent = Optional.empty();
        for (Trigger trigger : triggers) {
            sent = sent.isEmpty() && trigger.is(DISPATCH) ? OpenDispatches.of(trigger, in.definitions()) : sent;
        }
        return sent;
    }

    private Finding.Builder finding(
            OutsideCode.Execution execution, CallPath way, List<Trigger> triggers, WorkflowContext in) {
        String event = triggers.get(0).event().value();
        boolean weak = !in.isPrivileged() && in.permissions().isPresent();
        boolean isOwn = execution.outside().isOwn();
        boolean refuses = refuses(execution, way, triggers, in);
        // Whether its rules ask for a review stands in the repository's settings. A branch may have moved since the
        // review.
        boolean approved = execution.outside().isOfOneCommit()
                && Approvals.before(in.job().orElseThrow(), way, in.definitions())
                        .isPresent();
        Optional<YamlScalar> unseen = GuardsElsewhere.before(in.job().orElseThrow(), way, in.definitions());
        boolean isUnsure = isOwn || approved || unseen.isPresent();
        Finding.Builder finding = at(execution.place())
                .severity(refuses ? Severity.LOW : weak || isUnsure ? Severity.MEDIUM : info().severity())
                .confidence(
                        refuses || isUnsure
                                ? Confidence.LOW
                                : execution.outside().isSure() ? Confidence.HIGH : Confidence.MEDIUM)
                .exposure(Exposure.ANYONE)
                .message("'" + execution.text() + "' runs code that was checked out from a pull request, in a run of '"
                        + event + "', which has the repository's rights"
                        + (isOwn ? "; by its name alone it is a branch of this repository, and no fork's" : "")
                        + (approved ? "; only rules of the job's environment may hold it back" : "")
                        + (unseen.isPresent()
                                ? "; whether '" + unseen.get().value() + "' refuses outsiders first was not looked at"
                                : ""))
                .remedy(
                        "Build pull requests under 'pull_request', or check out the outsider's code into a separate directory"
                                + " and run nothing from it")
                .subject(in.job().orElseThrow().id().value() + " " + execution.text());
        Outside outside = execution.outside();
        openly(triggers, in).ifPresent(finding::way);
        finding.way(way.entry().at(triggers.get(0).span()).labelled("starts the run"));
        finding.way(outside.place().labelled("checks out the code"));
        outside.copied().ifPresent(finding::way);
        // The step's frame was put under this way, so it tells the calls of both.
        return execution.step().explain(finding);
    }
}
