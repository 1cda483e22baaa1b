package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.check.WorkflowCheck;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.expression.Constants;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Operator;
import java.util.Optional;

/** Finds {@code a && b || c} with a falsy {@code b}, which is {@code c} whatever {@code a} is. */
@AutoService(Check.class)
@CheckInfo(
        id = "unsound-ternary",
        title = "A choice between two values always takes the second",
        family = Family.WORKFLOWS,
        severity = Severity.LOW,
        sources = {
            "https://docs.zizmor.sh/audits/#unsound-ternary",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#operators"
        })
public final class UnsoundTernary implements WorkflowCheck {

    @Override
    public void expression(Fence fence, Inspection inspection) {
        if (fence.expression().isEmpty()) {
            return;
        }
        for (Expression part : fence.expression().get().all()) {
            Optional<Expression> lost = lostValue(part);
            if (lost.isPresent()) {
                inspection.report(finding(lost.get(), fence, inspection));
            }
        }
    }

    private Finding.Builder finding(Expression lost, Fence fence, Inspection inspection) {
        return at(inspection.at(fence.span(lost)))
                .message("'" + fence.scalar().value().substring(lost.from(), lost.to())
                        + "' is falsy, so what follows '||' is taken whatever the condition is")
                .remedy("Turn the condition round and put this value last: !condition && other || this")
                .subject(fence.body());
    }

    /** The value after {@code &&} that can never come out; empty where there is none. */
    private static Optional<Expression> lostValue(Expression part) {
        if (part instanceof Expression.Binary or
                && or.operator() == Operator.OR
                && lastAlternative(or.left()) instanceof Expression.Binary and
                && and.operator() == Operator.AND
                && Constants.valueOf(and.left()).isEmpty()
                && Constants.valueOf(and.right())
                        .filter(value -> !value.isTruthy())
                        .isPresent()) {
            return Optional.of(and.right());
        }
        return Optional.empty();
    }

    /** What is tried right before whatever follows: of {@code a || b || c} it is {@code b} that {@code c} follows. */
    private static Expression lastAlternative(Expression before) {
        Expression last = before;
        while (last instanceof Expression.Binary or && or.operator() == Operator.OR) {
            last = or.right();
        }
        return last;
    }
}
