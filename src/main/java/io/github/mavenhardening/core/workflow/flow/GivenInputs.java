package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What callers give the inputs of workflows of the repository. */
final class GivenInputs {

    /** By the path of what is called and the input's name in lower case. */
    private final Map<String, Map<String, List<Given>>> byPath = new HashMap<>();

    /** A value, and the job that gives it. */
    record Given(Workflow workflow, ReusableWorkflowCall call, YamlScalar value) {}

    /** Takes in what a job gives the workflow that it calls. */
    void add(Workflow workflow, ReusableWorkflowCall call, Definitions definitions) {
        Optional<String> path = definitions.ownPath(call.uses().uses());
        if (path.isEmpty()) {
            return;
        }
        byPath.putIfAbsent(path.get(), new HashMap<>());
        Map<String, List<Given>> byName = byPath.get(path.get());
        for (NamedValues.Binding binding : call.with().all()) {
            if (binding.scalar().isPresent()) {
                String name = binding.name().lower();
                byName.putIfAbsent(name, new ArrayList<>());
                byName.get(name).add(new Given(workflow, call, binding.scalar().get()));
            }
        }
    }

    /** Whether anything calls a workflow. */
    boolean areFor(Workflow workflow) {
        return byPath.containsKey(workflow.path());
    }

    /** All that callers give for an input. */
    List<Given> of(Workflow workflow, String name) {
        return byPath.getOrDefault(workflow.path(), Map.of()).getOrDefault(name, List.of());
    }
}
