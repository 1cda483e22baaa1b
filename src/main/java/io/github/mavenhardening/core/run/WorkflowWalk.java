package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.Container;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.DependabotConfig;
import io.github.mavenhardening.core.workflow.Image;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.PreCommitConfig;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Unreadable;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands every part of every definition to every check, each definition on a thread of its own. */
final class WorkflowWalk {

    /**
     * Fewer definitions than this are looked at by half of the checks on one core and by the other half on another: a small
     * repository is done before the checks' code is warm, and two threads that run the same checks would wait for each other.
     */
    private static final int MANY_DEFINITIONS = 16;

    /** So many definitions are looked at before their findings are put to the others, of which no more are kept than need be. */
    private static final int AT_ONCE = 256;

    private final CheckContext context;
    private final Definitions definitions;
    private final List<WorkflowCheck> checks;
    private final KnownWalks known;

    WorkflowWalk(CheckContext context, Definitions definitions, List<WorkflowCheck> checks, KnownWalks known) {
        this.context = context;
        this.definitions = definitions;
        this.checks = List.copyOf(checks);
        this.known = known;
    }

    WalkResult walk() {
        if (!known.isNone()) {
            return walkWhatChanged();
        }
        if (definitions.all().size() >= MANY_DEFINITIONS) {
            return walkAtOnce();
        }
        List<WalkResult> halves = halves().parallelStream()
                .map(half -> new WorkflowWalk(context, definitions, half, known).walkAtOnce())
                .toList();
        KeptFindings findings = new KeptFindings();
        for (WalkResult half : halves) {
            findings.addAll(half.findings());
        }
        return new WalkResult(
                findings, halves.get(0).references(), halves.get(0).images());
    }

    private List<List<WorkflowCheck>> halves() {
        List<WorkflowCheck> even = new ArrayList<>();
        List<WorkflowCheck> odd = new ArrayList<>();
        for (WorkflowCheck check : checks) {
            (even.size() > odd.size() ? odd : even).add(check);
        }
        return List.of(even, odd);
    }

