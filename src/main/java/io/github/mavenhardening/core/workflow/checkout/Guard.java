package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Operator;
import io.github.mavenhardening.core.workflow.graph.SkippedJobs;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guards: conditions that keep outsiders' code out. */
public final class Guard {

    /** Comparisons under which the code is the repository's own: of its branches, merged, or not of a pull request. */
    private static final Pattern OWN_CODE = Pattern.compile(
            "(github\\.event\\.pull_request\\.head\\.repo\\.full_name|github\\.event\\.workflow_run\\.head_repository\\.full_name)"
                    + "==(github\\.(repository|event\\.pull_request\\.base\\.repo\\.full_name)|'[\\w.-]{1,100}/[\\w.-]{1,100}')"
                    + "|github\\.repository==github\\.event\\.(pull_request\\.head\\.repo|workflow_run\\.head_repository)\\.full_name"
                    + "|!github\\.event\\.pull_request\\.head\\.repo\\.fork"
                    + "|github\\.event\\.pull_request\\.head\\.repo\\.fork==false"
                    + "|github\\.event\\.pull_request\\.merged(==true)?"
                    + "|github\\.event\\.workflow_run\\.event(=='(push|release|schedule|workflow_dispatch)'|!='pull_request')");

    /** Beside these, for there is no outsider's code in such a run. */
    private static final Pattern OWN_EVENT =
            Pattern.compile("github\\.event_name=='(?:push|schedule|release|workflow_dispatch|merge_group)'");

    private static final String BOT = "'[\\w-]{1,100}\\[bot\\]'";
    private static final String AUTHOR = "github\\.event\\.(?:pull_request|issue|comment)\\.user\\.login";
    private static final Pattern OF_BOT = Pattern.compile(AUTHOR + "==" + BOT + "|" + BOT + "==" + AUTHOR);

    private static final Pattern SPACE = Pattern.compile("\\s");

    private static final String ASSOCIATION = "[\\w.]{0,200}author_association";
    private static final String ROLE = "(owner|member|collaborator)";
    /** One of the associations that come with rights in the repository, alone or in a list. */
    private static final String MEMBER = "(" + ASSOCIATION + "=='" + ROLE + "'|contains\\((fromjson\\()?'\\[?(\"?"
            + ROLE + "\"?,?){1,9}\\]?'\\)?," + ASSOCIATION + "\\))";

    private static final Pattern MEMBERS =
            Pattern.compile("\\(?" + MEMBER + "(\\|\\|" + MEMBER + "){0,9}\\)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ASKS_RIGHTS = Pattern.compile(
            "author_association|authorAssociation|getCollaboratorPermissionLevel|collaborators/.{0,200}/permission|collaborators\\?permission|checkMembershipForUser");
    private static final Pattern FAILS = Pattern.compile("\\bexit 1\\b|setFailed\\(|\\bthrow\\s|process\\.exit\\(1");

    /** A comparison with the repository that a pull request comes from. */
    private static final Pattern ASKS_ORIGIN = Pattern.compile(
            "head\\.repo\\.full_name\\s{0,5}!==?|!==?\\s{0,5}[\\w.]{0,60}head\\.repo\\.full_name|if\\s{0,5}\\([\\w.]{0,60}head\\.repo\\.fork\\b");

    /** Actions that ask for the rights of who sent the event, by what they call themselves. */
    private static final Pattern ASKING_ACTION = Pattern.compile(
            "(?i).*(?:check|verify|require|enforce)[-_]?(?:user|actor|commenter|team)?[-_]?(?:permission|access|right|membership)s?\\b.*");

    /**
     * A comparison of an output of a job or step with a word for yes, or for a role that may write. The output alone holds for the
     * word {@code false}, too.
     */
    private static final Pattern ALLOWED = Pattern.compile("(needs|steps)\\.([\\w-]{1,100})\\.outputs\\.([\\w-]{1,100})"
            + "=='(?i:true|yes|1|allowed|authorized|admin|maintain|write)'");

    private static final Pattern STEP_OUTPUT = Pattern.compile("steps\\.([\\w-]{1,100})\\.outputs\\.");

    private Guard() {}

    /** Whether a script fails where a pull request comes from a fork. */
    static boolean refusesForks(String script) {
        return mayFail(script) && ASKS_ORIGIN.matcher(script).find();
    }

    /** Whether a job that another one waits for may refuse some of those who sent the event. */
    public static boolean refusesBefore(Job job, Workflow workflow, Definitions definitions) {
        Set<String> behind = definitions.known(
                Guard.class,
                workflow,
                () -> SkippedJobs.after(
                        workflow,
                        other -> (other instanceof NormalJob normal && mayRefuse(normal))
                                || isAllowed(other, workflow)));
        return behind.contains(job.id().value()) || isAllowed(job, workflow);
    }

