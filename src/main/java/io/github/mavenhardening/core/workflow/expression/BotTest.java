package io.github.mavenhardening.core.workflow.expression;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A test whether a bot caused the event.
 *
 * @param subject what is tested: {@code github.actor}
 * @param isDecisive whether the whole condition is true as soon as the test is, or false as soon as it is
 */
public record BotTest(Expression subject, boolean isDecisive) {

    private static final Set<String> NAMES = Set.of(
            "github.actor",
            "github.triggering_actor",
            "github.event.sender.login",
            "github.event.pull_request.sender.login",
            "github.event.workflow_run.actor.login",
            "github.event.workflow_run.triggering_actor.login");
    private static final Set<String> IDS = Set.of(
            "github.actor_id",
            "github.event.sender.id",
            "github.event.pull_request.sender.id",
            "github.event.workflow_run.actor.id",
            "github.event.workflow_run.triggering_actor.id");

    /** Accounts of Dependabot (and its app), its preview, and Renovate; numbers as GitHub's API for users shows them. */
    private static final Set<Double> BOT_IDS = Set.of(29110.0, 49699333.0, 27856297.0, 29139614.0);

    private static final Set<String> SEARCHES = Set.of("contains", "startswith", "endswith");
    private static final String SUFFIX = "[bot]";

    /**
     * The first such test of a condition, a decisive one before all others; empty when there is none, or when what holds of a bot
     * makes the condition false: who passes for one gains nothing by it.
     */
    public static Optional<BotTest> in(Expression condition) {
        return in(condition, true, true);
    }

    /**
     * Of a part of a condition.
     *
     * @param lets whether the condition is rather true where the part is
     */
    private static Optional<BotTest> in(Expression expression, boolean decisive, boolean lets) {
        Optional<Expression> tested = lets ? tested(expression) : Optional.empty();
        if (tested.isPresent()) {
            return Optional.of(new BotTest(tested.get(), decisive));
        }
        if (expression instanceof Expression.Not not) {
            return in(not.operand(), decisive, !lets);
        }
        if (expression instanceof Expression.Call call) {
            return first(call.arguments(), false, lets);
        }
        if (expression instanceof Expression.Logical chain) {
            return first(chain.operands(), decisive && chain.isOf(lets ? Operator.OR : Operator.AND), lets);
        }
        return Optional.empty();
    }

    private static Optional<BotTest> first(List<Expression> parts, boolean decisive, boolean lets) {
        Optional<BotTest> first = Optional.empty();
        for (Expression part : parts) {
            Optional<BotTest> test = in(part, decisive, lets);
            if (test.isPresent() && test.get().isDecisive()) {
                return test;
            }
            first = first.isPresent() ? first : test;
        }
        return first;
    }

    private static Optional<Expression> tested(Expression expression) {
        if (expression instanceof Expression.Binary binary && binary.operator() == Operator.EQUAL) {
            Optional<Expression> subject = compared(binary.left(), binary.right());
            return subject.isPresent() ? subject : compared(binary.right(), binary.left());
        }
        if (expression instanceof Expression.Call call
                && call.arguments().size() == 2
                && SEARCHES.contains(call.name().toLowerCase(Locale.ROOT))) {
            return searched(call.arguments());
        }
        return Optional.empty();
    }

    private static Optional<Expression> compared(Expression subject, Expression other) {
        if (!(other instanceof Expression.Literal literal)) {
            return Optional.empty();
        }
        Value value = literal.value();
        boolean name = value instanceof Value.Text
                && is(subject, NAMES)
                && lower(value).endsWith(SUFFIX);
        boolean id = is(subject, IDS) && BOT_IDS.contains(value.number());
        return name || id ? Optional.of(subject) : Optional.empty();
    }

    /** {@code endsWith(github.actor, '[bot]')} and {@code contains(fromJSON('["x[bot]"]'), github.actor)}. */
    private static Optional<Expression> searched(List<Expression> arguments) {
        for (int i = 0; i < 2; i++) {
            if (is(arguments.get(i), NAMES)) {
                Optional<Value> other = arguments.get(1 - i).constant();
                if (other.isPresent() && namesBot(other.get())) {
                    return Optional.of(arguments.get(i));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the account is identified by its number. */
    public boolean isById() {
        return is(subject, IDS);
    }

    /** Whether the sender of the event is tested, and not whoever started the run. */
    public boolean isOfSender() {
        Optional<ContextPath> path = ContextPath.of(subject);
        return path.isPresent() && path.get().segments().contains("sender");
    }

    /** Whether whoever started the run that the event is about is tested. */
    public boolean isOfEarlierRun() {
        Optional<ContextPath> path = ContextPath.of(subject);
        return path.isPresent() && path.get().segments().contains("workflow_run");
    }

    private static boolean namesBot(Value value) {
        return value instanceof Value.Collection list
                ? list.json().toString().contains(SUFFIX)
                : lower(value).contains(SUFFIX);
    }

    private static String lower(Value value) {
        return value.text().toLowerCase(Locale.ROOT);
    }

    private static boolean is(Expression expression, Set<String> paths) {
        Optional<ContextPath> path = ContextPath.of(expression);
        return path.isPresent() && paths.contains(path.get().toString());
    }
}
