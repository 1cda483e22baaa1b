package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.posture.TestData;
import io.github.mavenhardening.core.shell.ScriptCommands;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.PreCommitConfig;
import io.github.mavenhardening.core.workflow.Problem;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Unreadable;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * Finds workflow, action and configuration files that cannot be read, so that no check looked at them, or that GitHub would
 * refuse.
 */
@AutoService(Check.class)
@CheckInfo(
        id = Checks.UNREADABLE_WORKFLOW,
        title = "A workflow or action file cannot be read, or has parts that GitHub would refuse",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax"
        })
public final class UnreadableWorkflow implements WorkflowCheck {

    @Override
    public void unreadable(Unreadable file, WorkflowContext in) {
        // Worse than a faulty part: nothing in this file was looked at. What tests read is often broken on purpose.
        in.report(at(file.location())
                .severity(TestData.is(file.location().path()) ? Severity.LOW : Severity.HIGH)
                .message("The file cannot be read, so nothing in it was checked: " + file.reason())
                .remedy("Correct the file, or delete it if it is not used")
                .subject("file"));
    }

    @Override
    public void definition(Definition definition, WorkflowContext in) {
        String reader = definition instanceof PreCommitConfig ? "pre-commit" : "GitHub";
        for (Problem problem : definition.problems()) {
            in.report(at(problem.location())
                    .message(reader + " would refuse this: " + problem.message())
                    .remedy("Correct it as the documentation of the file's syntax requires")
                    .subject(problem.message().replaceAll("line \\d+", "line")));
        }
    }

    @Override
    public void workflow(Workflow workflow, WorkflowContext in) {
        for (YamlMapping.Entry entry : workflow.mapping().entries()) {
            if (!entry.name().equals("on")
                    && !entry.name().equals("jobs")
                    && !entry.name().equals("name")) {
                expressions(entry.value(), in);
            }
        }
    }

    @Override
    public void action(Action action, WorkflowContext in) {
        for (NamedValues.Binding output : action.outputs().all()) {
            if (output.value() instanceof YamlMapping mapping
                    && mapping.get("value").isPresent()) {
                expressions(mapping.get("value").get(), in);
            }
        }
        Optional<YamlMapping> runs = action.mapping().mapping("runs");
        if (runs.isPresent()) {
            expressions(runs.get(), "steps", in);
        }
    }

    @Override
    public void job(Job job, WorkflowContext in) {
        expressions(job.mapping(), "steps", in);
        if (job instanceof ReusableWorkflowCall call) {
            call(call, in);
        }
        if (job.matrix().isPresent() && !job.matrix().get().isWhole()) {
            in.report(at(in.at(job.matrix().get().key().span()))
                    .message(
                            "The matrix has more values in lists than this check reads, so not all of them were checked")
                    .remedy("Reduce the matrix to the 256 jobs that GitHub runs at most")
                    .subject("matrix " + job.id().value()));
        }
    }

    private void call(ReusableWorkflowCall call, WorkflowContext in) {
        // Of a branch, the file that GitHub takes may be another than this one.
        if (in.definitions().target(call.uses().uses()).orElse(null) instanceof Workflow called) {
            for (CallRefusals.Refusal refusal : CallRefusals.of(call, called)) {
                in.report(at(in.at(refusal.span()))
                        .message("GitHub would refuse this: " + refusal.message())
                        .remedy("Pass on what the called workflow declares, and all that it requires")
                        .subject(call.id().value() + " " + refusal.message()));
            }
        }
    }

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        for (ReachedStep reached : JobSteps.of(job, in.workflow().orElseThrow(), in.definitions())) {
            for (String gap :
                    ProjectScripts.gaps(reached, in.definitions(), in.run().repository())) {
                in.run().gap(gap);
            }
        }
    }

    @Override
    public void step(Step step, WorkflowContext in) {
        expressions(step.mapping(), "parallel", in);
        if (step.body() instanceof Step.RunScript run
                && !ScriptCommands.areAllKnown(
                        run, ScriptShell.of(run, in.normalJob(), in.workflow()), in.definitions())) {
            in.report(at(in.at(run.key().span()))
                    .severity(Severity.HIGH)
                    .message("The script is too long or nested too deeply to be read as a whole: the rest"
                            + " was not checked")
                    .remedy("Move it into files, or split it into several steps")
                    .subject("script"));
        }
    }

    private void expressions(YamlMapping mapping, String except, WorkflowContext in) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (!entry.name().equals(except) && !entry.name().equals("if")) {
                expressions(entry.value(), in);
            }
        }
    }

    private void expressions(YamlNode node, WorkflowContext in) {
        for (YamlScalar scalar : YamlNodes.scalars(node)) {
            if (scalar.value().contains("${{")) {
                refused(Fence.of(scalar), in);
                unclosed(scalar, in);
            }
        }
    }

    @Override
    public void condition(Condition condition, WorkflowContext in) {
        // An empty condition is none.
        if (!condition.scalar().value().isBlank()) {
            refused(condition.fences(), in);
            unclosed(condition.scalar(), in);
        }
    }

    private void refused(List<Fence> fences, WorkflowContext in) {
        for (Fence fence : fences) {
            if (fence.refusal().isPresent()) {
                in.report(refused(fence.span(), fence.refusal().get(), in).subject("expression " + fence.body()));
            }
        }
    }

    private void unclosed(YamlScalar scalar, WorkflowContext in) {
        Optional<Span> unclosed = Fence.unclosed(scalar);
        if (unclosed.isPresent()) {
            in.report(refused(unclosed.get(), "it has no closing '}}'", in)
                    .subject("unclosed " + scalar.source().slice(unclosed.get())));
        }
    }

    private Finding.Builder refused(Span place, String why, WorkflowContext in) {
        return at(in.at(place))
                .message("The expression cannot be read, so no check knows what it does: " + why)
                .remedy("Write an expression that GitHub accepts");
    }
}
