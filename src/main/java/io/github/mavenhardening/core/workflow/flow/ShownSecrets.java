package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ScriptShell;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a job shows of its secrets: in its log and in files that it uploads.
 *
 * @param shown in the order of the steps
 * @param isWhole whether all of its scripts were followed
 */
public record ShownSecrets(List<ShownSecret> shown, boolean isWhole) {

    /** What a job shows. */
    public static ShownSecrets of(NormalJob job, Workflow workflow, Definitions definitions) {
        if (SecretUse.of(job, workflow, definitions).isEmpty()) {
            return new ShownSecrets(List.of(), true);
        }
        JobSecrets secrets = new JobSecrets(job, workflow);
        List<ReachedStep> atEnd = new ArrayList<>();
        for (ReachedStep reached : JobSteps.of(job, workflow, definitions)) {
            Optional<UploadedFiles> uploaded = UploadedFiles.of(reached);
            if (uploaded.isPresent() && uploaded.get().areOfEnd()) {
                atEnd.add(reached);
            } else if (uploaded.isPresent()) {
                secrets.upload(uploaded.get(), reached);
            } else {
                follow(secrets, reached, job, workflow);
            }
        }
        for (ReachedStep reached : atEnd) {
            secrets.upload(UploadedFiles.of(reached).orElseThrow(), reached);
        }
        return new ShownSecrets(secrets.shown(), secrets.isWhole());
    }

    private static void follow(JobSecrets secrets, ReachedStep reached, NormalJob job, Workflow workflow) {
        Step step = reached.step();
        if (step.body() instanceof Step.RunScript run) {
            Shell shell =
                    ScriptShell.of(run, Optional.of(job), Optional.of(workflow)).likely();
            if (shell == Shell.POSIX) {
                new SecretScript(secrets, reached, run.script()).follow();
            } else if (shell == Shell.POWERSHELL || shell == Shell.PYTHON) {
                new StepProgram(secrets, reached, run.script())
                        .follow(
                                shell == Shell.PYTHON ? ProgramLanguage.PYTHON : ProgramLanguage.POWERSHELL,
                                WorkTrees.folder(reached));
            }
        } else if (step.usesAction("actions/github-script")
                && step.input("script").isPresent()) {
            new StepProgram(secrets, reached, step.input("script").get()).follow(ProgramLanguage.JAVASCRIPT, "");
        } else {
            RegistryLogin.take(reached, secrets);
        }
    }
}
