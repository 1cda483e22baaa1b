package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.checkout.OutsideCode;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the files of one job's workspace hold: what scripts wrote to them, or what an outsider did. */
final class JobFiles {

    private final Map<String, Taint> written = new HashMap<>();
    private final WorkTrees trees;
    private final boolean isPrivileged;

    /** Whether a step ran something of the workspace. */
    private boolean runsWorkspace;

    /**
     * Files of a job.
     *
     * @param trees the checkouts of its workspace
     * @param isPrivileged whether its run has rights that outsiders do not have
     */
    JobFiles(WorkTrees trees, boolean isPrivileged) {
        this.trees = trees;
        this.isPrivileged = isPrivileged;
    }

    /** Takes in what an action of a step brings. */
    void action(ReachedStep reached) {
        runsWorkspace |= OutsideCode.ofWorkspace(reached).isPresent();
        trees.action(reached);
    }

    /** Takes in what the commands of a step's script bring, which begins in a folder. */
    void script(ReachedStep reached, String folder) {
        String current = folder;
        for (ShellCommand command : reached.commands()) {
            if (command.name().equals("cd") || command.name().equals("pushd")) {
                current = WorkTrees.within(current, command.operand(0));
            }
            trees.command(command, current, reached);
        }
    }

    boolean bringsArtifact(ReachedStep reached) {
        return trees.bringsArtifact(reached);
    }

    void set(String name, Taint taint) {
        written.put(name, taint);
    }

    Optional<Taint> written(String name) {
        return Optional.ofNullable(written.get(name));
    }

    Optional<Taint> of(String name, Location place) {
        Optional<Taint> own = written(name);
        if (own.isPresent()) {
            return own;
        }
        Optional<WorkTrees.Outside> outside = trees.ofFile(name);
        // Whose code the job has run already gains nothing by a file, where the run has no rights beyond the job.
        if (outside.isPresent() && !outside.get().isArtifact() && runsWorkspace && !isPrivileged) {
            return Optional.empty();
        }
        return outside.isPresent() ? Optional.of(source(outside.get(), place)) : Optional.empty();
    }

    private static Taint source(WorkTrees.Outside outside, Location place) {
        String how = !outside.isArtifact()
                ? "checks out an outsider's files"
                : outside.upload().isPresent() ? "brings files of another job" : "brings files of another run";
        return Taint.source(Taint.Kind.TEXT, outside.place(), how).at(place, "reads a file of an outsider");
    }

    boolean areOutsiders() {
        Optional<WorkTrees.Outside> outside = trees.at("");
        return outside.isPresent() && !outside.get().isArtifact();
    }
}
