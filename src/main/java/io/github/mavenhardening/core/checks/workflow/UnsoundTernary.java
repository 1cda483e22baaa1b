package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Operator;
import io.github.mavenhardening.core.workflow.expression.Value;
import java.util.Optional;

/** Finds {@code a && b || c} with a falsy {@code b}, which is {@code c} whatever {@code a} is. */
@AutoService(Check.class)
@CheckInfo(
        id = "unsound-ternary",
        title = "A choice between two values always takes the second",
        severity = Severity.LOW,
        sources = {
            "https://docs.zizmor.sh/audits/#unsound-ternary",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#operators"
        })
public final class UnsoundTernary implements WorkflowCheck {

    @Override
    public void expression(Fence fence, WorkflowContext in) {
        if (fence.expression().isEmpty()) {
            return;
        }
        for (Expression part : fence.expression().get().all()) {
            if (part instanceof Expression.Logical chain && chain.isOf(Operator.OR)) {
                // What the last alternative yields comes out.
                for (Expression alternative :
                        chain.operands().subList(0, chain.operands().size() - 1)) {
                    Optional<Expression> lost = lostValue(alternative);
                    if (lost.isPresent()) {
                        in.report(finding(lost.get(), fence, in));
                    }
                }
            }
        }
    }

    private Finding.Builder finding(Expression lost, Fence fence, WorkflowContext in) {
        return at(in.at(fence.span(lost)))
                .message("'" + fence.scalar().value().substring(lost.from(), lost.to())
                        + "' is falsy, so the value after '||' is always chosen")
                .remedy("Negate the condition and put this value last: !condition && other || this")
                .subject(fence.body());
    }

    /** The value after {@code &&} that can never come out of an alternative; empty where there is none. */
    private static Optional<Expression> lostValue(Expression alternative) {
        if (!(alternative instanceof Expression.Logical chain) || !chain.isOf(Operator.AND)) {
            return Optional.empty();
        }
        Optional<Value> last = chain.last().constant();
        boolean lost =
                chain.isUnknownBeforeLast() && last.isPresent() && !last.get().isTruthy();
        return lost ? Optional.of(chain.last()) : Optional.empty();
    }
}
