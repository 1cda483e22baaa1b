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
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;

/** Finds references to the checkout where one to the workflow's own commit is possible. */
@AutoService(Check.class)
@CheckInfo(
        id = "self-repository",
        title = "A local action is taken from the checkout, not from the workflow's own commit",
        severity = Severity.LOW,
        sources = {"https://docs.zizmor.sh/audits/#self-repository"})
public final class SelfRepository implements WorkflowCheck {

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        if (reference.uses() instanceof Uses.Local local) {
            // What of it stands before the path in the repository.
            String folder = local.checkout().isEmpty() ? "." : "./" + local.checkout();
            String path = local.path().substring(Math.min(local.path().length(), folder.length() + 1));
            Span span = reference.span();
            Finding.Builder finding = at(in.at(span))
                    .message("'" + local.path() + "' "
                            + (in.step().isPresent()
                                    ? "is taken from the working tree, which earlier steps can change"
                                    : "is written as what an action takes from the working tree, though it is of the workflow's own"
                                            + " commit"))
                    .remedy("Use '$/" + path + "': the same file at the workflow's own commit")
                    .subject(reference.text());
            if (!path.isEmpty() && local.path().startsWith(folder + "/")) {
                Span prefix = reference.scalar().source().span(span.start(), span.start() + folder.length());
                finding.fix(Fix.of(
                        "Refer to the workflow's own commit",
                        true,
                        new Fix.Edit(reference.scalar().source().path(), prefix, "$")));
            }
            in.report(finding);
        }
    }
}
