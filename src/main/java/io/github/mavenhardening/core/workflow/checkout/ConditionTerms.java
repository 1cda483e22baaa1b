package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Operator;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a condition takes of its parts, which are looked at as text without blanks. */
final class ConditionTerms {

    /** A longer part is looked at by its beginning. */
    private static final int LENGTH = 500;

    /** Beside what is wanted, for there is no outsider's code in such a run. */
    private static final Pattern OWN_EVENT =
            Pattern.compile("github\\.event_name=='(?:push|schedule|release|workflow_dispatch|merge_group)'");

    /** True wherever the steps before did what they should. */
    private static final Pattern STATUS =
            Pattern.compile("(?i)success\\(\\)|always\\(\\)|!cancelled\\(\\)|!failure\\(\\)");

    private static final Pattern SPACE = Pattern.compile("\\s");

    private ConditionTerms() {}

    /** What must all be so for a step to run, but for how the steps before went. */
    static Set<String> of(ReachedStep reached) {
        Set<String> terms = new HashSet<>(of(reached.step().condition()));
        for (CallPath.Call call : reached.frame().calls()) {
            terms.addAll(of(call.condition()));
        }
        return terms;
    }

    /** The same for a condition; one that is not read stands whole. */
    private static Set<String> of(Optional<Condition> condition) {
        if (condition.isEmpty()) {
            return Set.of();
        }
        String text = condition.get().scalar().value();
        Optional<Expression> expression = condition.get().isText()
                ? Optional.empty()
                : condition.get().fences().get(0).expression();
        if (expression.isEmpty()) {
            return Set.of(text);
        }
        Set<String> terms = new HashSet<>();
        boolean isChain = expression.get() instanceof Expression.Logical chain && chain.isOf(Operator.AND);
        for (Expression part : isChain ? expression.get().parts() : List.of(expression.get())) {
            String term = term(part, text);
            if (!STATUS.matcher(term).matches()) {
                terms.add(term);
            }
        }
        return terms;
    }

    /** Whether a condition lets nothing through but where a part of it of that form holds, or what no outsider sets off. */
    static boolean demand(Optional<Condition> condition, Predicate<String> wanted) {
        return demand(condition, wanted, other -> false);
    }

    /**
     * The same.
     *
     * @param isFalse which parts do not hold anyway
     */
    static boolean demand(Optional<Condition> condition, Predicate<String> wanted, Predicate<Expression> isFalse) {
        if (condition.isEmpty() || condition.get().isText()) {
            return false;
        }
        Optional<Expression> expression = condition.get().fences().get(0).expression();
        return expression.isPresent()
                && holds(expression.get(), condition.get().scalar().value(), wanted, isFalse);
    }

    /** Whether a condition is a comparison of that form, or holds wherever one does. */
    static boolean allow(Condition condition, Predicate<String> wanted) {
        Optional<Expression> expression = condition.isText()
                ? Optional.empty()
                : condition.fences().get(0).expression();
        if (expression.isEmpty()) {
            return false;
        }
        String text = condition.scalar().value();
        if (expression.get() instanceof Expression.Logical chain && chain.isOf(Operator.OR)) {
            for (Expression operand : chain.operands()) {
                if (wanted.test(term(operand, text))) {
                    return true;
                }
            }
        }
        return wanted.test(term(expression.get(), text));
    }

    /** Whether an expression is true only where a comparison of that form is, or for an event without an outsider's code. */
    private static boolean holds(
            Expression expression, String text, Predicate<String> wanted, Predicate<Expression> isFalse) {
        if (expression instanceof Expression.Logical chain && chain.isOf(Operator.AND)) {
            for (Expression operand : chain.operands()) {
                if (holds(operand, text, wanted, isFalse)) {
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
                boolean held = holds(operand, text, wanted, isFalse);
                if (!held && !OWN_EVENT.matcher(term(operand, text)).matches() && !isFalse.test(operand)) {
                    return false;
                }
                any |= held;
            }
        }
        return any;
    }

    /** The text of a part, without blanks. */
    static String term(Expression expression, String text) {
        String term = SPACE.matcher(text.substring(expression.from(), expression.to()))
                .replaceAll("");
        return term.length() > LENGTH ? term.substring(0, LENGTH) : term;
    }
}
