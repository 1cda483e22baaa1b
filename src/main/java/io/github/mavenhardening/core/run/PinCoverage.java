package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Container;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Image;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.graph.LockedPins;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.ArrayList;
import java.util.List;

/**
 * How many of the references that can run are pinned to bytes that nobody can move: an action or workflow to a commit, or by
 * GitHub's lock; an image to a digest. What lies in the repository is as fixed as the repository itself and is not counted.
 */
final class PinCoverage {

    private final Definitions definitions;
    private final Count actions = new Count();
    private final Count workflows = new Count();
    private final Count images = new Count();

    private static final class Count {
        private int pinned;
        private int all;

        void add(boolean isPinned) {
            pinned += isPinned ? 1 : 0;
            all++;
        }
    }

    private PinCoverage(Definitions definitions) {
        this.definitions = definitions;
    }

    static List<Coverage> of(Definitions definitions) {
        PinCoverage counted = new PinCoverage(definitions);
        for (Definition definition : definitions.all()) {
            counted.count(definition);
        }
        List<Coverage> coverage = new ArrayList<>();
        add(coverage, "actions", counted.actions);
        add(coverage, "reusable workflows", counted.workflows);
        add(coverage, "images", counted.images);
        return coverage;
    }

    private static void add(List<Coverage> coverage, String kind, Count count) {
        if (count.all > 0) {
            coverage.add(new Coverage(kind, "pinned", count.pinned, count.all));
        }
    }

    private void count(Definition definition) {
        for (UsesReference reference : References.live(definition, definitions)) {
            if (reference.uses() instanceof Uses.Repository uses) {
                boolean isPinned = (uses.ref().isPresent() && uses.ref().get().isCommit())
                        || LockedPins.has(uses, definition, definitions);
                (isWorkflow(uses) ? workflows : actions).add(isPinned);
            } else if (reference.uses() instanceof Uses.Docker) {
                count(Image.ofStep(reference));
            }
        }
        if (definition instanceof Action action) {
            if (action.runs() instanceof Action.Docker docker && docker.image().isPresent()) {
                count(docker.image().get());
            }
        } else if (definition instanceof Workflow workflow) {
            for (Job job : workflow.liveJobs()) {
                if (job instanceof NormalJob normal) {
                    containers(normal);
                }
            }
        }
    }

    private static boolean isWorkflow(Uses.Repository uses) {
        return uses.path().isPresent() && uses.path().get().startsWith(DefinitionKind.WORKFLOW_FOLDER + "/");
    }

    private void containers(NormalJob job) {
        List<Container> containers = new ArrayList<>(job.services());
        if (job.container().isPresent()) {
            containers.add(job.container().get());
        }
        for (Container container : containers) {
            if (container.image().isPresent()) {
                count(container.image().get());
            }
        }
    }

    /** One whose name only a run tells is not known to be pinned. */
    private void count(Image image) {
        if (!image.text().isEmpty()) {
            images.add(!image.isExpression() && image.reference().isPinned());
        }
    }
}
