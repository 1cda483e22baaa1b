package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.ActionPermissions.Need;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.step.JobNeeds;
import io.github.mavenhardening.core.yaml.YamlComment;
import io.github.mavenhardening.core.yaml.YamlEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds permissions that no comment explains. */
@AutoService(Check.class)
@CheckInfo(
        id = "undocumented-permissions",
        title = "A permission is granted without a comment on why",
        severity = Severity.LOW,
        persona = Persona.PEDANTIC,
        sources = {"https://docs.zizmor.sh/audits/#undocumented-permissions"})
public final class UndocumentedPermissions implements WorkflowCheck {

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        look(workflow.permissions(), in);
    }

    @Override
    public void job(Job job, WorkflowContext in) {
        look(job.permissions(), in);
    }

    /** One finding for each list of permissions, at the first that is not explained. */
    private void look(Optional<Permissions> permissions, WorkflowContext in) {
        if (permissions.isEmpty()) {
            return;
        }
        Definition definition = in.definition().orElseThrow();
        for (Permissions.Grant grant : permissions.get().grants()) {
            if (!isUsual(grant) && !isExplained(grant, permissions.get(), definition)) {
                Finding.Builder finding = at(in.at(grant.span()))
                        .message("No comment says why '" + grant.name().value() + ": "
                                + grant.level().value() + "' is needed")
                        .remedy("Explain it in a comment after it")
                        // The one finding of a list, whichever of its permissions is the first without a comment.
                        .subject(in.job().map(job -> job.id().value()).orElse("workflow"));
                fix(permissions.get(), in).ifPresent(finding::fix);
                in.report(finding);
                return;
            }
        }
    }

    /** Says what each permission of a job's list is for, where that is known of all. */
    private static Optional<Fix> fix(Permissions permissions, WorkflowContext in) {
        if (in.job().isEmpty()) {
            return Optional.empty();
        }
        JobNeeds needs = JobNeeds.of(in.job().get(), in.workflow().orElseThrow(), in.definitions());
        List<Fix.Edit> edits = new ArrayList<>();
        for (Permissions.Grant grant : permissions.grants()) {
            if (!isUsual(grant)
                    && !isExplained(grant, permissions, in.definition().orElseThrow())) {
                String name = grant.name().value();
                Need need = needs.asked().getOrDefault(name, needs.used().get(name));
                Optional<Fix.Edit> edit = need == null || need.isWrite() != grant.isWrite()
                        ? Optional.empty()
                        : YamlEdits.explain(grant.level(), need.reason());
                if (edit.isEmpty()) {
                    return Optional.empty();
                }
                edits.add(edit.get());
            }
        }
        return Optional.of(new Fix("Say what each is for", true, edits));
    }

    private static boolean isUsual(Permissions.Grant grant) {
        return grant.name().value().equals("contents") && grant.level().value().equals("read");
    }

    /** Whether a comment stands behind it, or by itself on the line above, within the list. */
    private static boolean isExplained(Permissions.Grant grant, Permissions permissions, Definition definition) {
        int above = grant.span().line() - 1;
        return isSaid(definition, grant.span().endLine())
                || (above > permissions.key().span().line()
                        && isSaid(definition, above)
                        && !endsOn(above, permissions.grants()));
    }

    private static boolean isSaid(Definition definition, int line) {
        Optional<YamlComment> comment = definition.commentOn(line);
        return comment.isPresent() && !comment.get().text().isEmpty();
    }

    private static boolean endsOn(int line, List<Permissions.Grant> grants) {
        for (Permissions.Grant grant : grants) {
            if (grant.span().endLine() == line) {
                return true;
            }
        }
        return false;
    }
}
