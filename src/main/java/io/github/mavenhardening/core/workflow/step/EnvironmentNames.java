package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.expression.Assumed;
import io.github.mavenhardening.core.workflow.expression.Assumption;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Operator;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names that an environment may have in a run, as far as the workflow tells: as written, by an expression, by a matrix. */
public final class EnvironmentNames {

    private final Assumed run;
    private final Optional<Matrix> matrix;
    private final Set<String> names = new LinkedHashSet<>();

    private EnvironmentNames(Assumption run, Optional<Matrix> matrix) {
        this.run = new Assumed(run);
        this.matrix = matrix;
    }

    /** Those of a job in such a run. */
    public static Set<String> of(YamlScalar name, Job job, Assumption run) {
        List<Fence> fences = Fence.of(name);
        if (fences.isEmpty()) {
            return Set.of(name.value());
        }
        EnvironmentNames found = new EnvironmentNames(run, job.matrix());
        if (fences.get(0).isWhole() && fences.get(0).expression().isPresent()) {
            found.collect(fences.get(0).expression().get());
        }
        return found.names;
    }

    private void collect(Expression expression) {
        Optional<Value> known = run.valueOf(expression);
        Optional<ContextPath> path = ContextPath.of(expression);
        if (known.isPresent()) {
            names.add(known.get().text());
        } else if (path.isPresent()) {
            for (Matrix.Expansion value :
                    matrix.isPresent() ? matrix.get().valuesOf(path.get()) : List.<Matrix.Expansion>of()) {
                if (value.isKnown()) {
                    names.add(value.text());
                }
            }
        } else if (expression instanceof Expression.Logical chain) {
            collect(chain);
        }
    }

    /** What a chain comes to: of alternatives each that may be true, of what must be true together the last. */
    private void collect(Expression.Logical chain) {
        for (Expression operand : chain.operands()) {
            Optional<Value> known = run.valueOf(operand);
            if (chain.isOf(Operator.AND)) {
                if (known.isPresent() && !known.get().isTruthy()) {
                    return;
                }
            } else if (known.isEmpty() || known.get().isTruthy()) {
                collect(operand);
                if (known.isPresent()) {
                    return;
                }
            }
        }
        if (chain.isOf(Operator.AND)) {
            collect(chain.last());
        }
    }
}
