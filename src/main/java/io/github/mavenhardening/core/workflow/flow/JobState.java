package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state of a job, as a script of one of its steps reads it and leaves it to the steps after it. */
interface JobState {

    /** Who can set the job off, and what of an event they word. */
    OutsiderEvents events();

    /** Whether what the forge is asked for is an outsider's, and the run such that it does harm. */
    boolean asksForge();

    /** What is read of a context. */
    Optional<Taint> path(ContextPath path, Location place, CallPath frame, Optional<Step> step);

    /** What a program reads of the event that started the run. */
    default Optional<Taint> event(List<String> names, Location place, ReachedStep reached) {
        ContextPath path = new ContextPath(names);
        return SentTexts.mayHold(path)
                ? path(path, place, reached.frame(), Optional.of(reached.step()))
                : events().worded(path).map(kind -> Taint.source(kind, place, "reads it from the event"));
    }

    /** What is read in the expressions of GitHub that stand in a text of a step. */
    default Optional<Taint> expressions(String text, Location place, ReachedStep reached) {
        for (ContextPath path : text.contains(Fence.OPEN) ? PossibleValue.pathsIn(text) : List.<ContextPath>of()) {
            Optional<Taint> found = path(path, place, reached.frame(), Optional.of(reached.step()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What a value of a definition holds, when its expressions are filled in. */
    Optional<Taint> value(YamlScalar value, CallPath frame, Optional<Step> step);

    /** What a variable of the environment holds, the innermost level that sets it deciding. */
    Optional<Taint> variable(String name, CallPath frame, Optional<Step> step);

    /** What a variable holds that the runner sets. */
    default Optional<Taint> builtIn(String name, Location place) {
        return name.equals("GITHUB_HEAD_REF")
                ? events().worded(new ContextPath(List.of("github", "head_ref")))
                        .map(kind -> Taint.source(kind, place, "an outsider words it"))
                : Optional.empty();
    }

    /** Takes in what the commands of a step's script bring that stand before an offset of it; a script that it calls has none. */
    void reach(ReachedStep reached, int offset);

    /** Whether a script of the job has fetched an outsider's commits. */
    boolean hasFetched();

    /** Takes in that a script fetches an outsider's commits. */
    void setFetched();

    /** The scripts of the repository that the job's steps call. */
    CalledScripts scripts();

    /** What a file holds: what a script wrote to it, or what an outsider did. */
    Optional<Taint> file(String name, Location place);

    /** What scripts of the job wrote to files, by path. */
    Map<String, Taint> written();

    /** What a script of the job wrote to a file. */
    Optional<Taint> written(String name);

    /** Whether the files of the workspace's root are an outsider's, by a checkout. */
    boolean isOnOutsidersCode();

    /** Whether the action of a step brings what another run left. */
    boolean bringsArtifact(ReachedStep reached);

    /** Takes in what a script writes to a file. */
    void setFile(String name, Taint taint);

    /** Takes in an output of a step. */
    void setOutput(ReachedStep reached, String name, Taint taint);

    /** Takes in a variable that is set for later steps. */
    void setVariable(String name, Taint taint);

    /** Takes in a place where text does harm. */
    void sink(Sink.Kind kind, ReachedStep reached, Location place, String text, Taint taint);

    /** Takes in a word, or the name of a variable, by which a command names a pull request's head. */
    void nameHead(String word);

    /** Takes in what a step sends to workflows of the repository. */
    void send(ReachedStep reached, SentText sent);

    /** Takes in that not all of the job is followed. */
    void cut();
}
