package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.ActionVersion;
import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.GitRef;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.References;
import io.github.mavenhardening.core.workflow.step.GivenRunners;
import io.github.mavenhardening.core.workflow.step.PlatformChanges;
import io.github.mavenhardening.core.workflow.step.PlatformChanges.Change;
import io.github.mavenhardening.core.workflow.step.RunnerLabels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what GitHub no longer runs, or will not from a day on that it has named. */
@AutoService(Check.class)
@CheckInfo(
        id = "platform-change",
        title = "GitHub stops what a workflow needs",
        severity = Severity.HIGH,
        options = PlatformChange.Platform.class,
        sources = {
            "https://github.com/actions/runner-images/issues?q=label%3AAnnouncement",
            "https://github.blog/changelog/2025-09-19-deprecation-of-node-20-on-github-actions-runners/",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations",
            "https://docs.github.com/en/actions/concepts/security/workflow-dependency-lockfiles"
        })
public final class PlatformChange implements WorkflowCheck {

    record Platform(
            @Option(
                    value =
                            "Whether pull_request_target goes on: because the repository is private, or a workflow execution"
                                    + " policy allows the event",
                    example = "true")
            Optional<Boolean> pullRequestTarget) {}

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        runners(workflow, in);
        List<Step> steps = new ArrayList<>();
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob normal) {
                steps.addAll(normal.liveSteps());
            }
        }
        versions(steps, in);
        // With the forge's settings at hand, a check of its own knows more.
        if (in.options(Platform.class).pullRequestTarget().orElse(false)
                || ForgeView.ofGitHub(this, in.run()).isPresent()) {
            return;
        }
        for (Trigger trigger : workflow.triggers()) {
            Optional<Change> change = PlatformChanges.ofEvent(trigger.event().value());
            if (change.isPresent()) {
                String name = trigger.event().value();
                in.report(dated(change.get(), trigger.event().span(), in)
                        .confidence(Confidence.LOW)
                        .message("In a public repository GitHub " + (isPast(change.get(), in) ? "blocks" : "will block")
                                + " '"
                                + name + "' "
                                + from(change.get(), in) + ", unless a workflow execution policy allows the event")
                        .remedy("Use pull_request, or add a policy and say so with the option 'pull-request-target'")
                        .subject(name));
            }
        }
    }

    /** One finding a label, whatever the number of jobs: they are moved to another image together. */
    private void runners(Workflow workflow, WorkflowContext in) {
        Map<String, List<RunnerLabels.Label>> retired = new LinkedHashMap<>();
        for (Job job : workflow.liveJobs()) {
            Set<String> ofJob = new HashSet<>();
            for (RunnerLabels.Label label : hosted(job, in)) {
                String name = label.text().toLowerCase(Locale.ROOT);
                if (PlatformChanges.ofRunner(name).isPresent() && ofJob.add(name)) {
                    retired.computeIfAbsent(name, any -> new ArrayList<>()).add(label);
                }
            }
        }
        for (Map.Entry<String, List<RunnerLabels.Label>> found : retired.entrySet()) {
            List<RunnerLabels.Label> labels = found.getValue();
            RunnerLabels.Label first = labels.get(0);
            Change change = PlatformChanges.ofRunner(found.getKey()).orElseThrow();
            Finding.Builder finding = dated(change, first.place(), in)
                    .message("GitHub has no runner '" + first.text() + "' " + from(change, in) + ": "
                            + fail(labels.size(), "job", change, in))
                    .remedy("Use a label of a later image, such as '" + later(found.getKey()) + "'")
                    .subject(found.getKey());
            for (RunnerLabels.Label other : labels.subList(1, labels.size())) {
                finding.related(in.at(other.place()).labelled("as well"));
            }
            in.report(finding);
        }
    }

    /** A label of the image that stands for a retired one. */
    private static String later(String label) {
        String system = label.substring(0, label.indexOf('-'));
        String kind = label.substring(Math.max(0, label.lastIndexOf('-')));
        String image = system.equals("ubuntu") ? "-24.04" : system.equals("windows") ? "-2025" : "-15";
        return system + image + (Set.of("-arm", "-large", "-xlarge").contains(kind) ? kind : "");
    }

    /** The labels of a job, or those that it gives to jobs that it calls; none where its runner is one's own, which GitHub has no part in. */
    private static List<RunnerLabels.Label> hosted(Job job, WorkflowContext in) {
        List<RunnerLabels.Label> labels = new ArrayList<>();
        if (job instanceof NormalJob normal) {
            labels.addAll(RunnerLabels.of(normal));
            labels.addAll(GivenRunners.ofDefaults(normal, in.workflow().orElseThrow()));
        } else if (job instanceof ReusableWorkflowCall call) {
            labels.addAll(GivenRunners.of(call, in.definitions()));
        }
        for (RunnerLabels.Label label : labels) {
            if (label.text().equalsIgnoreCase("self-hosted")) {
                return List.of();
            }
        }
        return labels;
    }

    /** One finding a reference, whatever the number of steps. */
    private void versions(List<Step> steps, WorkflowContext in) {
        Map<String, List<UsesReference>> refused = new LinkedHashMap<>();
        for (Step step : steps) {
            Optional<Change> change = change(step);
            if (change.isPresent()
                    && change.get()
                            .refuses(ActionVersion.numbers(step, in.definition().orElseThrow()))) {
                UsesReference uses = step.uses().orElseThrow().uses();
                refused.computeIfAbsent(uses.text(), any -> new ArrayList<>()).add(uses);
            }
        }
        for (List<UsesReference> uses : refused.values()) {
            Uses.Repository repository = uses.get(0).repository().orElseThrow();
            Change change = PlatformChanges.ofAction(repository.target()).orElseThrow();
            // Of a commit a comment alone tells the version, and comments stay behind when commits are changed.
            boolean isCommented = repository.ref().filter(GitRef::isCommit).isPresent();
            Finding.Builder finding = dated(change, uses.get(0).span(), in)
                    .confidence(isCommented ? Confidence.MEDIUM : Confidence.HIGH)
                    .message("GitHub refuses '" + repository.target() + "' before version "
                            + String.join(" and ", change.firsts()) + " " + from(change, in) + ": "
                            + fail(uses.size(), "step", change, in)
                            + (isCommented ? ", if its comment names its version" : ""))
                    .remedy("Use version " + change.firsts().get(0) + " or later")
                    .subject(uses.get(0).text());
            for (UsesReference other : uses.subList(1, uses.size())) {
                finding.related(in.at(other.span()).labelled("as well"));
            }
            in.report(finding);
        }
    }

    private static Optional<Change> change(Step step) {
        Optional<Uses.Repository> repository = step.repository();
        return repository.isPresent()
                ? PlatformChanges.ofAction(repository.get().target())
                : Optional.empty();
    }

    private static String fail(int number, String what, Change change, WorkflowContext in) {
        String who = number == 1 ? "the " + what : number + " " + what + "s";
        return who + (!isPast(change, in) ? " will fail" : number == 1 ? " fails" : " fail");
    }

    @Override
    public void action(Action action, WorkflowContext in) {
        versions(action.liveSteps(), in);
        if (!(action.runs() instanceof Action.JavaScript script)) {
            return;
        }
        String name = script.using().lower();
        Optional<Change> change = PlatformChanges.ofRuntime(name);
        if (change.isPresent()) {
            in.report(dated(change.get(), script.using().span(), in)
                    .severity(isPast(change.get(), in) ? Severity.MEDIUM : Severity.LOW)
                    .message("Runners have no '" + name + "' " + from(change.get(), in)
                            + " and run the action with a later version, for which it may not be made")
                    .remedy("Test the action with 'node24' and say so in 'using'")
                    .subject(name));
        }
    }

    @Override
    public void job(Job job, WorkflowContext in) {
        if (!(job instanceof ReusableWorkflowCall call)) {
            return;
        }
        for (CalledRights.Demand demand : CalledRights.beyond(call, in)) {
            in.report(at(in.at(call.uses().span()))
                    .related(demand.place().labelled("asks for it"))
                    .message("'" + demand.place().path() + "' asks for '" + demand.text()
                            + "', which the job does not grant it: GitHub refuses to start the run")
                    .remedy("Grant '" + demand.text() + "' in the job's permissions, or ask for less")
                    .subject(call.id().value() + " " + demand.text()));
        }
    }

    @Override
    public void actionsLock(ActionsLock lock, WorkflowContext in) {
        // Of one that cannot be read nobody knows what it leaves out; the check of its entries reports it.
        if (!lock.isKnownVersion()) {
            return;
        }
        Set<String> locked = new HashSet<>();
        for (ActionsLock.LockedWorkflow workflow : lock.workflows()) {
            locked.add(workflow.path().value());
        }
        for (Workflow workflow : in.definitions().workflows()) {
            if (!locked.contains(workflow.path()) && usesOthers(workflow, in)) {
                in.report(at(in.at(lock.mapping().span()))
                        .severity(Severity.MEDIUM)
                        .message("The lock leaves '" + workflow.path()
                                + "' out, which GitHub does not start where a policy demands the lock")
                        .remedy("Run 'gh actions-lock' and commit what it writes")
                        .subject("left out " + workflow.path()));
            }
        }
    }

    private static boolean usesOthers(Workflow workflow, WorkflowContext in) {
        for (UsesReference reference : References.live(workflow, in.definitions())) {
            if (reference.repository().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Finding.Builder dated(Change change, Span place, WorkflowContext in) {
        return at(in.at(place)).severity(isPast(change, in) ? info().severity() : Severity.MEDIUM);
    }

    private static boolean isPast(Change change, WorkflowContext in) {
        return !in.run().today().isBefore(change.day());
    }

    private static String from(Change change, WorkflowContext in) {
        return (isPast(change, in) ? "since " : "from ") + change.day() + (isPast(change, in) ? "" : " on");
    }
}
