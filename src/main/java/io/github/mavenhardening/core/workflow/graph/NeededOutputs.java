package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.Assumed;
import io.github.mavenhardening.core.workflow.expression.Assumption;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An assumption about a run of a workflow that also has what jobs hand to those that need them, {@code needs.ID.outputs.NAME},
 * where the assumption decides it.
 */
public final class NeededOutputs implements Assumption {

    /** Through how many jobs an output is followed. */
    private static final int DEPTH_LIMIT = 4;
    /** The segments of such a path. */
    private static final int SEGMENTS = 4;

    private final Assumption run;
    private final Map<String, NormalJob> jobs = new HashMap<>();
    /** Each output is looked at once, however often expressions name it. */
    private final Map<YamlScalar, Optional<Value>> known = new HashMap<>();

    private int depth;

    /**
     * An assumption with outputs.
     *
     * @param workflow the workflow that runs
     * @param run what is assumed of the run
     */
    public NeededOutputs(Workflow workflow, Assumption run) {
        this.run = run;
        for (Job job : workflow.liveJobs()) {
            if (job instanceof NormalJob normal) {
                jobs.put(key(job.id().value()), normal);
            }
        }
    }

    @Override
    public Optional<Value> read(ContextPath path) {
        List<String> segments = path.segments();
        boolean isOutput = segments.size() == SEGMENTS
                && path.context().equals("needs")
                && segments.get(2).equals("outputs");
        return isOutput ? output(segments.get(1), segments.get(3)) : run.read(path);
    }

    @Override
    public Optional<Value> call(Expression.Call call) {
        return run.call(call);
    }

    private Optional<Value> output(String id, String name) {
        NormalJob job = jobs.get(key(id));
        Optional<YamlScalar> output =
                job == null ? Optional.empty() : job.outputs().scalar(name);
        // Silent: an output that is handed on further is not known, so that a finding stands.
        if (output.isEmpty() || depth == DEPTH_LIMIT) {
            return Optional.empty();
        }
        Optional<Value> value = known.get(output.get());
        if (value == null) {
            depth++;
            value = valueOf(output.get());
            depth--;
            known.put(output.get(), value);
        }
        return value;
    }

    /** The text that an output comes to: all that jobs hand on is text. */
    private Optional<Value> valueOf(YamlScalar output) {
        List<Fence> fences = Fence.of(output);
        if (fences.isEmpty()) {
            return Optional.of(new Value.Text(output.value()));
        }
        Optional<Expression> expression =
                fences.get(0).isWhole() ? fences.get(0).expression() : Optional.empty();
        Optional<Value> value = expression.isPresent() ? new Assumed(this).valueOf(expression.get()) : Optional.empty();
        return value.isPresent() && !(value.get() instanceof Value.Collection)
                ? Optional.of(new Value.Text(value.get().text()))
                : Optional.empty();
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
