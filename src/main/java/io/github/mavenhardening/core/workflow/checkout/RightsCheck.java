package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steps that ask for the rights of who sent the event, and fail for some. */
public final class RightsCheck {

    private static final SoughtPattern ASKS_RIGHTS = SoughtPattern.of(
            "author_association|authorAssociation|getCollaboratorPermissionLevel|collaborators/.{0,200}/permission|collaborators\\?permission"
                    + "|checkMembershipForUser|checkCollaborator|getMembershipFor\\w{1,40}|(?:teams|orgs)/.{0,200}/member(?:ship)?s/",
            "ssociation",
            "ollaborator",
            "ember");
    private static final Pattern FAILS = Pattern.compile("\\bexit [1-9]|setFailed\\(|\\bthrow\\s|process\\.exit\\(1");
    /** Calls of the forge that throw for who is not among those asked for. */
    private static final Pattern THROWS =
            Pattern.compile("\\b(?:checkMembershipFor|checkCollaborator|getMembershipFor)\\w{0,40}\\(");

    /** A test that stands alone: the shell of a step ends where one fails. */
    private static final Pattern BARE_TEST = Pattern.compile(
            "^[ \\t]{0,40}(?:test\\s[^\\n|&;]{1,300}|\\[\\s[^\\n|&;]{1,300}\\]|\\[\\[\\s[^\\n;]{1,300}\\]\\])[ \\t]{0,40}$",
            Pattern.MULTILINE);

    /**
     * A question that stands alone and fails for some: whether somebody is a member or a collaborator, which the forge answers with an
     * error if not, or one whose answer is searched for a right.
     */
    private static final Pattern BARE_QUESTION = Pattern.compile(
            "^[ \\t]{0,40}(?:gh api|curl [^\\n|&;]{0,100}-(?:-fail\\b|[a-zA-Z]{0,5}f))[^\\n|&;]{0,300}/(?:members|collaborators)/[^\\n|&;/]{1,200}$"
                    + "|^[ \\t]{0,40}gh api [^\\n|&;]{0,300}/permission\\b[^\\n|&;]{0,200}\\|[ \\t]{0,9}grep -[a-zA-Z]{0,5}q[^\\n&;]{1,200}$",
            Pattern.MULTILINE);

    /** The repository that a pull request comes from. */
    private static final Pattern ORIGIN = Pattern.compile(
            "\\s{0,9}\\$\\{\\{\\s{0,9}github\\.event\\.(?:pull_request\\.head\\.repo|workflow_run\\.head_repository)\\.(?:full_name|fork)\\s{0,9}\\}\\}\\s{0,9}");

    private static final SoughtPattern ORIGIN_COMPARED = SoughtPattern.of(
            "(?:head\\.repo|head_repository)\\.(?:full_name|fork)\\s{0,9}\\}\\}['\"]?\\s{0,5}[!=]?=|isCrossRepository",
            "head",
            "isCrossRepository");

    /** A variable of a shell that is set to the forge's answer where it comes from. */
    private static final SoughtPattern ORIGIN_ANSWERED = SoughtPattern.of(
            "\\b(\\w{1,100})=\\S{0,9}\\$\\([^\\n]{0,300}?(?:head\\.repo\\.(?:full_name|fork|owner\\.login)|headRepository(?:Owner)?\\b)",
            "head.repo.",
            "headRepository");

    /** A variable of a shell that is compared. */
    private static final Pattern COMPARED =
            Pattern.compile("\\$\\{?(\\w{1,100})\\}?['\"]?\\s{0,5}[!=]?=|[!=]=?\\s{0,5}['\"]?\\$\\{?(\\w{1,100})");

    /** A comparison with the repository that a pull request comes from. */
    private static final Pattern ASKS_ORIGIN = Pattern.compile(
            "head\\.repo\\.full_name\\s{0,5}!==?|!==?\\s{0,5}[\\w.]{0,60}head\\.repo\\.full_name|if\\s{0,5}\\([\\w.]{0,60}head\\.repo\\.fork\\b");

    /** Actions that ask for the rights of who sent the event, by what they call themselves. */
    private static final SoughtPattern ASKING_ACTION = SoughtPattern.of(
            "(?i).*(?:check|verify|require|enforce)[-_]?(?:user|actor|commenter|team)?[-_]?(?:permission|access|right|membership)s?\\b.*"
                    + "|.*(?:\\bteams?|permission)[-_](?:membership|check)\\b.*",
            "permission",
            "access",
            "right",
            "membership");

    /** Those that answer by an output and go on, with the input that has them fail; the empty one where none has. */
    private static final Map<String, String> ANSWERING = Map.of(
            "actions-cool/check-user-permission", "error-if-missing",
            "scherermichael-oss/action-has-permission", "",
            "tspascoal/get-user-teams-membership", "");

    /** Others that ask for the right to write unless an input says for which, and fail for who has it not. */
    private static final Set<String> ASKING = Set.of(
            "github/branch-deploy",
            "github/command",
            "sushichop/action-repository-permission",
            "xt0rted/slash-command-action");

