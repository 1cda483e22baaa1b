package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.shell.ScriptCommands;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Matrices of names of files that another job lists in the repository's own checkout: nobody else words those. */
final class OwnFiles {

    private static final Set<String> LISTING = Set.of("find", "ls", "fd", "tree");
    /** Programs that change a list and bring nothing of their own. */
    private static final Set<String> SHAPING = Set.of(
            "jq",
            "sort",
            "uniq",
            "sed",
            "awk",
            "grep",
            "cut",
            "tr",
            "head",
            "tail",
            "xargs",
            "basename",
            "dirname",
            "echo",
            "printf",
            "cd",
            "set",
            "tee",
            "paste");

    private OwnFiles() {}

    /** Whether all that a matrix has at that path, and that the workflow does not say itself, are such names. */
    static boolean areAllOf(ContextPath path, WorkflowPosition in) {
        Optional<Workflow> workflow = in.workflow();
        // Under pull_request the checkout is of what the outsider sends.
        if (workflow.isEmpty()
                || workflow.get().runsOn("pull_request")
                || in.matrix().isEmpty()) {
            return false;
        }
        for (Matrix.Expansion value : in.matrix().get().valuesOf(path)) {
            if (!value.isKnown() && !isListed(value.origin(), workflow.get(), in)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isListed(YamlScalar value, Workflow workflow, WorkflowPosition in) {
        List<ContextPath> reads = Fence.readsIn(value.value());
        for (ContextPath read : reads) {
            List<String> names = read.segments();
            boolean isOutput = names.size() >= 4 && read.context().equals("needs");
            if (!isOutput || !isListed(names.get(1), names.get(3), workflow, in)) {
                return false;
            }
        }
        return !reads.isEmpty();
    }

    private static boolean isListed(String id, String output, Workflow workflow, WorkflowPosition in) {
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob normal && job.id().lower().equals(id)) {
                List<ContextPath> reads =
                        Fence.readsIn(normal.outputs().text(output).orElse(""));
                return reads.size() == 1
                        && reads.get(0).context().equals("steps")
                        && reads.get(0).segments().size() >= 4
                        && lists(reads.get(0).segments().get(1), normal, in);
            }
        }
        return false;
    }

    /** Whether a step lists files, and none before it brings other files than the repository's own. */
    private static boolean lists(String id, NormalJob job, WorkflowPosition in) {
        for (Step step : job.liveSteps()) {
            if (step.id().isPresent() && step.id().get().lower().equals(id)) {
                return step.body() instanceof Step.RunScript run
                        && run.input().isEmpty()
                        && step.env().all().isEmpty()
                        && lists(run, in);
            }
            boolean isOwn = step.usesAction("actions/checkout")
                    && step.input("ref").isEmpty()
                    && step.input("repository").isEmpty();
            if (!isOwn) {
                return false;
            }
        }
        return false;
    }

    private static boolean lists(Step.RunScript run, WorkflowPosition in) {
        boolean lists = false;
        if (run.script().value().contains(Fence.OPEN)) {
            return false;
        }
        for (ShellCommand command :
                ScriptCommands.read(run, Shell.POSIX, in.definitions()).commands()) {
            boolean isListing = LISTING.contains(command.name())
                    || (command.name().equals("git") && command.operand(0).equals("ls-files"));
            lists |= isListing;
            if (!isListing && !SHAPING.contains(command.name())) {
                return false;
            }
        }
        return lists;
    }
}
