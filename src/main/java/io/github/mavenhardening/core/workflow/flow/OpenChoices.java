package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.checkout.Guard;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Operator;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import java.util.ArrayList;
import java.util.List;

/** What expressions choose of, {@code test && one || other}, as far as an outsider may word it. */
final class OpenChoices {

    private OpenChoices() {}

    /**
     * The values that can come out of an expression, but for those that it chooses for the repository's own code alone: whoever
     * words these may write to the repository.
     *
     * @param text what the fence stands in
     */
    static List<PossibleValue> of(Fence fence, String text) {
        Expression expression = fence.expression().orElse(null);
        if (!(expression instanceof Expression.Logical)) {
            return PossibleValue.of(fence);
        }
        List<PossibleValue> values = new ArrayList<>();
        for (Expression choice : operands(expression, Operator.OR)) {
            List<Expression> tests = operands(choice, Operator.AND);
            if (tests.stream().noneMatch(test -> Guard.isOfOwnCode(test, text))) {
                values.addAll(PossibleValue.of(choice));
            }
        }
        return values;
    }

    private static List<Expression> operands(Expression expression, Operator operator) {
        return expression instanceof Expression.Logical chain && chain.isOf(operator)
                ? chain.operands()
                : List.of(expression);
    }

    /** What {@code format} puts in front of a value; empty text where it does not, or no text of its own. */
    static String before(Fence fence, PossibleValue value) {
        for (Expression part :
                fence.expression().isPresent() ? fence.expression().get().all() : List.<Expression>of()) {
            if (part instanceof Expression.Call call
                    && call.isTo("format")
                    && call.arguments().contains(value.source())
                    && call.arguments().get(0) instanceof Expression.Literal format) {
                String text = format.value().text();
                int place = text.indexOf("{" + (call.arguments().indexOf(value.source()) - 1) + "}");
                return text.substring(0, Math.max(0, place)).replaceAll("\\{\\d{1,3}\\}", "");
            }
        }
        return "";
    }
}
