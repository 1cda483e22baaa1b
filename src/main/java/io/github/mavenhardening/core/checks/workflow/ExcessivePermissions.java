package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds tokens that may do more than a job needs: no permissions said, all of them given, or writing given to every job. */
@AutoService(Check.class)
@CheckInfo(
        id = "excessive-permissions",
        title = "The job's token has more permissions than it needs",
        severity = Severity.MEDIUM,
        controls = {"OSPS-AC-04.01", "OSPS-AC-04.02"},
        sources = {
            "https://docs.zizmor.sh/audits/#excessive-permissions",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions",
            "https://github.com/ossf/scorecard/blob/main/docs/checks.md#token-permissions"
        })
public final class ExcessivePermissions implements WorkflowCheck {

    /** How bad it is when every job may write that; what is not listed is medium. */
    private static final Map<String, Severity> WRITES = Map.ofEntries(
            Map.entry("actions", Severity.HIGH),
            Map.entry("attestations", Severity.HIGH),
            Map.entry("contents", Severity.HIGH),
            Map.entry("deployments", Severity.HIGH),
            Map.entry("id-token", Severity.HIGH),
            Map.entry("issues", Severity.HIGH),
            Map.entry("packages", Severity.HIGH),
            Map.entry("pages", Severity.HIGH),
            Map.entry("pull-requests", Severity.HIGH),
            Map.entry("models", Severity.LOW),
            Map.entry("statuses", Severity.LOW));

    private static final String MISSING =
            "Set 'permissions: {}' at the top of the workflow, and under each job what it needs";
    private static final String BLANKET = "List the permissions that are needed, each with 'read' or 'write'";

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        // Where jobs speak for themselves, or a caller does, the top level matters little.
        boolean minor = workflow.jobs().size() == 1 || workflow.isReusableOnly() || allSpeak(workflow.liveJobs());
        Persona persona = minor ? Persona.PEDANTIC : Persona.REGULAR;
        if (workflow.permissions().isEmpty()) {
            Finding.Builder finding = missing(in.at(workflow.mapping().span()), "workflow");
            PermissionsFix.ofWorkflow(in, MISSING, finding);
            in.report(finding.persona(persona));
            return;
        }
        Permissions permissions = workflow.permissions().get();
        Optional<Finding.Builder> blanket = blanket(permissions, in);
        if (blanket.isPresent()) {
            PermissionsFix.ofWorkflow(in, BLANKET, blanket.get());
            in.report(blanket.get().persona(persona));
        }
        for (Permissions.Grant grant : permissions.grants()) {
            if (grant.isWrite()) {
                in.report(write(grant, in).persona(persona));
            }
        }
    }

    private static boolean allSpeak(List<Job> jobs) {
        for (Job job : jobs) {
            if (job.permissions().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void job(Job job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        boolean callerDecides = workflow.isReusableOnly() && !(job instanceof ReusableWorkflowCall);
        Persona persona = callerDecides ? Persona.PEDANTIC : Persona.REGULAR;
        Optional<Finding.Builder> finding = Optional.empty();
        if (job.permissions().isPresent()) {
            finding = blanket(job.permissions().get(), in);
        } else if (workflow.permissions().isEmpty()) {
            finding = Optional.of(missing(in.at(job.span()), "job '" + job.id().value() + "'"));
        }
        if (finding.isPresent()) {
            PermissionsFix.ofJob(job, in, job.permissions().isPresent() ? BLANKET : MISSING, finding.get());
            in.report(finding.get().scope(job.span()).persona(persona));
        }
    }

    private Finding.Builder missing(Location place, String what) {
        return at(place)
                .confidence(Confidence.MEDIUM)
                .message("The " + what + " sets no permissions, so its token gets the repository default")
                .subject(what);
    }

    private Optional<Finding.Builder> blanket(Permissions permissions, WorkflowContext in) {
        return switch (permissions.base()) {
            case READ_ALL -> Optional.of(blanket(permissions, "read", in));
            case WRITE_ALL -> Optional.of(blanket(permissions, "write", in).severity(Severity.HIGH));
            case EXPLICIT, UNKNOWN -> Optional.empty();
        };
    }

    private Finding.Builder blanket(Permissions permissions, String verb, WorkflowContext in) {
        return at(in.at(permissions.span()))
                .message("The token has '" + verb + "' permission for everything")
                .subject(verb + "-all"
                        + in.job().map(job -> " " + job.id().value()).orElse(""));
    }

    private Finding.Builder write(Permissions.Grant grant, WorkflowContext in) {
        String name = grant.name().value();
        Finding.Builder finding = at(in.at(grant.span()))
                .severity(WRITES.getOrDefault(name, Severity.MEDIUM))
                .message("The token of every job has write permission for '" + name + "'")
                .subject(name);
        PermissionsFix.ofGrant(grant, in, "Grant '" + name + ": write' under the jobs that need it", finding);
        return finding;
    }
}
