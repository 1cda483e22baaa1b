package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.check.WorkflowCheck;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlComment;
import java.util.List;

/** Finds permissions that no comment explains. */
@AutoService(Check.class)
@CheckInfo(
        id = "undocumented-permissions",
        title = "A permission is granted without a word on why",
        family = Family.WORKFLOWS,
        severity = Severity.LOW,
        persona = Persona.PEDANTIC,
        sources = {"https://docs.zizmor.sh/audits/#undocumented-permissions"})
public final class UndocumentedPermissions implements WorkflowCheck {

    @Override
    public void workflow(Workflow workflow, Inspection inspection) {
        workflow.permissions().ifPresent(permissions -> look(permissions, inspection));
    }

    @Override
    public void job(Job job, Inspection inspection) {
        job.permissions().ifPresent(permissions -> look(permissions, inspection));
    }

    /** One finding for each list of permissions, at the first that is not explained. */
    private void look(Permissions permissions, Inspection inspection) {
        List<YamlComment> comments = inspection.definition().orElseThrow().comments();
        permissions.grants().stream()
                .filter(grant -> !isUsual(grant) && !isExplained(grant, permissions, comments))
                .findFirst()
                .ifPresent(grant -> inspection.report(at(inspection.at(grant.span()))
                        .message("No comment says why '" + grant.name().value() + ": "
                                + grant.level().value() + "' is needed")
                        .remedy("Say so in a comment behind it")
                        .subject(grant.name().value())));
    }

    private static boolean isUsual(Permissions.Grant grant) {
        return grant.name().value().equals("contents") && grant.level().value().equals("read");
    }

    /** Whether a comment stands behind it, or by itself on the line above, within the list. */
    private static boolean isExplained(Permissions.Grant grant, Permissions permissions, List<YamlComment> comments) {
        int line = grant.span().endLine();
        return comments.stream()
                .filter(comment -> !comment.text().isEmpty())
                .map(YamlComment::span)
                .anyMatch(span -> span.line() == line
                        || (span.line() == grant.span().line() - 1
                                && span.line() > permissions.key().span().line()
                                && permissions.grants().stream()
                                        .noneMatch(other -> other.span().endLine() == span.line())));
    }
}
