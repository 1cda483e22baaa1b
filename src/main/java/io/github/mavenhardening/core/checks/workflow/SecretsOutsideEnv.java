package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds secrets in jobs without an environment, whose rules would say who and what gets them. */
@AutoService(Check.class)
@CheckInfo(
        id = "secrets-outside-env",
        title = "A secret is used in a job without a deployment environment",
        severity = Severity.MEDIUM,
        persona = Persona.AUDITOR,
        options = SecretsOutsideEnv.Allowed.class,
        sources = {
            "https://docs.zizmor.sh/audits/#secrets-outside-env",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments"
        })
public final class SecretsOutsideEnv implements WorkflowCheck {

    /** GitHub makes it for each job, whatever the environment. */
    private static final String JOB_TOKEN = "secrets.github_token";

    record Allowed(
            @Option(value = "Names of secrets that need no environment", example = "[CODECOV_TOKEN]")
            Set<String> allow) {

        Allowed {
            Set<String> paths = new HashSet<>();
            for (String name : allow) {
                paths.add("secrets." + name.toLowerCase(Locale.ROOT));
            }
            allow = paths;
        }

        /** Whether the secret of that path, {@code secrets.name} in lower case, needs no environment. */
        boolean has(String path) {
            return allow.contains(path);
        }
    }

    @Override
    public void expression(Fence fence, WorkflowContext in) {
        // A called workflow takes its secrets from the caller; its environments would take them from the repository.
        Optional<Workflow> workflow = in.workflow();
        boolean called = workflow.isPresent() && workflow.get().runsOn("workflow_call");
        Optional<NormalJob> job = in.normalJob();
        if (!called
                && job.isPresent()
                && job.get().environmentName().isEmpty()
                && fence.expression().isPresent()) {
            look(job.get(), fence, fence.expression().get(), in);
        }
    }

    private void look(Job job, Fence fence, Expression expression, WorkflowContext in) {
        // Outer parts come first, so that what ends before an outer path does is of that path.
        int end = -1;
        for (Expression part : expression.all()) {
            if (part.to() > end && ContextPath.of(part).isPresent()) {
                end = part.to();
                if (isSecret(part, in)) {
                    in.report(finding(job, fence, part, in));
                }
            }
        }
    }

    private Finding.Builder finding(Job job, Fence fence, Expression part, WorkflowContext in) {
        String text = fence.scalar().value().substring(part.from(), part.to());
        return at(in.at(fence.span(part)))
                .related(in.at(job.id().span()).labelled("the job has no environment"))
                .scope(job.span())
                .message("'" + text
                        + "' is available to a job without a deployment environment, which any branch can run")
                .remedy("Store it in an environment with protection rules, and set 'environment' of the job")
                .subject(job.id().value() + " " + text);
    }

    private boolean isSecret(Expression part, WorkflowContext in) {
        Optional<ContextPath> path = ContextPath.of(part);
        if (path.isEmpty() || !path.get().context().equals("secrets")) {
            return false;
        }
        String name = path.get().toString();
        return !name.equals(JOB_TOKEN) && !in.options(Allowed.class).has(name);
    }
}
