package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.JobSteps;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The artifacts that jobs of a workflow leave for each other of an outsider's code, or of what another run left. */
public final class OutsideUploads {

    private static final String DEFAULT_NAME = "artifact";
    private static final String WILDCARDS = "*?[!";

    /** Each step that downloads is compared with all of them. */
    private static final int LIMIT = 256;

    private OutsideUploads() {}

    /** Whether they are all, for nobody writes so many. */
    public static boolean areAllKnown(Workflow workflow, Definitions definitions, NamedHeads.OfJobs heads) {
        // Silent: this is how the check of artifacts learns that there are more.
        return of(workflow, definitions, heads).size() < LIMIT;
    }

    /**
     * Those of a workflow, in the order of its jobs.
     *
     * @param heads what leads to outsiders' code by what steps of the jobs look up
     */
    public static List<OutsideUpload> of(Workflow workflow, Definitions definitions, NamedHeads.OfJobs heads) {
        Optional<List<OutsideUpload>> known = definitions.known(OutsideUploads.class, workflow);
        return known.isPresent()
                ? known.get()
                : definitions.keep(OutsideUploads.class, workflow, found(workflow, definitions, heads));
    }

    private static List<OutsideUpload> found(Workflow workflow, Definitions definitions, NamedHeads.OfJobs heads) {
        List<OutsideUpload> found = new ArrayList<>();
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob normal && mayStart(job, workflow)) {
                List<ReachedStep> steps = JobSteps.of(normal, workflow, definitions);
                if (uploads(steps) && !Guard.keepsOwn(job, workflow, definitions)) {
                    collect(normal, steps, () -> heads.of(normal, workflow), found);
                }
            }
        }
        // Silent: the check of artifacts says that there are more.
        return List.copyOf(found.subList(0, Math.min(LIMIT, found.size())));
    }

    /** Whether an event that outsiders set off starts it in a run that has the repository's rights. */
    private static boolean mayStart(Job job, Workflow workflow) {
        for (String event : Trigger.DANGEROUS) {
            if ((workflow.runsOn(event) || workflow.runsOn("workflow_call"))
                    && CallPath.mayHold(job.condition(), event)) {
                return true;
            }
        }
        return false;
    }

    private static boolean uploads(List<ReachedStep> steps) {
        for (ReachedStep reached : steps) {
            if (reached.step().usesAction("actions/upload-artifact")) {
                return true;
            }
        }
        return false;
    }

    private static void collect(
            NormalJob job, List<ReachedStep> steps, Supplier<NamedHeads> heads, List<OutsideUpload> found) {
        WorkTrees trees = new WorkTrees(List.of(), heads);
        for (ReachedStep reached : steps) {
            Step step = reached.step();
            trees.action(reached);
            for (ShellCommand command : reached.commands()) {
                trees.command(command, "", reached);
            }
            if (step.usesAction("actions/upload-artifact") && trees.holdOutside()) {
                Optional<Outside> outside = uploaded(step, reached, trees);
                if (outside.isPresent()) {
                    Optional<YamlScalar> name = step.input("name");
                    found.add(new OutsideUpload(
                            job,
                            name.isPresent() ? reached.textOf(name.get()) : DEFAULT_NAME,
                            outside.get().isArtifact(),
                            outside.get().place(),
                            reached.place()));
                }
            }
        }
    }

    /** Whose code lies where one of the uploaded files does. */
    private static Optional<Outside> uploaded(Step step, ReachedStep reached, WorkTrees trees) {
        Optional<YamlScalar> paths = step.input("path");
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        for (String line : reached.textOf(paths.get()).split("\\R", -1)) {
            String path = line.strip();
            int end = 0;
            while (end < path.length() && WILDCARDS.indexOf(path.charAt(end)) < 0) {
                end++;
            }
            Optional<Outside> outside =
                    path.isEmpty() || path.startsWith("!") ? Optional.empty() : trees.ofFile(path.substring(0, end));
            if (outside.isPresent()) {
                return outside;
            }
        }
        return Optional.empty();
    }
}
