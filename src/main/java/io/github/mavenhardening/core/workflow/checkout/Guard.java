package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.RunAssumption;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.SkippedJobs;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guards: conditions that keep outsiders' code out. */
public final class Guard {

    /** Where the code comes from. */
    private static final String ORIGIN =
            "github\\.event\\.(?:pull_request\\.head\\.(?:repo\\.(?:full_name|owner\\.login|id)|user\\.login)"
                    + "|workflow_run\\.head_repository\\.(?:full_name|owner\\.login|id))";
    /** The repository itself, or its owner. */
    private static final String OWN = "(?:github\\.(?:repository|repository_owner|repository_id"
            + "|event\\.(?:pull_request\\.base\\.repo|repository)\\.(?:full_name|owner\\.login|id))|'[\\w.-]{1,100}(?:/[\\w.-]{1,100})?')";

    private static final String FORK =
            "github\\.event\\.(?:pull_request\\.head\\.repo|workflow_run\\.head_repository)\\.fork";

    /** Comparisons that hold for all code but the repository's own. */
    private static final Pattern OTHER_CODE =
            Pattern.compile(ORIGIN + "!=" + OWN + "|" + OWN + "!=" + ORIGIN + "|" + FORK + "(?:==true|!=false)?");

    /** Comparisons under which the code is the repository's own: of its branches, merged, or not of a pull request. */
    private static final Pattern OWN_CODE = Pattern.compile(ORIGIN + "==" + OWN + "|" + OWN + "==" + ORIGIN
            + "|!" + FORK + "|" + FORK + "(?:==false|!=true)"
            + "|github\\.event\\.workflow_run\\.event(=='(push|release|schedule|workflow_dispatch)'|!='pull_request')");

    /** A comparison under which the code is the repository's own by now, and the names and texts are still the outsider's. */
    private static final Pattern MERGED = Pattern.compile("github\\.event\\.pull_request\\.merged(==true)?");

    private static final String BOT = "'[\\w-]{1,100}\\[bot\\]'";
    private static final String AUTHOR = "github\\.event\\.(?:pull_request|issue|comment)\\.user\\.login";
    private static final Pattern OF_BOT = Pattern.compile(AUTHOR + "==" + BOT + "|" + BOT + "==" + AUTHOR);

    private static final String ASSOCIATION = "[\\w.]{0,200}author_association";
    private static final String ROLE = "(owner|member|collaborator)";
    /** A person's name; those of bots end in what no person's can. */
    private static final String NAME = "'[\\w-]{1,39}'";

    private static final String SENDER =
            "github\\.(?:actor|triggering_actor|event\\.(?:sender|\\w{1,40}\\.user)\\.login)";
    /** Somebody whom the condition names, alone or in a list. */
    private static final String PERSON = SENDER + "==(?:" + NAME + "|github\\.repository_owner)|(?:" + NAME
            + "|github\\.repository_owner)==" + SENDER
            + "|contains\\(fromjson\\('\\[(?:\"[\\w-]{1,39}\",?){1,50}\\]'\\),"
            + SENDER + "\\)";
    /** One of the associations that come with rights in the repository, alone or in a list, or a person by name. */
    private static final String MEMBER = "(" + PERSON + "|" + ASSOCIATION + "=='" + ROLE
            + "'|contains\\((fromjson\\()?'\\[?(\"?" + ROLE + "\"?,?){1,9}\\]?'\\)?," + ASSOCIATION + "\\))";