    /** The inputs that name the right, and the values that ask for none which others do not have, or nobody knows for which. */
    private static final List<String> RIGHTS =
            List.of("permission", "permissions", "permission-level", "required-permission", "require");

    private static final Pattern NO_RIGHT = Pattern.compile("(?is).*(?:\\b(?:none|read|triage)\\b|\\$\\{\\{).*");

    private RightsCheck() {}

    /** Whether a script fails where a pull request comes from a fork. */
    public static boolean refusesForks(String script) {
        return mayFail(script) && ASKS_ORIGIN.matcher(script).find();
    }

    /** Whether a step of a job asks for rights, and what comes after it does not run where it fails. */
    static boolean mayRefuse(Step step, NormalJob job) {
        Optional<YamlScalar> script = step.script();
        return (asks(step) || asksOrigin(step))
                && mayFail(step.mapping())
                && (!answers(step) || isHeeded(step, job))
                && (script.isEmpty()
                        || mayFail(script.get().value())
                        || (step.run().isPresent() && failsAlone(script.get().value())));
    }

    private static boolean failsAlone(String script) {
        return BARE_TEST.matcher(script).find() || BARE_QUESTION.matcher(script).find();
    }

    /** Whether the script of a step compares the repository that a pull request comes from, which it gets by a variable or an expression. */
    static boolean asksOrigin(Step step) {
        String script = step.script().map(YamlScalar::value).orElse("");
        if (ORIGIN_COMPARED.isIn(script) || ASKS_ORIGIN.matcher(script).find()) {
            return true;
        }
        Set<String> answers = new HashSet<>();
        Matcher answered = ORIGIN_ANSWERED.in(script);
        while (answered.find()) {
            answers.add(answered.group(1));
        }
        Matcher compared = COMPARED.matcher(script);
        while (compared.find()) {
            String name = compared.group(1) == null ? compared.group(2) : compared.group(1);
            if (answers.contains(name)
                    || ORIGIN.matcher(step.env().text(name).orElse("")).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the action of a step says who has no rights, and does not fail for them. */
    private static boolean answers(Step step) {
        Optional<Uses.Repository> action = step.repository();
        String input = action.isPresent() ? ANSWERING.get(action.get().key()) : null;
        return input != null
                && !step.input(input).map(YamlScalar::value).orElse("").strip().equalsIgnoreCase("true");
    }

    /** Whether another step of the job fails by what a step answers. */
    private static boolean isHeeded(Step asking, NormalJob job) {
        if (asking.id().isEmpty()) {
            return false;
        }
        String answer = "steps." + asking.id().get().value() + ".outputs.";
        for (Step step : job.liveSteps()) {
            String script = step.script().map(YamlScalar::value).orElse("");
            boolean reads = script.contains(answer)
                    || (step.condition().isPresent()
                            && step.condition().get().scalar().value().contains(answer))
                    || step.env().anyContains(answer);
            if (reads && mayFail(script) && mayFail(step.mapping())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a step does nothing but fail. */
    static boolean fails(Step step) {
        String script = step.script().map(YamlScalar::value).orElse("").strip();
        String last = script.substring(script.lastIndexOf('\n') + 1);
        boolean does = step.run().isPresent()
                ? last.matches("(?:.{0,300}[;&]\\s{0,5})?exit [1-9]\\d{0,2};?")
                : script.contains("setFailed(") && !script.contains("if");
        return does && mayFail(step.mapping());
    }

    /** Whether the failure of a step or a job counts as one. */
    static boolean mayFail(YamlMapping stepOrJob) {
        Optional<YamlScalar> goesOn = stepOrJob.scalar("continue-on-error");
        return goesOn.isEmpty() || goesOn.get().value().equals("false");
    }

    /** Whether a step asks for the rights of who sent the event. */
    static boolean asks(Step step) {
        if (asksByAction(step)) {
            return true;
        }
        Optional<YamlScalar> script = step.script();
        if (script.isEmpty()) {
            return false;
        }
        if (ASKS_RIGHTS.isIn(script.get().value())) {
            return true;
        }
        for (NamedValues.Binding variable : step.env().all()) {
            if (ASKS_RIGHTS.isIn(variable.text().orElse(""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean asksByAction(Step step) {
        boolean asks = step.uses().isPresent()
                && (ASKING_ACTION.isWhole(step.uses().get().uses().text())
                        || step.repository()
                                .filter(action -> ASKING.contains(action.key()))
                                .isPresent());
        for (String input : RIGHTS) {
            asks = asks
                    && step.input(input)
                            .filter(given -> NO_RIGHT.matcher(given.value()).matches())
                            .isEmpty();
        }
        return asks;
    }

    private static boolean mayFail(String script) {
        boolean holdsWord = script.contains("exit ")
                || script.contains("setFailed(")
                || script.contains("throw")
                || script.contains("exit(1");
        return (holdsWord && FAILS.matcher(script).find())
                || (!script.contains("catch") && THROWS.matcher(script).find());
    }
}
