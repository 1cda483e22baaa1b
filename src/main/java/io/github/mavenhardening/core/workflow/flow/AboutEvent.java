package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an agent is given the issue, the pull request or the comment that its run is about, be it by a number alone. */
final class AboutEvent {

    private static final List<String> ITEMS = List.of(
            "github.event.issue",
            "github.event.pull_request",
            "github.event.comment",
            "github.event.discussion",
            "github.event.number");

    /** The names by which workflows and steps hand its number on. */
    private static final Pattern NUMBER =
            Pattern.compile("(?i)(?:issue|pr|pull(?:[-_]?request)?|discussion|comment)[-_]?(?:number|num|id)");
    /** What tells one from others, as the event has it. */
    private static final Pattern KEY = Pattern.compile("number|html_url|url");

    /** What a prompt calls it, or the command that reads it. */
    private static final Pattern CALLED =
            Pattern.compile("(?i)\\b(?:gh|issues?|pull[- ]?requests?|prs?|discussions?|comments?)\\b");
    /** A variable or an expression in a command. */
    private static final Pattern FILLED =
            Pattern.compile("\\$(?:\\{\\{([^}]{1,200})\\}\\}|\\{(\\w{1,100})\\}|(\\w{1,100}))");

    private static final Pattern PATH = Pattern.compile("[\\w-]{1,60}(?:\\.[\\w-]{1,60}){1,8}");

    private AboutEvent() {}

    /** Whether a step that runs an agent's action is given it by an input or a variable. */
    static boolean isGiven(ReachedStep reached) {
        Step step = reached.step();
        List<YamlScalar> values = new ArrayList<>();
        step.env().all().forEach(variable -> variable.scalar().ifPresent(values::add));
        NamedValues inputs = step.uses().map(uses -> uses.with()).orElse(NamedValues.none());
        inputs.all().forEach(input -> input.scalar().ifPresent(values::add));
        for (YamlScalar value : values) {
            for (ContextPath path : reached.frame().reads(value)) {
                if (isItem(path)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the words of an agent's command name it. */
    static boolean isNamed(ReachedStep reached, String words) {
        Matcher filled = FILLED.matcher(words);
        while (filled.find()) {
            String name = filled.group(2) == null ? filled.group(3) : filled.group(2);
            if (filled.group(1) == null ? isNumber(reached, name) : isNumber(filled.group(1))) {
                return CALLED.matcher(words).find();
            }
        }
        return false;
    }

    private static boolean isNumber(ReachedStep reached, String variable) {
        for (NamedValues level : reached.environment().levels()) {
            Optional<YamlScalar> value = level.scalar(variable);
            for (ContextPath path : value.isPresent() ? reached.frame().reads(value.get()) : List.<ContextPath>of()) {
                if (isNumber(path)) {
                    return true;
                }
            }
            if (value.isPresent()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isNumber(String expression) {
        Matcher path = PATH.matcher(expression);
        while (path.find()) {
            if (isNumber(new ContextPath(List.of(path.group().split("\\.", -1))))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(ContextPath path) {
        String last = path.segments().get(path.segments().size() - 1);
        // What a step or a caller only calls a number may be another one; a prompt that calls it an issue's says which.
        return NUMBER.matcher(last).matches()
                || last.equals("number")
                || (isItem(path) && KEY.matcher(last).matches());
    }

    private static boolean isItem(ContextPath path) {
        for (String item : ITEMS) {
            if (path.isWithin(item)) {
                return true;
            }
        }
        return NUMBER.matcher(path.segments().get(path.segments().size() - 1)).matches();
    }
}
