package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Outputs and variables that steps set to a pull request's head, which they ask the forge for or have from the event. */
final class LookedUpHeads {

    private static final SoughtPattern HEAD = SoughtPattern.of(
            "headRefOid|headRefName|head\\.(?:sha|ref)\\b|head_(?:sha|ref)\\b|merge_commit_sha|GITHUB_HEAD_REF"
                    + "|refs/pull/[^\\n]{1,100}?/(?:head|merge)\\b",
            "head",
            "refs/pull/",
            "merge_commit_sha",
            "GITHUB_HEAD_REF");
    /** Those that are a commit, or lead to one. */
    private static final SoughtPattern COMMIT = SoughtPattern.of(
            "headRefOid|head\\.sha\\b|head_sha\\b|merge_commit_sha|refs/pull/",
            "head",
            "refs/pull/",
            "merge_commit_sha");

    private static final Pattern VARIABLE = Pattern.compile(
            "exportVariable\\(\\s{0,9}['\"`](\\w{1,100})|^\\W{0,80}echo\\s{1,9}[\"']?(\\w{1,100})=[^\\n]{0,500}GITHUB_ENV",
            Pattern.MULTILINE);
    /** What asks the forge for a pull request. */
    private static final SoughtPattern PULL = SoughtPattern.of(
            "\\bpulls\\.get\\(|pull_request\\.url|/pulls/[${]", "pulls.get(", "pull_request.url", "/pulls/");

    private static final Pattern BASE = Pattern.compile("(?:.*[-_])?base(?:[-_].*)?");

    /** Steps that look up a head, by id in lower case. */
    private final Set<String> steps = new HashSet<>();

    /** Those of them that look up nothing but its branch's name. */
    private final Set<String> names = new HashSet<>();

    /** Steps that ask for a pull request as a whole, by id in lower case. */
    private final Set<String> answers = new HashSet<>();

    private final Set<String> variables = new HashSet<>();

    /** Takes in that the outputs of a step may be a head. */
    void name(Step step) {
        add(step, steps);
    }

    private static void add(Step step, Set<String> to) {
        if (step.id().isPresent()) {
            to.add(step.id().get().lower());
        }
    }

    /** Whether a step's output is a pull request as a whole, of which the head is a part. */
    boolean isAnswer(ContextPath path) {
        return path.context().equals("steps")
                && path.segments().size() > 1
                && answers.contains(path.segments().get(1));
    }

    /** Takes in what a step sets. */
    void take(Step step) {
        Optional<YamlScalar> route = step.usesAction("octokit/request-action") ? step.input("route") : step.script();
        if (route.isPresent() && PULL.isIn(route.get().value())) {
            add(step, answers);
        }
        Optional<YamlScalar> script = step.script();
        if (script.isEmpty()
                || !looksUp(step, script.get().value())
                || RightsCheck.refusesForks(script.get().value())) {
            return;
        }
        add(step, steps);
        if (HEAD.isIn(script.get().value()) && !COMMIT.isIn(script.get().value()) && !readsCommit(step)) {
            add(step, names);
        }
        Matcher variable = VARIABLE.matcher(script.get().value());
        while (variable.find()) {
            String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
            if (!BASE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                variables.add(name.toLowerCase(Locale.ROOT));
            }
        }
    }

    private static boolean looksUp(Step step, String script) {
        if (HEAD.isIn(script)) {
            return true;
        }
        for (NamedValues.Binding variable : step.env().all()) {
            List<ContextPath> reads = Fence.readsIn(variable.text().orElse(""));
            if (OutsideRef.of(reads).orElse(null) == OutsideRef.Sureness.SURE) {
                return true;
            }
        }
        return false;
    }

    private static boolean readsCommit(Step step) {
        for (NamedValues.Binding variable : step.env().all()) {
            for (ContextPath path : Fence.readsIn(variable.text().orElse(""))) {
                if (OutsideRef.of(List.of(path)).isPresent() && !OutsideRef.isName(path)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether an output of a step is the name of a head's branch, and nothing else of it. */
    boolean isName(ContextPath path) {
        return path.context().equals("steps")
                && path.segments().size() >= 4
                && names.contains(path.segments().get(1));
    }

    /** Whether a step set a variable of the environment to a head. */
    boolean hasVariable(String name) {
        return variables.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a context is set to a head by a step before. */
    boolean holds(ContextPath path) {
        return switch (path.context()) {
            case "steps" -> path.segments().size() >= 4 && hasStep(path);
            case "env" ->
                path.segments().size() == 2 && hasVariable(path.segments().get(1));
            default -> false;
        };
    }

    /** Whether an output of a step is a head, which of those that were taken in looked it up. */
    boolean hasStep(ContextPath path) {
        return !isBase(path.segments()) && steps.contains(path.segments().get(1));
    }

    /** Whether a path names an output for what a pull request is to be merged into. */
    static boolean isBase(List<String> names) {
        return BASE.matcher(names.get(3)).matches();
    }

    /** What steps set. */
    static LookedUpHeads of(List<Step> steps) {
        LookedUpHeads found = new LookedUpHeads();
        steps.forEach(found::take);
        return found;
    }
}
