package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.checkout.NamedHeads;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import java.util.Optional;

/** What a job gets from other jobs, from callers and from called workflows. */
interface OtherJobs {

    /** The definitions that all of them stand in. */
    Definitions definitions();

    /** The repository whose scripts their steps call. */
    Repository repository();

    /** Whether a script of so many characters may be followed beside those that were. */
    boolean mayFollow(int characters);

    /** Whether a job's steps could get text from elsewhere though no outsider sets the job off. */
    boolean isGivenText(Workflow workflow);

    /** Whether a job that a job needs, or one that this one needs, fails for who has no rights in the repository. */
    boolean isChecked(Workflow workflow, Job job);

    /** What in jobs leads to a pull request's code by what their steps look up. */
    NamedHeads.OfJobs heads();

    /** The output of a job that another one of its workflow needs. */
    Optional<Taint> needed(Workflow workflow, Job by, String id, String name);

    /** The artifacts of a job that another one of its workflow needs. */
    Optional<LeftArtifacts> left(Workflow workflow, String need);

    /** What any caller gives for an input. */
    Optional<Taint> input(Workflow workflow, String name);

    /** What a context holds in a job that another job sent. */
    Optional<Taint> sent(ContextPath path, Workflow workflow, Job job);

    /** Takes in what a job sends to workflows of the repository. */
    void send(SentText sent);

    /** Takes in that not all of a workflow is followed. */
    void cut(Workflow workflow);
}
