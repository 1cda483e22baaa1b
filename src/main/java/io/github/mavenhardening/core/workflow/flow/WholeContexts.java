package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.ReusableWorkflowCall;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in contexts that an expression reads as a whole, or in each part of: {@code toJSON(needs)}, {@code steps.*.outputs.text}. */
final class WholeContexts {

    /** More values of one reading are not looked at. */
    private static final int LIMIT = 200;

    private static final String ANY = "*";

    private WholeContexts() {}

    /** Whether a path stands for several values. */
    static boolean isOne(ContextPath path) {
        List<String> names = path.segments();
        int length = switch (path.context()) {
            case "steps", "needs" -> 4;
            case "env", "inputs" -> 2;
            default -> 0;
        };
        boolean isOfOutputs = names.size() < 3
                || names.get(2).equals("outputs")
                || names.get(2).equals(ANY);
        boolean mayBeAny = names.size() < length || names.subList(0, length).contains(ANY);
        return mayBeAny && isOfOutputs;
    }

    /** The paths of the variables, or inputs, of those names. */
    static List<ContextPath> named(ContextPath whole, Collection<String> names) {
        List<ContextPath> paths = new ArrayList<>();
        for (String name : names) {
            // Silent: few workflows have so many, and the first that brings a text is enough.
            if (paths.size() < LIMIT) {
                paths.add(new ContextPath(List.of(whole.context(), name.toLowerCase(Locale.ROOT))));
            }
        }
        return paths;
    }

    /**
     * The paths of the outputs that a path stands for.
     *
     * @param outputs the names of all outputs, by those of the steps or jobs that have them
     */
    static List<ContextPath> outputs(ContextPath whole, Map<String, Collection<String>> outputs) {
        List<String> names = whole.segments();
        String id = names.size() > 1 ? names.get(1) : ANY;
        String output = names.size() > 3 ? names.get(3) : ANY;
        List<ContextPath> paths = new ArrayList<>();
        for (Map.Entry<String, Collection<String>> each : outputs.entrySet()) {
            boolean isAsked = id.equals(ANY) || id.equals(each.getKey());
            for (String name : isAsked ? each.getValue() : List.<String>of()) {
                String lower = name.toLowerCase(Locale.ROOT);
                // Silent: few workflows have so many, and the first that brings a text is enough.
                if (paths.size() < LIMIT && (output.equals(ANY) || output.equals(lower))) {
                    paths.add(new ContextPath(List.of(whole.context(), each.getKey(), "outputs", lower)));
                }
            }
        }
        return paths;
    }

    /** The first of some, as many as are looked at. */
    static <T> Stream<T> first(Collection<T> all) {
        // Silent: few workflows have so many, and the first that brings a text is enough.
        return all.stream().limit(LIMIT);
    }

    /** Whether a path reads of any step or job, or of that one. */
    static boolean isOf(ContextPath path, String id) {
        return path.segments().size() < 2
                || path.segments().get(1).equals(ANY)
                || path.segments().get(1).equals(id);
    }

    /** The names of values. */
    static List<String> names(NamedValues values) {
        return first(values.all()).map(value -> value.name().lower()).toList();
    }

    /** The names of the outputs of a job that another one needs. */
    static List<String> outputsOf(YamlScalar needed, Workflow workflow, Definitions definitions) {
        Job job = definitions
                .known(WholeContexts.class, workflow, () -> jobs(workflow))
                .get(needed.lower());
        Optional<NamedValues> outputs = Optional.empty();
        if (job instanceof NormalJob normal) {
            outputs = Optional.of(normal.outputs());
        } else if (job instanceof ReusableWorkflowCall call) {
            outputs = definitions
                    .called(call)
                    .flatMap(target -> target.trigger("workflow_call"))
                    .map(Trigger::outputs);
        }
        return outputs.map(WholeContexts::names).orElse(List.of());
    }

    private static Map<String, Job> jobs(Workflow workflow) {
        Map<String, Job> jobs = new HashMap<>();
        for (Job job : workflow.liveJobs()) {
            jobs.putIfAbsent(job.id().lower(), job);
        }
        return jobs;
    }
}
