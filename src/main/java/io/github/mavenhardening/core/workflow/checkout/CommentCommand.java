package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A job that runs when somebody comments a word, and that asks nowhere who it is.
 *
 * @param job the job
 * @param gate what looks for the word: a condition of the job or of a step, an action or a script, or one of a job that this one needs
 * @param elsewhere what may ask and is not looked at: a workflow or an action of another repository that does all that the job
 *     does, or a script that is given who commented
 * @param asksContribution whether nobody starts it but those of whom a change was merged or proposed
 * @param isReview whether it must be said in a review, whose run has the repository's rights where its branches are reviewed alone
 */
public record CommentCommand(
        Job job, Gate gate, Optional<String> elsewhere, boolean asksContribution, boolean isReview) {

    /**
     * What looks for the word.
     *
     * @param place the condition, the action or the script
     * @param what what it is, for messages
     */
    public record Gate(YamlScalar place, String what) {

        private static Gate of(Condition condition) {
            return new Gate(condition.scalar(), "the condition");
        }
    }

    static final String EVENT = "issue_comment";
    /** Comments whose runs have the repository's rights, whoever wrote them. */
    private static final List<String> COMMENTS = List.of(EVENT, "discussion_comment");
    /** The same where no fork is reviewed. */
    private static final List<String> REVIEWS = List.of("pull_request_review_comment", "pull_request_review");

    private static final Pattern COMMANDED = Pattern.compile(
            "(?is).*(?:startswith|contains|endswith)\\(\\s{0,9}github\\.event\\.(?:comment|review)\\.body\\s{0,9},.*"
                    + "|.*github\\.event\\.(?:comment|review)\\.body\\s{0,9}==.*");
    /** Words by which anyone takes an issue upon themselves, as is meant. */
    private static final Pattern CLAIM =
            Pattern.compile("(?is).*['\"][/.!@#]{0,2}(?:un)?(?:assign|take|claim|attempt)\\b.*");

    /** Actions and workflows by which a contributor signs an agreement, as everybody is asked to. */
    private static final Pattern SIGNING = Pattern.compile(
            "(?i)(?:.{0,100}/)?(?:[\\w-]{0,60}[-_])?(?:cla|cla-?(?:assistant|bot|check|signing|lite)|contributor-?assistant|contributor-license-agreement)"
                    + "(?:[-_/][\\w./-]{0,60})?(?:\\.ya?ml)?(?:@.{0,100})?");
    /** Actions that do nothing a commenter could want, beside those. */
    private static final Set<String> BESIDE = Set.of(
            "actions/checkout",
            "actions/create-github-app-token",
            "tibdex/github-app-token",
            "step-security/harden-runner");

    /** Actions that look for a word in a comment. */
    private static final Set<String> LOOKING_ACTIONS = Set.of(
            "khan/pull-request-comment-trigger",
            "shanegenschaw/pull-request-comment-trigger",
            "peter-evans/slash-command-dispatch",
            "xt0rted/slash-command-action");

    /** The inputs by which they ask for a right, and the values by which they ask for none that others do not have. */
    private static final List<String> PERMISSION = List.of("permission", "permission-level");

    private static final Set<String> NO_RIGHT = Set.of("none", "read");

    /** Scripts that ask for the rights of who commented. */
    private static final SoughtPattern ASKS = SoughtPattern.of(
            "(?i)author_?association|collaborator|membership|getMembership|/permission|teams?/|/(?:public_)?members/|isMember|is_member"
                    + "|permission.{0,30}(?:check|level|admin|write)|check.{0,20}permission|authori[sz]ed?\\b|maintainers?\\b|allow(?:ed)?.?(?:users|list)"
                    + "|\\bOWNERS\\b|CODEOWNERS",
            "association",
            "collaborator",
            "permission",
            "team",
            "member",
            "authori",
            "maintainer",
            "allow",
            "owners");

    /** The name of who commented, as it is handed to a script. */
    private static final SoughtPattern NAME = SoughtPattern.of(
            "(?i)github\\.(?:actor|triggering_actor|event\\.(?:comment\\.user|sender)\\.login)\\b|\\bGITHUB_(?:TRIGGERING_)?ACTOR\\b",
            "actor",
            ".login");

    /** Actions that ask for it, by what they call themselves. */
    private static final SoughtPattern ASKING_ACTION = SoughtPattern.of(
            "(?i).*(?:permission|authori[sz]|authz|codeowners|membership|collaborator|check-user|verify-user|is-member|team-member|team-memb|actor"
                    + "|slash-command|command-dispatch|allowlist|github/command|org-member|prow|fast-forward).*",
            "permission",
            "auth",
            "codeowners",
            "member",
            "collaborator",
            "user",
            "team",
            "actor",
            "command",
            "allowlist",
            "prow",
            "fast-forward");

    /** Those of a workflow, in the order of its jobs. */
    public static List<CommentCommand> of(Workflow workflow, Definitions definitions) {
        if (!runsOn(COMMENTS, workflow) && !runsOn(REVIEWS, workflow)) {
            return List.of();
        }
        Map<String, Gate> gates = workflow.passedOn(CommentCommand::gate);
        if (gates.isEmpty()) {
            return List.of();
        }
        Set<String> asked = asked(workflow, definitions);
        List<CommentCommand> commands = new ArrayList<>();
        for (Job job : workflow.liveJobs()) {
            Gate gate = gates.get(job.id().lower());
            boolean isComment = mayRun(job, COMMENTS, workflow);
            if (gate != null
                    && !asked.contains(job.id().lower())
                    && !onlySigns(job)
                    && (isComment || mayRun(job, REVIEWS, workflow))) {
                commands.add(new CommentCommand(
                        job, gate, elsewhere(job, workflow, definitions), asksContribution(job), !isComment));
            }
        }
        return commands;
    }

    private static boolean runsOn(List<String> events, Workflow workflow) {
        return events.stream().anyMatch(workflow::runsOn);
    }

    private static boolean mayRun(Job job, List<String> events, Workflow workflow) {
        boolean may = false;
        for (String event : events) {
            may |= workflow.runsOn(event) && CallPath.mayHold(job.condition(), event);
        }
        return may;
    }

    /** The ids of the jobs that look at who commented, or wait for one that does. */
    private static Set<String> asked(Workflow workflow, Definitions definitions) {
        return definitions.known(
                CommentCommand.class,
                workflow,
                () -> workflow.passedOn(
                                job -> asksWho(job, workflow, definitions) ? Optional.of(true) : Optional.empty())
                        .keySet());
    }

    /** Whether a job, one that it waits for, or one that a job on its way waits for looks at who commented. */
    public static boolean asksBefore(Job job, CallPath way, Definitions definitions) {
        boolean asks = way.definition() instanceof Workflow own
                && asked(own, definitions).contains(job.id().lower());
        for (CallPath.Call call : way.calls()) {
            asks |= call.job().isPresent()
                    && call.caller().definition() instanceof Workflow caller
                    && asked(caller, definitions).contains(call.job().get().id().lower());
        }
        return asks;
    }

    private static Optional<Gate> gate(Job job) {
        if (isGate(job.condition())) {
            return job.condition().map(Gate::of);
        }
        Optional<YamlScalar> script = Optional.empty();
        if (job instanceof NormalJob normal) {
            for (Step step : normal.liveSteps()) {
                if (isGate(step.condition())) {
                    return step.condition().map(Gate::of);
                }
                if (LOOKING_ACTIONS.stream().anyMatch(step::usesAction)) {
                    return step.uses().map(action -> new Gate(action.uses().scalar(), "the action"));
                }
                script = script.isPresent() ? script : ScriptedCommand.of(step);
            }
        }
        return script.isPresent() ? Optional.of(new Gate(script.get(), "the script")) : Optional.empty();
    }

    private static boolean isGate(Optional<Condition> condition) {
        return condition.isPresent()
                && COMMANDED.matcher(condition.get().scalar().value()).matches()
                && !CLAIM.matcher(condition.get().scalar().value()).matches();
    }

    /** Whether all that a job does is to take a contributor's signature. */
    private static boolean onlySigns(Job job) {
        if (job instanceof ReusableWorkflowCall call) {
            return SIGNING.matcher(call.uses().text()).matches();
        }
        boolean signs = false;
        if (job instanceof NormalJob normal) {
            for (Step step : normal.liveSteps()) {
                String uses = step.uses().isPresent() ? step.uses().get().uses().text() : "";
                if (SIGNING.matcher(uses).matches()) {
                    signs = true;
                } else if (uses.isEmpty() || BESIDE.stream().noneMatch(step::usesAction)) {
                    return false;
                }
            }
        }
        return signs;
    }

    /** Whether a job, one of its steps or the workflow that it calls looks at who commented. */
    private static boolean asksWho(Job job, Workflow workflow, Definitions definitions) {
        if (isWho(job.condition())) {
            return true;
        }
        if (job instanceof NormalJob normal) {
            return asksWho(JobSteps.of(normal, workflow, definitions));
        }
        Optional<Workflow> called =
                job instanceof ReusableWorkflowCall call ? definitions.called(call) : Optional.empty();
        if (called.isPresent()) {
            for (Job inner : called.get().liveJobs()) {
                if (isWho(inner.condition())
                        || (inner instanceof NormalJob normal
                                && asksWho(JobSteps.of(normal, called.get(), definitions)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean asksWho(List<ReachedStep> steps) {
        for (ReachedStep reached : steps) {
            Step step = reached.step();
            boolean isAction = step.uses().isPresent()
                    && ASKING_ACTION.isWhole(step.uses().get().uses().text());
            if ((isAction && !asksForNoRight(step)) || isWho(step.condition()) || asks(step.script())) {
                return true;
            }
            for (NamedValues.Binding variable : step.env().all()) {
                if (asks(variable.scalar())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean asksForNoRight(Step step) {
        for (String input : PERMISSION) {
            Optional<YamlScalar> given = step.input(input);
            if (given.isPresent() && NO_RIGHT.contains(given.get().value())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> elsewhere(Job job, Workflow workflow, Definitions definitions) {
        if (job instanceof ReusableWorkflowCall call) {
            return call.uses().repository().map(Uses.Repository::target);
        }
        Optional<String> action = Optional.empty();
        boolean isAll = true;
        for (ReachedStep reached : JobSteps.of((NormalJob) job, workflow, definitions)) {
            Step step = reached.step();
            Optional<String> script = isGivenWho(reached) ? script(reached) : Optional.empty();
            if (script.isPresent()) {
                return script;
            }
            isAll &= step.repository().isPresent() && step.script().isEmpty() && !asksForNoRight(step);
            if (isAll && BESIDE.stream().noneMatch(step::usesAction)) {
                isAll = action.isEmpty();
                action = Optional.of(step.repository().orElseThrow().target());
            }
        }
        return isAll ? action : Optional.empty();
    }

    private static boolean isGivenWho(ReachedStep reached) {
        for (NamedValues.Binding variable : reached.step().env().all()) {
            if (namesWho(variable.scalar())) {
                return true;
            }
        }
        return namesWho(reached.step().script());
    }

    private static boolean namesWho(Optional<YamlScalar> text) {
        return text.isPresent() && NAME.isIn(text.get().value());
    }

    /** The script of the project that a step runs. */
    private static Optional<String> script(ReachedStep reached) {
        for (ShellCommand command : reached.commands()) {
            Optional<String> path = CodeExecution.of(command, "", folder -> false, folder -> false);
            if (path.isPresent()) {
                return path.get().isEmpty() ? Optional.of(command.name()) : path;
            }
        }
        return Optional.empty();
    }

    private static boolean isWho(Optional<Condition> condition) {
        return CommenterCondition.of(condition) == CommenterCondition.RIGHTS;
    }

    /** Whether a condition of a job or of one of its steps lets none through but those of whom a change was merged or proposed. */
    private static boolean asksContribution(Job job) {
        boolean asks = CommenterCondition.of(job.condition()) == CommenterCondition.CONTRIBUTED;
        if (job instanceof NormalJob normal) {
            for (Step step : normal.liveSteps()) {
                asks |= CommenterCondition.of(step.condition()) == CommenterCondition.CONTRIBUTED;
            }
        }
        return asks;
    }

    private static boolean asks(Optional<YamlScalar> text) {
        return text.isPresent() && ASKS.isIn(text.get().value());
    }
}
