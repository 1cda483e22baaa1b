package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.RunDefaults;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/** Finds workflow features that are better avoided: installing into the runner's Python, {@code cmd}, unknown shells. */
@AutoService(Check.class)
@CheckInfo(
        id = "misfeature",
        title = "A feature is used that is better avoided",
        severity = Severity.LOW,
        sources = {
            "https://docs.zizmor.sh/audits/#misfeature",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell"
        })
public final class Misfeature implements WorkflowCheck {

    private static final String PIP_INSTALL = "pip-install";

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        defaults(workflow.defaults(), workflow.mapping(), in);
    }

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        defaults(job.defaults(), job.mapping(), in);
    }

    private void defaults(Optional<RunDefaults> defaults, YamlMapping parent, WorkflowContext in) {
        if (defaults.isEmpty() || defaults.get().shell().isEmpty()) {
            return;
        }
        Optional<YamlMapping> own = parent.mapping("defaults");
        Optional<YamlMapping> run = own.isPresent() ? own.get().mapping("run") : Optional.empty();
        if (run.isPresent()) {
            shell(defaults.get().shell().get(), run.get(), in);
        }
    }

    @Override
    public void step(Step step, WorkflowContext in) {
        if (step.run().isPresent() && step.run().get().shell().isPresent()) {
            shell(step.run().get().shell().get(), step.mapping(), in);
        }
        if (step.usesAction("actions/setup-python")) {
            step.uses()
                    .orElseThrow()
                    .with()
                    .get(PIP_INSTALL)
                    .ifPresent(input -> in.report(at(in.at(input.name().span()))
                            .message("'" + PIP_INSTALL + "' installs into the runner's Python, past any lock file")
                            .remedy("Install in a separate step, into a virtual environment, from hashed requirements")
                            .subject(PIP_INSTALL)));
        }
    }

    private void shell(YamlScalar shell, YamlMapping parent, WorkflowContext in) {
        if (!Fence.of(shell).isEmpty()) {
            return;
        }
        Shell known = Shell.ofText(shell.value());
        Location place = in.at(parent.entry("shell").orElseThrow().key().span());
        Finding.Builder finding = at(place).subject("shell " + shell.value());
        if (known == Shell.CMD) {
            in.report(finding.message("'cmd' has no reliable way to quote a value")
                    .remedy("Use 'pwsh' or 'bash'"));
        } else if (known == Shell.OTHER) {
            in.report(finding.persona(Persona.AUDITOR)
                    .message("'" + shell.value() + "' is not a known shell, so its script cannot be checked")
                    .remedy("Use a shell that GitHub documents, and run other programs from it"));
        }
    }
}