    private static final Pattern MEMBERS =
            Pattern.compile("\\(?" + MEMBER + "(\\|\\|" + MEMBER + "){0,9}\\)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern OBJECT =
            Pattern.compile("(\\w{1,100})\\.(?:author_association|user\\.login)", Pattern.CASE_INSENSITIVE);

    /** Events that no outsider sets off. */
    private static final Set<String> OF_INSIDERS =
            Set.of("push", "schedule", "release", "workflow_dispatch", "merge_group");

    /** By event, what is commented or reviewed, whose author sent another event. */
    private static final Map<String, String> COMMENTED = Map.of(
            "issue_comment", "issue",
            "discussion_comment", "discussion",
            "pull_request_review", "pull_request",
            "pull_request_review_comment", "pull_request");

    /**
     * A comparison of an output of a job or step with a word for yes, for a role that may write, or, of one that tells of forks, with one
     * for no. The output alone holds for the word {@code false}, too.
     */
    private static final Pattern ALLOWED = Pattern.compile("(needs|steps)\\.([\\w-]{1,100})\\.outputs\\.([\\w-]{1,100})"
            + "(?:=='(?i:true|yes|1|allowed|authorized|admin|maintain|write)'"
            + "|(?<=(?i:fork)[\\w-]{0,20})(?:=='(?i:false|no|0)'|!='(?i:true|yes|1)'))");

    /** The same of a step that fails for some without failing the job. */
    private static final Pattern SUCCEEDED = Pattern.compile("steps\\.([\\w-]{1,100})\\.outcome=='success'");

    /** A comparison of the label that was just given. */
    private static final Pattern LABEL = Pattern.compile(
            "github\\.event\\.label\\.name=='[^']{1,100}'|'[^']{1,100}'==github\\.event\\.label\\.name");

    private static final Pattern STEP_OUTPUT = Pattern.compile("steps\\.([\\w-]{1,100})\\.outputs\\.");

    private Guard() {}

    /** Whether a job that another one waits for may refuse some of those who sent the event. */
    public static boolean refusesBefore(Job job, Workflow workflow, Definitions definitions) {
        Set<String> behind = definitions.known(
                Guard.class,
                workflow,
                () -> SkippedJobs.after(
                        workflow,
                        other -> (other instanceof NormalJob normal && mayRefuse(normal))
                                || keepsMembers(other.condition())
                                || keepsBots(other.condition())
                                || isAllowed(other, workflow)));
        return behind.contains(job.id().value()) || isAllowed(job, workflow);
    }

    /** Whether a job runs only where a job before it says so, by an output of a step that asks for rights. */
    public static boolean isAllowed(Job job, Workflow workflow) {
        return ConditionTerms.demand(job.condition(), term -> {
            Matcher output = ALLOWED.matcher(term);
            return output.matches() && output.group(1).equals("needs") && isAnswer(output, workflow);
        });
    }

    private static boolean isAnswer(Matcher output, Workflow workflow) {
        for (Job job : workflow.jobs()) {
            if (job instanceof NormalJob needed && needed.id().value().equals(output.group(2))) {
                String given = needed.outputs().text(output.group(3)).orElse("");
                Matcher ofStep = STEP_OUTPUT.matcher(given);
                return ofStep.find() && asks(ofStep.group(1), needed);
            }
        }
        return false;
    }

    /** Whether the step of that id asks for the rights of who sent the event, or for where its code comes from. */
    private static boolean asks(String id, NormalJob job) {
        for (Step step : job.liveSteps()) {
            if (step.id().isPresent() && step.id().get().value().equals(id)) {
                return RightsCheck.asks(step) || RightsCheck.asksOrigin(step);
            }
        }
        return false;
    }

    private static boolean mayRefuse(NormalJob job) {
        if (!RightsCheck.mayFail(job.mapping())) {
            return false;
        }
        for (Step step : job.liveSteps()) {
            if (RightsCheck.mayRefuse(step, job)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a step of a job asks for the rights of who sent the event, and fails for some. */
    public static boolean refuses(Step step, NormalJob job) {
        return step.condition().isEmpty() && RightsCheck.mayRefuse(step, job);
    }

    /** Whether jobs that need a job do not run where one of its steps fails. */
    public static boolean stopsOthers(NormalJob job) {
        return RightsCheck.mayFail(job.mapping());
    }

    /** Whether a step of a job that runs before another one, whenever that one does, {@linkplain #refuses refuses} some. */
    @SuppressWarnings("ReferenceEquality") // Another step may say the same.
    public static boolean refusesBefore(Step other, NormalJob job) {
        boolean runs = runsWhatever(other);
        for (Step step : job.liveSteps()) {
            if (runs || step == other) {
                break;
            }
            if ((step.condition().isEmpty() || sayTheSame(step.condition(), other.condition()))
                    && RightsCheck.mayRefuse(step, job)) {
                return true;
            }
        }
        return isAllowed(other, job);
    }

    /** Whether a step runs where one before it failed, too. */
    public static boolean runsWhatever(Step step) {
        return SkippedJobs.runsWhatever(step.condition());
    }

    /** Whether a step runs only where a step before it says so, which asks for rights. */
    public static boolean isAllowed(Step step, NormalJob job) {
        return ConditionTerms.demand(step.condition(), term -> {
            Matcher output = ALLOWED.matcher(term);
            Matcher outcome = SUCCEEDED.matcher(term);
            return (output.matches() && output.group(1).equals("steps") && asks(output.group(2), job))
                    || (outcome.matches() && asks(outcome.group(1), job));
        });
    }

    private static boolean sayTheSame(Optional<Condition> one, Optional<Condition> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().scalar().value().equals(other.get().scalar().value());
    }

    /** Whether it lets nothing through but the repository's own code. */
    public static boolean keepsOwn(Optional<Condition> condition) {
        return keepsOwnTexts(condition) || keepsMerged(condition);
    }

    /** Whether it lets nothing through but what people word who may write to the repository. */
    public static boolean keepsOwnTexts(Optional<Condition> condition) {
        return ConditionTerms.demand(condition, OWN_CODE.asMatchPredicate());
    }

    /** Whether a test within a text holds for the repository's own code alone. */
    public static boolean isOfOwnCode(Expression test, String text) {
        return OWN_CODE.matcher(ConditionTerms.term(test, text)).matches();
    }

    /** Whether it lets nothing through but what somebody merged who may write to the repository. */
    public static boolean keepsMerged(Optional<Condition> condition) {
        return ConditionTerms.demand(condition, MERGED.asMatchPredicate());
    }

    /** Whether a job runs for nothing but the repository's own code, by its condition or by that of a job which it waits for. */
    public static boolean keepsOwn(Job job, Workflow workflow, Definitions definitions) {
        if (keepsOwn(job.condition())) {
            return true;
        }
        if (job.needs().isEmpty()) {
            return false;
        }
        Optional<Set<String>> known = definitions.known(OwnCode.class, workflow);
        Set<String> behind = known.isPresent()
                ? known.get()
                : definitions.keep(
                        OwnCode.class,
                        workflow,
                        SkippedJobs.after(workflow, other -> keepsOwn(other.condition()) || refusesOthers(other)));
        return behind.contains(job.id().value());
    }

    private static boolean refusesOthers(Job job) {
        if (!(job instanceof NormalJob normal) || !RightsCheck.mayFail(job.mapping())) {
            return false;
        }
        for (Step step : normal.liveSteps()) {
            if (refusesOthers(step)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a step fails for all code but the repository's own. */
    private static boolean refusesOthers(Step step) {
        return step.condition().isPresent()
                && RightsCheck.fails(step)
                && ConditionTerms.allow(step.condition().get(), OTHER_CODE.asMatchPredicate());
    }

    /** The steps of a job that run for nothing but the repository's own code, as a step before them fails for other code. */
    public static Set<Step> behindRefusal(NormalJob job) {
        Set<Step> behind = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean refused = false;
        for (Step step : job.liveSteps()) {
            if (refused && !SkippedJobs.runsWhatever(step.condition())) {
                behind.add(step);
            }
            refused |= refusesOthers(step);
        }
        return behind;
    }

    /** What is kept of a workflow: the jobs that wait for one which runs for the repository's own code. */
    private static final class OwnCode {}

    /**
     * Whether it lets nothing through but changes of people with rights in the repository, or such as those people start a run
     * for.
     */
    public static boolean keepsMembers(Optional<Condition> condition) {
        return ConditionTerms.demand(condition, MEMBERS.asMatchPredicate());
    }

    /**
     * Whether it lets nothing through but what was sent by people with rights in the repository: it asks for who sent that, not
     * for who wrote what is commented. A condition may ask for another in runs of each event.
     *
     * @param events the names of those that start the run
     */
    public static boolean keepsSenders(Optional<Condition> condition, Collection<String> events) {
        return keeps(condition, events, (term, sent) -> MEMBERS.matcher(term).matches() && !asksForOther(term, sent));
    }

    /**
     * The same of changes of people with rights in the repository, or such as those people start a run for.
     *
     * @param events the names of those that start the run
     */
    public static boolean keepsMembers(Optional<Condition> condition, Collection<String> events) {
        return keeps(condition, events, (term, sent) -> MEMBERS.matcher(term).matches());
    }

    private static boolean keeps(
            Optional<Condition> condition, Collection<String> events, BiPredicate<String, Collection<String>> keeping) {
        if (ConditionTerms.demand(condition, term -> keeping.test(term, events))) {
            return true;
        }
        boolean any = false;
        for (String event : events) {
            RunAssumption run = new RunAssumption(event, false);
            if (!OF_INSIDERS.contains(event) && CallPath.mayHold(condition, event)) {
                any = true;
                if (!ConditionTerms.demand(
                        condition,
                        term -> keeping.test(term, List.of(event)),
                        other -> run.valueOf(other)
                                .filter(value -> !value.isTruthy())
                                .isPresent())) {
                    return false;
                }
            }
        }
        return any;
    }

    private static boolean asksForOther(String term, Collection<String> events) {
        Matcher object = OBJECT.matcher(term);
        while (object.find()) {
            for (String event : events) {
                if (COMMENTED.getOrDefault(event, "").equals(object.group(1).toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it lets nothing through in runs of that event but a certain label being given. */
    private static boolean keepsLabelled(Optional<Condition> condition, String event) {
        RunAssumption run = new RunAssumption(event, false);
        return ConditionTerms.demand(
                condition,
                LABEL.asMatchPredicate(),
                other -> run.valueOf(other).filter(value -> !value.isTruthy()).isPresent());
    }

    /**
     * Whether a trigger and a condition let nothing through but a certain label being given, which only people with rights can do. A
     * label that was given before stays on while new commits come.
     */
    public static boolean keepsLabelled(Trigger trigger, List<Optional<Condition>> conditions) {
        List<YamlScalar> types = trigger.filter("types");
        if (types.size() != 1 || !types.get(0).value().equals("labeled")) {
            return false;
        }
        for (Optional<Condition> condition : conditions) {
            if (keepsLabelled(condition, trigger.event().value())) {
                return true;
            }
        }
        return false;
    }

    /** Whether it lets nothing through but changes that a bot made itself: it asks for their author. */
    public static boolean keepsBots(Optional<Condition> condition) {
        return ConditionTerms.demand(condition, OF_BOT.asMatchPredicate());
    }

    /** The same of all that is sent: what a bot made others may comment on. */
    public static boolean keepsBots(Optional<Condition> condition, Collection<String> events) {
        return Collections.disjoint(events, COMMENTED.keySet()) && keepsBots(condition);
    }
}
