package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Value;
import java.util.List;
import java.util.Optional;

/** Finds conditions that take a text for a list: a part of it passes too. */
@AutoService(Check.class)
@CheckInfo(
        id = "unsound-contains",
        title = "A condition searches a substring where it means a member of a list",
        severity = Severity.HIGH,
        sources = {
            "https://docs.zizmor.sh/audits/#unsound-contains",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#contains"
        })
public final class UnsoundContains implements WorkflowCheck {

    /** What those who send a change or start a run can word. */
    private static final List<String> CHOSEN = List.of(
            "env",
            "inputs",
            "github.actor",
            "github.base_ref",
            "github.head_ref",
            "github.ref",
            "github.ref_name",
            "github.sha",
            "github.triggering_actor");

    @Override
    public void condition(Condition condition, WorkflowContext in) {
        for (Fence fence : condition.fences()) {
            if (fence.expression().isPresent()) {
                look(fence.expression().get(), fence, condition, in);
            }
        }
    }

    private void look(Expression expression, Fence fence, Condition condition, WorkflowContext in) {
        for (Expression part : expression.all()) {
            Optional<ContextPath> path = needle(part);
            if (path.isPresent()) {
                report(condition, fence, part, path.get(), in);
            }
        }
    }

    private void report(Condition condition, Fence fence, Expression part, ContextPath path, WorkflowContext in) {
        boolean chosen = CHOSEN.stream().anyMatch(path::isWithin);
        in.report(at(in.at(condition.key().span()))
                .severity(chosen ? info().severity() : Severity.INFO)
                .related(in.at(fence.span(part)).labelled("any substring passes"))
                .message("'" + path + "' passes if it is any substring: the second argument is a string, not a list")
                .remedy("Search a list: contains(fromJSON('[\"…\"]'), …)")
                .subject(fence.scalar().value().substring(part.from(), part.to())));
    }

    /** What is looked for in a literal text; empty for every other expression. */
    private static Optional<ContextPath> needle(Expression part) {
        return part instanceof Expression.Call call
                        && call.isTo("contains")
                        && call.arguments().size() == 2
                        && call.arguments().get(0) instanceof Expression.Literal literal
                        && literal.value() instanceof Value.Text
                ? ContextPath.of(call.arguments().get(1))
                : Optional.empty();
    }
}
