package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what steps of a job name leads to a pull request's code: by contexts, variables and the matrix, or by what steps look up. */
final class HeadReads {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(?:env:)?([A-Za-z_][A-Za-z0-9_]{0,100})\\}?");

    private final Supplier<NamedHeads> lookedUp;

    /** @param lookedUp what steps look up; asked for where nothing else tells, for it has to be followed through all scripts */
    HeadReads(Supplier<NamedHeads> lookedUp) {
        this.lookedUp = lookedUp;
    }

    /** Whether what a value reads leads there, with variables of the environment followed. */
    Optional<OutsideRef.Sureness> of(YamlScalar scalar, ReachedStep reached) {
        Optional<OutsideRef.Sureness> found = written(scalar, reached.frame(), new HashSet<>());
        List<ContextPath> reads =
                found.isPresent() ? List.of() : reached.frame().reads(scalar);
        for (ContextPath path : reads) {
            found = OutsideRef.surer(found, ofPath(path, reached));
        }
        return found.isEmpty() && !reads.isEmpty() && lookedUp.get().isHead(scalar)
                ? Optional.of(OutsideRef.Sureness.LIKELY)
                : found;
    }

    /** Whether all of a pull request that a value leads to is the name of its branch. */
    boolean areNames(YamlScalar scalar, ReachedStep reached) {
        if (written(scalar, reached.frame(), new HashSet<>()).isPresent()) {
            return false;
        }
        boolean are = false;
        for (ContextPath path : reached.frame().reads(scalar)) {
            boolean isName = OutsideRef.isName(path);
            if (!isName && ofPath(path, reached).isPresent()) {
                return false;
            }
            are |= isName;
        }
        return are || lookedUp.get().isName(scalar);
    }

    /** The same of the repository that is named to a checkout. */
    Optional<OutsideRef.Sureness> ofRepository(YamlScalar repository, ReachedStep reached) {
        return ForkOwner.isIn(repository, name -> reached.variable(name))
                ? Optional.of(OutsideRef.Sureness.SURE)
                : of(repository, reached);
    }

    /** Whether a value does as it is written, or as the callers write the inputs that it reads, each of which is followed once. */
    private static Optional<OutsideRef.Sureness> written(YamlScalar scalar, CallPath frame, Set<YamlScalar> followed) {
        Optional<OutsideRef.Sureness> found = OutsideRef.of(scalar.value());
        if (found.isPresent() || frame.call().isEmpty()) {
            return found;
        }
        CallPath.Call call = frame.call().get();
        for (ContextPath path : Fence.readsIn(scalar.value())) {
            Optional<YamlScalar> given =
                    path.context().equals("inputs") && path.segments().size() == 2
                            ? call.with().scalar(path.segments().get(1))
                            : Optional.empty();
            if (found.isEmpty() && given.isPresent() && followed.add(given.get())) {
                found = written(given.get(), call.caller(), followed);
            }
        }
        return found;
    }

    private static Optional<OutsideRef.Sureness> ofPath(ContextPath path, ReachedStep reached) {
        if (path.segments().size() == 2 && path.context().equals("env")) {
            Optional<YamlScalar> variable = reached.variable(path.segments().get(1));
            return variable.isPresent() ? ofValue(variable.get(), reached) : Optional.empty();
        }
        if (path.context().equals("matrix") && reached.job().matrix().isPresent()) {
            Optional<OutsideRef.Sureness> found = Optional.empty();
            for (Matrix.Expansion expansion : reached.job().matrix().get().valuesOf(path)) {
                found = OutsideRef.surer(found, ofValue(expansion.origin(), reached));
            }
            return found;
        }
        return OutsideRef.of(List.of(path));
    }

    private static Optional<OutsideRef.Sureness> ofValue(YamlScalar value, ReachedStep reached) {
        Optional<OutsideRef.Sureness> written = OutsideRef.of(value.value());
        return written.isPresent() ? written : OutsideRef.of(reached.frame().reads(value));
    }

    /** Whether a word of a script does, by an expression in it, or by a variable. */
    Optional<OutsideRef.Sureness> of(String word, ReachedStep reached) {
        boolean isWritten = OutsideRef.of(word).isPresent()
                || ForkOwner.isIn(word, name -> reached.variable(name))
                || OutsideRef.of(Fence.readsIn(word)).isPresent();
        Matcher variable = VARIABLE.matcher(isWritten ? "" : word);
        while (!isWritten && variable.find()) {
            Optional<YamlScalar> value = reached.variable(variable.group(1));
            isWritten = value.isPresent() && ofValue(value.get(), reached).isPresent();
        }
        if (isWritten) {
            return Optional.of(OutsideRef.Sureness.SURE);
        }
        return word.indexOf('$') >= 0 && lookedUp.get().isHead(reached.step(), word)
                ? Optional.of(OutsideRef.Sureness.LIKELY)
                : Optional.empty();
    }
}
