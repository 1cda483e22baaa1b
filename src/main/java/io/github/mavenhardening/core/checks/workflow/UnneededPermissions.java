package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.step.NeededPermissions;
import io.github.mavenhardening.core.yaml.YamlEdits;
import io.github.mavenhardening.core.yaml.YamlMapping;
import java.util.Optional;

/** Finds permissions to write that a job says for itself and that nothing in it needs. */
@AutoService(Check.class)
@CheckInfo(
        id = "unneeded-permissions",
        title = "A job's token has write permissions that nothing in the job needs",
        severity = Severity.MEDIUM,
        confidence = Confidence.MEDIUM,
        persona = Persona.PEDANTIC,
        sources = {
            "https://docs.github.com/en/actions/reference/security/secure-use#considering-cross-repository-access",
            "https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps",
            "https://github.com/ossf/scorecard/blob/main/docs/checks.md#token-permissions"
        })
public final class UnneededPermissions implements WorkflowCheck {

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        if (job.permissions().isEmpty()) {
            return;
        }
        Permissions permissions = job.permissions().get();
        if (!hasWrite(permissions)) {
            return;
        }
        NeededPermissions needed = NeededPermissions.of(job, in.workflow().orElseThrow(), in.definitions());
        for (Permissions.Grant grant : permissions.grants()) {
            if (grant.isWrite() && needed.canDoWithout(grant.name().value())) {
                in.report(finding(job, grant, needed, in));
            }
        }
    }

    private static Optional<Fix> fix(Job job, Permissions.Grant grant, boolean reads) {
        YamlMapping.Entry entry = job.mapping().entry("permissions").orElseThrow();
        if (!(entry.value() instanceof YamlMapping permissions) || !YamlEdits.standsAlone(entry)) {
            return Optional.empty();
        }
        YamlMapping.Entry one = permissions.entry(grant.name().value()).orElseThrow();
        return reads
                ? YamlEdits.replace(grant.level(), "read").map(edit -> Fix.of("Lower it to 'read'", true, edit))
                : YamlEdits.remove(permissions, one)
                        .or(() -> YamlEdits.replace(grant.level(), "none"))
                        .map(edit -> Fix.of("Do not grant it", true, edit));
    }

    private static boolean hasWrite(Permissions permissions) {
        for (Permissions.Grant grant : permissions.grants()) {
            if (grant.isWrite()) {
                return true;
            }
        }
        return false;
    }

    private Finding.Builder finding(Job job, Permissions.Grant grant, NeededPermissions needed, WorkflowContext in) {
        String name = grant.name().value();
        Finding.Builder finding = at(in.at(grant.span()));
        fix(job, grant, needed.reads(name)).ifPresent(finding::fix);
        return finding.message("'" + name + ": write' is more than the job '"
                        + job.id().value() + "' needs: " + needed.inWords())
                .remedy(needed.reads(name) ? "Lower it to '" + name + ": read'" : "Remove it")
                .subject(job.id().value() + " " + name);
    }
}
