package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.check.WorkflowCheck;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.RunsOn;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;

/** Finds jobs that run on machines of one's own. */
@AutoService(Check.class)
@CheckInfo(
        id = "self-hosted-runner",
        title = "A job runs on a self-hosted runner",
        family = Family.WORKFLOWS,
        severity = Severity.MEDIUM,
        persona = Persona.AUDITOR,
        sources = {
            "https://docs.zizmor.sh/audits/#self-hosted-runner",
            "https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners"
        })
public final class SelfHostedRunner implements WorkflowCheck {

    private static final String LABEL = "self-hosted";

    @Override
    public void job(Job job, Inspection inspection) {
        if (job instanceof NormalJob normal && normal.runsOn().isPresent()) {
            RunsOn runsOn = normal.runsOn().get();
            if (isNamed(normal)) {
                inspection.report(finding(runsOn, job, inspection)
                        .message("The job '" + job.id().value() + "' runs on a self-hosted runner"));
            } else if (runsOn.group().isPresent()) {
                inspection.report(finding(runsOn, job, inspection)
                        .confidence(Confidence.LOW)
                        .message(
                                "The job '" + job.id().value() + "' runs in a runner group, which may be self-hosted"));
            }
        }
    }

    /** Whether one of the job's labels says that its runner is self-hosted, in some part of its matrix at least. */
    static boolean isNamed(NormalJob job) {
        if (job.runsOn().isPresent()) {
            for (YamlScalar label : job.runsOn().get().labels()) {
                if (isOwn(label, job)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Finding.Builder finding(RunsOn runsOn, Job job, Inspection inspection) {
        return at(inspection.at(runsOn.key().span()))
                .remedy("Keep it from running what outsiders send, and make the runner ephemeral")
                .subject(job.id().value());
    }

    private static boolean isOwn(YamlScalar label, Job job) {
        if (label.value().equalsIgnoreCase(LABEL)) {
            return true;
        }
        for (Fence fence : Fence.of(label)) {
            if (fence.isWhole()
                    && job.matrix().isPresent()
                    && isOwn(fence, job.matrix().get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOwn(Fence label, Matrix matrix) {
        for (ContextPath path : label.reads()) {
            for (Matrix.Expansion value : matrix.valuesOf(path)) {
                if (value.isKnown() && value.text().equalsIgnoreCase(LABEL)) {
                    return true;
                }
            }
        }
        return false;
    }
}