    /** Whether a job runs only where a job before it says so, by an output of a step that asks for rights. */
    private static boolean isAllowed(Job job, Workflow workflow) {
        return anyTerm(job.condition(), term -> {
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

    /** Whether the step of that id asks for the rights of who sent the event. */
    private static boolean asks(String id, NormalJob job) {
        for (Step step : job.liveSteps()) {
            if (step.id().isPresent() && step.id().get().value().equals(id)) {
                return asks(step);
            }
        }
        return false;
    }

    private static boolean mayRefuse(NormalJob job) {
        for (Step step : job.liveSteps()) {
            if (mayRefuse(step)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a step asks for the rights of who sent the event, and fails for some. */
    public static boolean refuses(Step step) {
        return step.condition().isEmpty() && mayRefuse(step);
    }

    /** Whether a step of a job that runs before another one, whenever that one does, {@linkplain #refuses refuses} some. */
    @SuppressWarnings("ReferenceEquality") // Another step may say the same.
    public static boolean refusesBefore(Step other, NormalJob job) {
        for (Step step : job.liveSteps()) {
            if (step == other) {
                return false;
            }
            if ((step.condition().isEmpty() || sayTheSame(step.condition(), other.condition())) && mayRefuse(step)) {
                return true;
            }
        }
        return isAllowed(other, job);
    }

    /** Whether a step runs only where a step before it says so, which asks for rights. */
    private static boolean isAllowed(Step step, NormalJob job) {
        return anyTerm(step.condition(), term -> {
            Matcher output = ALLOWED.matcher(term);
            return output.matches() && output.group(1).equals("steps") && asks(output.group(2), job);
        });
    }

    private static boolean sayTheSame(Optional<Condition> one, Optional<Condition> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().scalar().value().equals(other.get().scalar().value());
    }

    private static boolean mayRefuse(Step step) {
        Optional<YamlScalar> script = step.script();
        return asks(step) && (script.isEmpty() || mayFail(script.get().value()));
    }

    /** Whether a step asks for the rights of who sent the event. */
    private static boolean asks(Step step) {
        if (step.uses().isPresent()
                && ASKING_ACTION.matcher(step.uses().get().uses().text()).matches()) {
            return true;
        }
        Optional<YamlScalar> script = step.script();
        if (script.isEmpty()) {
            return false;
        }
        if (ASKS_RIGHTS.matcher(script.get().value()).find()) {
            return true;
        }
        for (NamedValues.Binding variable : step.env().all()) {
            if (ASKS_RIGHTS.matcher(variable.text().orElse("")).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayFail(String script) {
        boolean holdsWord = script.contains("exit 1")
                || script.contains("setFailed(")
                || script.contains("throw")
                || script.contains("exit(1");
        return holdsWord && FAILS.matcher(script).find();
    }

    /** Whether it lets nothing through but the repository's own code. */
    public static boolean keepsOwn(Optional<Condition> condition) {
        return anyTerm(condition, OWN_CODE.asMatchPredicate());
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
                        OwnCode.class, workflow, SkippedJobs.after(workflow, other -> keepsOwn(other.condition())));
        return behind.contains(job.id().value());
    }

    /** What is kept of a workflow: the jobs that wait for one which runs for the repository's own code. */
    private static final class OwnCode {}

    /** Whether it lets nothing through but what was sent by people with rights in the repository. */
    public static boolean keepsMembers(Optional<Condition> condition) {
        return anyTerm(condition, MEMBERS.asMatchPredicate());
    }

    /** Whether it lets nothing through but changes that a bot made itself: it asks for their author. */
    public static boolean keepsBots(Optional<Condition> condition) {
        return anyTerm(condition, OF_BOT.asMatchPredicate());
    }

    private static boolean anyTerm(Optional<Condition> condition, Predicate<String> wanted) {
        if (condition.isEmpty() || condition.get().isText()) {
            return false;
        }
        Optional<Expression> expression = condition.get().fences().get(0).expression();
        return expression.isPresent()
                && holds(expression.get(), condition.get().scalar().value(), wanted);
    }

    /** Whether an expression is true only where a comparison of that form is, or for an event without an outsider's code. */
    private static boolean holds(Expression expression, String text, Predicate<String> wanted) {
        if (expression instanceof Expression.Logical chain && chain.isOf(Operator.AND)) {
            for (Expression operand : chain.operands()) {
                if (holds(operand, text, wanted)) {
                    return true;
                }
            }
            return false;
        }
        if (wanted.test(term(expression, text))) {
            return true;
        }
        boolean any = false;
        if (expression instanceof Expression.Logical chain) {
            for (Expression operand : chain.operands()) {
                boolean held = holds(operand, text, wanted);
                if (!held && !OWN_EVENT.matcher(term(operand, text)).matches()) {
                    return false;
                }
                any |= held;
            }
        }
        return any;
    }

    /** The text of a part, without blanks. */
    private static String term(Expression expression, String text) {
        String term = SPACE.matcher(text.substring(expression.from(), expression.to()))
                .replaceAll("");
        return term.length() > 500 ? term.substring(0, 500) : term;
    }
}
