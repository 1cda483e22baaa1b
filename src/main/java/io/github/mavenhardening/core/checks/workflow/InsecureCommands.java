package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlEdits;
import io.github.mavenhardening.core.yaml.YamlMapping;
import java.util.Optional;

/** Finds the variable that enables withdrawn workflow commands again, by which any line of output can set variables. */
@AutoService(Check.class)
@CheckInfo(
        id = "insecure-commands",
        title = "Withdrawn workflow commands are enabled again",
        severity = Severity.HIGH,
        sources = {
            "https://docs.zizmor.sh/audits/#insecure-commands",
            "https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/"
        })
public final class InsecureCommands implements WorkflowCheck {

    private static final String VARIABLE = "ACTIONS_ALLOW_UNSECURE_COMMANDS";

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        look(workflow.mapping(), workflow.env(), in);
    }

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        look(job.mapping(), job.env(), in);
    }

    @Override
    public void step(Step step, WorkflowContext in) {
        // An unknown environment of an action cannot be corrected here, that of a script can.
        if (step.run().isPresent() || step.env().whole().isEmpty()) {
            look(step.mapping(), step.env(), in);
        }
    }

    private void look(YamlMapping owner, NamedValues env, WorkflowContext in) {
        if (env.key().isEmpty()) {
            return;
        }
        Location place = in.at(env.key().get().span());
        if (enables(env)) {
            Finding.Builder finding = at(place);
            fix(owner).ifPresent(finding::fix);
            in.report(finding.subject(VARIABLE)
                    .message("Any line that a step prints can set environment variables and the search path")
                    .remedy("Remove '" + VARIABLE + "', and write to $GITHUB_ENV and $GITHUB_PATH"));
        } else if (env.whole().isPresent()) {
            in.report(at(place)
                    .subject(VARIABLE)
                    .confidence(Confidence.LOW)
                    .persona(Persona.AUDITOR)
                    .message("The variables are an expression, which may set '" + VARIABLE + "'")
                    .remedy("Write the variables out"));
        }
    }

    /** Takes the variable out, and {@code env} with it where nothing else is there. */
    private static Optional<Fix> fix(YamlMapping owner) {
        Optional<YamlMapping> env = owner.mapping("env");
        Optional<YamlMapping.Entry> variable = env.isPresent() ? env.get().entry(VARIABLE) : Optional.empty();
        if (variable.isEmpty()) {
            return Optional.empty();
        }
        Optional<Fix.Edit> edit = env.get().entries().size() == 1
                ? YamlEdits.remove(owner, owner.entry("env").orElseThrow())
                : YamlEdits.remove(env.get(), variable.get());
        return edit.map(removal -> Fix.of("Remove " + VARIABLE, false, removal));
    }

    private static boolean enables(NamedValues env) {
        for (NamedValues.Binding binding : env.all()) {
            if (binding.name().value().equals(VARIABLE)
                    && binding.text().orElse("").strip().equalsIgnoreCase("true")) {
                return true;
            }
        }
        return false;
    }
}
