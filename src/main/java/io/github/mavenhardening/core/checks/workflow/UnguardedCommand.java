package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.CommentCommand;
import io.github.mavenhardening.core.workflow.checkout.CommentCommand.Gate;
import io.github.mavenhardening.core.workflow.step.Agent;
import io.github.mavenhardening.core.workflow.step.Agents;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds jobs with the repository's rights that anyone starts by commenting a word. */
@AutoService(Check.class)
@CheckInfo(
        id = "unguarded-command",
        title = "Anyone can start a job with the repository's rights by a comment",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#issue_comment",
            "https://docs.github.com/en/graphql/reference/enums#commentauthorassociation",
            "https://cwe.mitre.org/data/definitions/285.html"
        })
public final class UnguardedCommand implements WorkflowCheck {

    private static final String SECRETS = "secrets";

    /** What whoever comments may do much of without a run: talk, and set labels by it. */
    private static final Set<String> SMALL = Set.of("issues", "pull-requests", "discussions");

    /** Functions by which a step runs though one before it failed. */
    private static final Pattern AFTER_FAILURE = Pattern.compile("\\b(?:always|failure|cancelled)\\s{0,5}\\(");

    /** The jobs that one condition starts, and have rights. */
    private static final class Started {
        private final List<Job> jobs = new ArrayList<>();
        private Optional<Job> first = Optional.empty();
        private String rights = "";
        private Optional<String> elsewhere = Optional.empty();
        private boolean areGuarded = true;
        private boolean askContribution = true;
        private boolean areReviews = true;

        /** Secrets are worth more than a token, and a job that is known not to ask more than one that may. */
        private boolean isLessThan(String otherRights, Optional<String> otherElsewhere) {
            boolean hasSecrets = rights.equals(SECRETS);
            boolean otherHasSecrets = otherRights.equals(SECRETS);
            return first.isEmpty()
                    || (otherHasSecrets && !hasSecrets)
                    || (otherHasSecrets == hasSecrets && elsewhere.isPresent() && otherElsewhere.isEmpty());
        }
    }

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        IdentityHashMap<Gate, Started> byGate = new IdentityHashMap<>();
        List<Gate> gates = new ArrayList<>();
        for (CommentCommand command : CommentCommand.of(workflow, in.definitions())) {
            Job job = command.job();
            Gate gate = command.gate();
            Optional<String> rights = rights(in.in(job));
            if (rights.isPresent() && !isKeptByAgent(job, in.in(job))) {
                if (byGate.putIfAbsent(gate, new Started()) == null) {
                    gates.add(gate);
                }
                Started started = byGate.get(gate);
                started.jobs.add(job);
                if (started.isLessThan(rights.get(), command.elsewhere())) {
                    started.first = Optional.of(job);
                    started.rights = rights.get();
                    started.elsewhere = command.elsewhere();
                }
                started.askContribution &= command.asksContribution();
                started.areReviews &= command.isReview();
                started.areGuarded &=
                        job instanceof NormalJob normal && normal.environment().isPresent();
            }
        }
        for (Gate gate : gates) {
            report(gate, byGate.get(gate), in);
        }
    }

    /**
     * Whether an agent that starts for nobody without the right to write stands before all that the job has: it fails for others, and
     * the scripts before it have neither a secret nor a token that is worth something.
     */
    private static boolean isKeptByAgent(Job job, WorkflowContext in) {
        List<Step> steps = job instanceof NormalJob normal ? normal.liveSteps() : List.of();
        boolean isKept = false;
        boolean hasScript = false;
        for (Step step : steps) {
            boolean hasSecret = SecretUse.isIn(step);
            if (isKept && (hasSecret || step.run().isPresent()) && runsAfterFailure(step)) {
                return false;
            }
            if (!isKept && step.run().isPresent()) {
                hasScript = true;
                if (hasSecret) {
                    return false;
                }
            }
            isKept |= Agents.of(step).filter(Agent::asks).isPresent();
        }
        return isKept && !(hasScript && (hasSecrets(job) || tokenRights(in).isPresent()));
    }

    /** Whether the variables of a job, which all its steps have, hold secrets. */
    private static boolean hasSecrets(Job job) {
        return job instanceof NormalJob normal && normal.env().anyContains("secrets.");
    }

    private static boolean runsAfterFailure(Step step) {
        String condition = step.condition().map(when -> when.scalar().value()).orElse("");
        return AFTER_FAILURE.matcher(condition).find();
    }

    private void report(Gate gate, Started started, WorkflowContext in) {
        Job job = started.first.orElseThrow();
        Optional<String> elsewhere = started.elsewhere;
        Finding.Builder finding = at(in.at(gate.place().span()))
                .severity(
                        started.areGuarded || started.askContribution || started.areReviews
                                ? Severity.LOW
                                : info().severity())
                .confidence(started.areGuarded || elsewhere.isPresent() ? Confidence.LOW : Confidence.MEDIUM)
                .exposure(Exposure.ANYONE)
                .message((started.askContribution
                                ? "Anyone of whom a change was merged or proposed"
                                : started.areReviews
                                        ? "Anyone who may review a pull request of the repository's branches"
                                        : "Anyone who may comment")
                        + " can start the job '" + job.id().value() + "', which has "
                        + started.rights + ": " + gate.what()
                        + " asks what the comment says, and nothing "
                        + (started.askContribution
                                ? "asks for a right in the repository"
                                : elsewhere.isPresent()
                                        ? "here asks who wrote it; whether '" + elsewhere.get()
                                                + "' does was not looked at"
                                        : "asks who wrote it"))
                .remedy("Let the condition ask for 'github.event.comment.author_association', or ask the forge for the"
                        + " commenter's permission in a step that fails")
                .subject(job.id().value());
        for (Job each : started.jobs) {
            finding.related(in.at(each.id().span()).labelled("has the rights"));
        }
        in.in(job).report(finding);
    }

    /** What is worth starting the job for, in words. */
    private static Optional<String> rights(WorkflowContext in) {
        if (in.hasSecrets()) {
            return Optional.of(SECRETS);
        }
        return tokenRights(in);
    }

    private static Optional<String> tokenRights(WorkflowContext in) {
        Optional<Permissions> permissions = in.permissions();
        if (permissions.isEmpty()) {
            return Optional.empty();
        }
        if (permissions.get().base() == Permissions.Base.WRITE_ALL) {
            return Optional.of("a token that may write everything");
        }
        for (Permissions.Grant grant : permissions.get().grants()) {
            if (grant.isWrite() && !SMALL.contains(grant.name().value())) {
                return Optional.of("a token with '" + grant.name().value() + ": write'");
            }
        }
        return Optional.empty();
    }
}
