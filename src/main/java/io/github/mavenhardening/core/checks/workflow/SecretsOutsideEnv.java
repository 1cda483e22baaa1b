package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.check.Options;
import io.github.mavenhardening.core.check.WorkflowCheck;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.DeploymentEnvironment;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds secrets in jobs without an environment, whose rules would say who and what gets them. */
@AutoService(Check.class)
@CheckInfo(
        id = "secrets-outside-env",
        title = "A secret is used in a job without a deployment environment",
        family = Family.WORKFLOWS,
        severity = Severity.MEDIUM,
        persona = Persona.AUDITOR,
        options = {"allow"},
        sources = {
            "https://docs.zizmor.sh/audits/#secrets-outside-env",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments"
        })
public final class SecretsOutsideEnv implements WorkflowCheck {

    /** GitHub makes it for each job, whatever the environment. */
    private static final String JOB_TOKEN = "secrets.github_token";

    private final Set<String> allowed;

    public SecretsOutsideEnv() {
        this(Set.of());
    }

    private SecretsOutsideEnv(Set<String> allowed) {
        this.allowed = allowed;
    }

    @Override
    public WorkflowCheck configured(Options options) {
        return new SecretsOutsideEnv(options.texts("allow").stream()
                .map(name -> "secrets." + name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void expression(Fence fence, Inspection inspection) {
        // A called workflow takes its secrets from the caller; its environments would take them from the repository.
        boolean called = inspection
                .workflow()
                .filter(workflow -> workflow.runsOn("workflow_call"))
                .isPresent();
        inspection
                .normalJob()
                .filter(job -> !called && !hasEnvironment(job))
                .ifPresent(job -> fence.expression().ifPresent(expression -> look(job, fence, expression, inspection)));
    }

    private void look(Job job, Fence fence, Expression expression, Inspection inspection) {
        List<Expression> seen = new ArrayList<>();
        for (Expression part : expression.all()) {
            boolean inner = seen.stream().anyMatch(outer -> outer.from() <= part.from() && part.to() <= outer.to());
            if (!inner && ContextPath.of(part).isPresent()) {
                seen.add(part);
                if (isSecret(part)) {
                    inspection.report(finding(job, fence, part, inspection));
                }
            }
        }
    }

    private Finding.Builder finding(Job job, Fence fence, Expression part, Inspection inspection) {
        String text = fence.scalar().value().substring(part.from(), part.to());
        return at(inspection.at(fence.span(part)))
                .related(inspection.at(job.id().span()).labelled("the job has no environment"))
                .scope(job.span())
                .message("'" + text + "' is handed to a job that any branch can run, for it has no environment")
                .remedy("Store it in an environment with rules, and name that under 'environment' of the job")
                .subject(job.id().value() + " " + text);
    }

    private boolean isSecret(Expression part) {
        return ContextPath.of(part)
                .filter(path -> path.context().equals("secrets"))
                .map(ContextPath::toString)
                .filter(path -> !path.equals(JOB_TOKEN) && !allowed.contains(path))
                .isPresent();
    }

    private static boolean hasEnvironment(NormalJob job) {
        return job.environment().flatMap(DeploymentEnvironment::name).isPresent();
    }
}
