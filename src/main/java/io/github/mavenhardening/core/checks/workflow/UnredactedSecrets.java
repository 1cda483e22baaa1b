package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;

/** Finds secrets taken apart in an expression: the runner masks the secret as it is stored, and not its parts. */
@AutoService(Check.class)
@CheckInfo(
        id = "unredacted-secrets",
        title = "A part of a secret is not masked in logs",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.zizmor.sh/audits/#unredacted-secrets",
            "https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets"
        })
public final class UnredactedSecrets implements WorkflowCheck {

    @Override
    public void expression(Fence fence, WorkflowContext in) {
        if (fence.expression().isEmpty()) {
            return;
        }
        for (Expression part : fence.expression().get().all()) {
            if (takesSecretApart(part)) {
                in.report(at(in.at(fence.span()))
                        .message("'" + fence.scalar().value().substring(part.from(), part.to())
                                + "' takes a secret apart, and its parts are not masked in the log")
                        .remedy("Store each part as a separate secret")
                        .subject(fence.body()));
            }
        }
    }

    private static boolean takesSecretApart(Expression part) {
        return part instanceof Expression.Call call
                && call.isTo("fromJSON")
                && call.arguments().stream()
                        .flatMap(argument -> ContextPath.of(argument).stream())
                        .anyMatch(path -> path.context().equals("secrets"));
    }
}
