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

/** Finds expressions that put every secret on the runner, because which one is needed is not written down. */
@AutoService(Check.class)
@CheckInfo(
        id = "overprovisioned-secrets",
        title = "An expression puts every secret on the runner",
        severity = Severity.MEDIUM,
        sources = {"https://docs.zizmor.sh/audits/#overprovisioned-secrets"})
public final class OverprovisionedSecrets implements WorkflowCheck {

    @Override
    public void expression(Fence fence, WorkflowContext in) {
        if (fence.expression().isEmpty()) {
            return;
        }
        for (Expression part : fence.expression().get().all()) {
            if (readsAll(part)) {
                in.report(at(in.at(fence.span()))
                        .message("'" + fence.scalar().value().substring(part.from(), part.to())
                                + "' sends every secret to the runner")
                        .remedy("Name each secret that is needed: secrets.NAME")
                        .subject(fence.body()));
            }
        }
    }

    private static boolean readsAll(Expression part) {
        if (part instanceof Expression.Call call && call.isTo("toJSON")) {
            return call.arguments().stream().anyMatch(OverprovisionedSecrets::isSecrets);
        }
        return part instanceof Expression.Index index
                && isSecrets(index.target())
                && index.index().constant().isEmpty();
    }

    private static boolean isSecrets(Expression expression) {
        return ContextPath.of(expression)
                .filter(path -> path.toString().equals("secrets"))
                .isPresent();
    }
}
