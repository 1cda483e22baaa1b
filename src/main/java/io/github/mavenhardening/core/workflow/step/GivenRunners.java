package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Labels of runners that a job gives to the jobs of a workflow that it calls, by inputs. */
public final class GivenRunners {

    private GivenRunners() {}

    /** The labels, each where the calling job gives it. */
    public static List<RunnerLabels.Label> of(ReusableWorkflowCall call, Definitions definitions) {
        List<RunnerLabels.Label> found = new ArrayList<>();
        Optional<Workflow> called = definitions.called(call);
        if (called.isEmpty()) {
            return found;
        }
        for (String input : inputs(called.get())) {
            Optional<YamlScalar> given = call.with().scalar(input);
            given.ifPresent(label -> found.addAll(RunnerLabels.of(label, call.matrix())));
        }
        return found;
    }

    /** The labels that a job takes from an input for which nobody gives another, each where the input is declared. */
    public static List<RunnerLabels.Label> ofDefaults(NormalJob job, Workflow workflow) {
        List<RunnerLabels.Label> found = new ArrayList<>();
        for (String name : inputs(job)) {
            for (Trigger trigger : workflow.triggers()) {
                Optional<NamedValues.Binding> declared = trigger.inputs().get(name);
                if (declared.isPresent() && declared.get().value() instanceof YamlMapping mapping) {
                    mapping.scalar("default")
                            .ifPresent(label -> found.addAll(RunnerLabels.of(label, Optional.empty())));
                }
            }
        }
        return found;
    }

    /** The inputs that jobs of a workflow take their runners from. */
    private static Set<String> inputs(Workflow called) {
        Set<String> names = new LinkedHashSet<>();
        for (Job job : called.liveJobs()) {
            if (job instanceof NormalJob normal) {
                names.addAll(inputs(normal));
            }
        }
        return names;
    }

    private static Set<String> inputs(NormalJob job) {
        Set<String> names = new LinkedHashSet<>();
        for (YamlScalar label : job.runsOn().isPresent() ? job.runsOn().get().labels() : List.<YamlScalar>of()) {
            for (ContextPath read : Fence.readsIn(label.value())) {
                if (read.context().equals("inputs") && read.segments().size() == 2) {
                    names.add(read.segments().get(1));
                }
            }
        }
        return names;
    }
}
