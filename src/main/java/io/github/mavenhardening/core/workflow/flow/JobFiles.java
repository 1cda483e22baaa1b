package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.checkout.Outside;
import io.github.mavenhardening.core.workflow.checkout.OutsideCode;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the files of one job's workspace hold: what scripts wrote to them, or what an outsider did. */
final class JobFiles {

    /** What happens where a file is read. */
    static final String READS = "reads a file of an outsider";

    /** What happens where files are listed. */
    static final String LISTS = "lists files of an outsider";

    /** What happens where an outsider's files come in. */
    static final String CHECKOUT = "checks out an outsider's files";

    static final String ARTIFACT = "brings files of another run";

    private final Map<String, Taint> written = new TreeMap<>();
    private final WorkTrees trees;
    private final OutsiderEvents events;

    /** The steps so far that were not yet asked whether they run something of the workspace. */
    private final List<ReachedStep> unasked = new ArrayList<>();

    private boolean runsWorkspace;

    /** The step whose script is looked at, its commands, the next of them, and where that runs. */
    private Optional<ReachedStep> step = Optional.empty();

    private List<ShellCommand> commands = List.of();
    private int next;
    private String folder = "";

    /**
     * Files of a job.
     *
     * @param trees the checkouts of its workspace
     * @param events the events that start it
     */
    JobFiles(WorkTrees trees, OutsiderEvents events) {
        this.trees = trees;
        this.events = events;
    }

    /** Takes in what an action of a step brings. */
    void action(ReachedStep reached) {
        unasked.add(reached);
        trees.action(reached);
    }

    /** Goes on to the script of a step, which begins in a folder. */
    void begin(ReachedStep reached, String start) {
        step = Optional.of(reached);
        commands = reached.commands();
        next = 0;
        folder = start;
    }

    /** Takes in what the commands of the script bring that stand before an offset, if that is the step's own. */
    @SuppressWarnings("ReferenceEquality") // Steps are large to compare, and another one may look the same.
    void reach(ReachedStep reached, int offset) {
        if (step.isEmpty() || step.get() != reached) {
            return;
        }
        for (; next < commands.size() && commands.get(next).from() < offset; next++) {
            ShellCommand command = commands.get(next);
            if (command.name().equals("cd") || command.name().equals("pushd")) {
                folder = WorkPath.within(folder, command.operand(0));
            }
            trees.command(command, folder, step.orElseThrow());
        }
    }

    boolean bringsArtifact(ReachedStep reached) {
        return trees.bringsArtifact(reached);
    }

    void set(String name, Taint taint) {
        written.put(name, taint);
    }

    Map<String, Taint> written() {
        return written;
    }

    Optional<Taint> written(String name) {
        return Optional.ofNullable(written.get(name));
    }

    Optional<Taint> of(String name, Location place) {
        Optional<Taint> own = written(name);
        if (own.isPresent()) {
            return own;
        }
        Optional<Outside> outside = trees.ofFile(name);
        return outside.isPresent() && mayHarm(outside.get())
                ? Optional.of(source(outside.get(), place))
                : Optional.empty();
    }

    private boolean mayHarm(Outside outside) {
        if (outside.isArtifact()) {
            return true;
        }
        // Whose code the job has run already gains nothing by a file, where the run has no rights beyond the job.
        return isFilled(outside) && (events.arePrivileged() || !runsWorkspace());
    }

    /** Whether one of the events names the commit or the branch, where no step does; what no event fills is empty. */
    private boolean isFilled(Outside outside) {
        for (String name : events.names()) {
            if (outside.isFilledBy(name)) {
                return true;
            }
        }
        return !outside.isOfEvent();
    }

    /** Whether a step ran something of the workspace. */
    private boolean runsWorkspace() {
        for (ReachedStep reached : unasked) {
            runsWorkspace = runsWorkspace || OutsideCode.ofWorkspace(reached).isPresent();
        }
        unasked.clear();
        return runsWorkspace;
    }

    private static Taint source(Outside outside, Location place) {
        String how = !outside.isArtifact()
                ? CHECKOUT
                : outside.upload().isPresent() ? "brings files of another job" : ARTIFACT;
        return Taint.source(Taint.Kind.TEXT, outside.place(), how).at(place, READS);
    }

    boolean areOutsiders() {
        Optional<Outside> outside = trees.at("");
        return outside.isPresent() && !outside.get().isArtifact();
    }
}
