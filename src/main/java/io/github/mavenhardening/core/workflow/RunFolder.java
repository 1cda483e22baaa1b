package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/**
 * The folder that the script of a step runs in, as it is written.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#defaultsrun">defaults.run</a>
 */
public final class RunFolder {

    private RunFolder() {}

    /**
     * What the step says, else the defaults of its job, else those of the workflow; empty where none does. Defaults reach no script
     * that an action is given.
     *
     * @param job the job whose own step it is; empty of an action's, which defaults do not reach
     * @param workflow that job's workflow
     */
    public static Optional<YamlScalar> of(Step.RunScript run, Optional<NormalJob> job, Optional<Workflow> workflow) {
        Optional<YamlScalar> folder = run.workingDirectory();
        boolean isOwn = run.input().isEmpty();
        if (folder.isEmpty() && isOwn && job.isPresent() && job.get().defaults().isPresent()) {
            folder = job.get().defaults().get().workingDirectory();
        }
        if (folder.isEmpty()
                && isOwn
                && workflow.isPresent()
                && workflow.get().defaults().isPresent()) {
            folder = workflow.get().defaults().get().workingDirectory();
        }
        return folder;
    }
}
