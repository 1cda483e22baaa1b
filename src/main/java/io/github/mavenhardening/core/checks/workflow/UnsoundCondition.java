package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/** Finds conditions that are a text and not an expression: every text but the empty one is true. */
@AutoService(Check.class)
@CheckInfo(
        id = "unsound-condition",
        title = "A condition is always true",
        severity = Severity.HIGH,
        sources = {"https://docs.zizmor.sh/audits/#unsound-condition", "https://github.com/actions/runner/issues/1173"})
public final class UnsoundCondition implements WorkflowCheck {

    @Override
    public void condition(Condition condition, WorkflowContext in) {
        if (condition.isText()) {
            Finding.Builder finding = at(in.at(condition.key().span()));
            fix(condition).ifPresent(finding::fix);
            in.report(finding.related(in.at(condition.scalar().span()).labelled("text surrounds the expression"))
                    .message(
                            "The condition is always true: any text around '${{ }}', even a line break, makes it a non-empty string")
                    .remedy("Write the condition without '${{ }}', or end the block scalar with '|-' or '>-'")
                    .subject(condition.scalar().value().strip()));
        }
    }

    /** Where the text around is the line break that ends a block scalar, that one is left out. */
    private static Optional<Fix> fix(Condition condition) {
        YamlScalar scalar = condition.scalar();
        Fence fence = condition.fences().get(0);
        boolean breaksOnly = scalar.value().strip().length() == fence.to() - fence.from();
        if (!scalar.isBlock() || !breaksOnly || scalar.header().contains("-")) {
            return Optional.empty();
        }
        int start = scalar.span().start();
        Span header = scalar.source().span(start, start + scalar.header().length());
        String chomped = scalar.header().replace("+", "") + "-";
        return Optional.of(Fix.of(
                "End the block scalar with '" + chomped + "'",
                true,
                new Fix.Edit(scalar.source().path(), header, chomped)));
    }
}
