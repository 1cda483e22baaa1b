package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlScalar;

/** What in one job leads to the code of a pull request by way of what steps look up, and hand on as outputs and variables. */
public interface NamedHeads {

    /** Those of jobs. */
    interface OfJobs {

        /** Those of a job of a workflow. */
        NamedHeads of(NormalJob job, Workflow workflow);
    }

    /** Whether a value of a step does, as it is filled in. */
    boolean isHead(YamlScalar value);

    /** Whether such a value is the name of a branch, and no commit or repository. */
    boolean isName(YamlScalar value);

    /** Whether a word of a command does which a step runs by its script. */
    boolean isHead(Step step, String word);
}