    private WalkResult walkAtOnce() {
        // Those that ask the network put all their questions at once, and then know the answers.
        KeptFindings whole = outside(online(true));
        int references = 0;
        int images = 0;
        for (int from = 0; from < definitions.all().size(); from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, definitions.all().size());
            List<WalkResult> parts = definitions.all().subList(from, to).parallelStream()
                    .map(definition -> new InDefinition().walk(definition))
                    .toList();
            for (WalkResult part : parts) {
                whole.addAll(part.findings());
                references += part.references();
                images += part.images();
            }
        }
        // The others come last: what they want to know of each definition was worked out when that was looked at.
        whole.addAll(outside(online(false)));
        return new WalkResult(whole, references, images);
    }

    /** Those that ask the network, or those that do not. */
    private List<WorkflowCheck> online(boolean areOnline) {
        return checks.stream()
                .filter(check -> check.info().online() == areOnline)
                .toList();
    }

    /** Walks those that are not known from the walk before, each together with what it refers to and what refers to it. */
    private WalkResult walkWhatChanged() {
        known.next();
        List<WalkResult> parts = new ArrayList<>(ReferredParts.of(definitions).parallelStream()
                .map(part -> known.get(part, context, definitions, this::walk))
                .toList());
        parts.add(new WalkResult(outside(checks), 0, 0));
        return WalkResult.of(parts);
    }

    private WalkResult walk(List<Definition> part, CheckContext in, Definitions seen) {
        WorkflowWalk walk = new WorkflowWalk(in, seen, checks, known);
        return WalkResult.of(part.stream()
                .map(definition -> walk.new InDefinition().walk(definition))
                .toList());
    }

    /** What is found outside every definition: in the repository as a whole, and in what cannot be read. */
    private KeptFindings outside(List<WorkflowCheck> asked) {
        KeptFindings found = new KeptFindings();
        WorkflowContext outside = WorkflowContext.of(context, definitions, found);
        for (WorkflowCheck check : asked) {
            check.repository(definitions, outside);
            for (Unreadable file : definitions.unreadable()) {
                check.unreadable(file, outside);
            }
        }
        return found;
    }

    private final class InDefinition {
        private final KeptFindings findings = new KeptFindings();
        private int references;
        private int images;

        WalkResult walk(Definition definition) {
            WorkflowContext in =
                    WorkflowContext.of(context, definitions, findings).in(definition);
            for (WorkflowCheck check : checks) {
                check.definition(definition, in);
            }
            if (definition instanceof Workflow workflow) {
                for (WorkflowCheck check : checks) {
                    check.workflow(workflow, in);
                }
                expressions(definition.mapping(), "jobs", Optional.empty(), in);
                for (Job job : workflow.liveJobs()) {
                    job(job, in.in(job));
                }
            } else if (definition instanceof Action action) {
                for (WorkflowCheck check : checks) {
                    check.action(action, in);
                }
                expressions(action.mapping(), "runs", Optional.empty(), in);
            } else if (definition instanceof ActionsLock lock) {
                for (WorkflowCheck check : checks) {
                    check.actionsLock(lock, in);
                }
            } else if (definition instanceof DependabotConfig config) {
                for (WorkflowCheck check : checks) {
                    check.dependabot(config, in);
                }
            } else if (definition instanceof PreCommitConfig config) {
                for (WorkflowCheck check : checks) {
                    check.preCommit(config, in);
                }
            }
            for (Image image : definition.images()) {
                image(image, in);
            }
            steps(definition.steps(), in);
            return new WalkResult(findings, references, images);
        }

        private void job(Job job, WorkflowContext in) {
            for (WorkflowCheck check : checks) {
                check.job(job, in);
                if (job instanceof NormalJob normal) {
                    check.normalJob(normal, in);
                }
            }
            condition(job.condition(), in);
            expressions(job.mapping(), "steps", job.condition(), in);
            if (job instanceof ReusableWorkflowCall call) {
                uses(call.uses(), in);
            } else if (job instanceof NormalJob normal) {
                if (normal.container().isPresent()) {
                    container(normal.container().get(), in);
                }
                for (Container service : normal.services()) {
                    container(service, in);
                }
                steps(normal.steps(), in);
            }
        }

        private void container(Container container, WorkflowContext in) {
            if (container.image().isPresent()) {
                image(container.image().get(), in);
            }
        }

        private void steps(List<Step> steps, WorkflowContext in) {
            List<Step> live = Step.live(steps);
            if (!live.isEmpty()) {
                for (WorkflowCheck check : checks) {
                    check.steps(live, in);
                }
            }
            each(steps, in);
        }

        private void each(List<Step> steps, WorkflowContext in) {
            for (Step step : steps) {
                step(step, in);
            }
        }

        private void condition(Optional<Condition> condition, WorkflowContext in) {
            if (condition.isPresent()) {
                for (WorkflowCheck check : checks) {
                    check.condition(condition.get(), in);
                }
            }
        }

        private void step(Step step, WorkflowContext outer) {
            if (step.isNever()) {
                return;
            }
            WorkflowContext in = outer.in(step);
            for (WorkflowCheck check : checks) {
                check.step(step, in);
            }
            condition(step.condition(), in);
            expressions(step.mapping(), "parallel", step.condition(), in);
            if (step.uses().isPresent()) {
                uses(step.uses().get().uses(), in);
            }
            if (step.body() instanceof Step.Parallel parallel) {
                each(parallel.steps(), outer);
            }
        }

        private void uses(UsesReference reference, WorkflowContext in) {
            references++;
            for (WorkflowCheck check : checks) {
                check.uses(reference, in);
            }
            if (reference.uses() instanceof Uses.Docker) {
                image(Image.ofStep(reference), in);
            }
        }

        private void image(Image image, WorkflowContext in) {
            images++;
            for (WorkflowCheck check : checks) {
                check.image(image, in);
            }
        }

        /** The expressions of a mapping, but for those under the key whose parts come by themselves. */
        private void expressions(
                YamlMapping mapping, String except, Optional<Condition> condition, WorkflowContext in) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                if (!entry.name().equals(except) && !entry.name().equals("if")) {
                    for (YamlScalar scalar : YamlNodes.scalars(entry.value())) {
                        expressions(Fence.of(scalar), in);
                    }
                }
            }
            if (condition.isPresent()) {
                expressions(condition.get().fences(), in);
            }
        }

        private void expressions(List<Fence> fences, WorkflowContext in) {
            for (Fence fence : fences) {
                for (WorkflowCheck check : checks) {
                    check.expression(fence, in);
                }
            }
        }
    }
}
