package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what steps of a job name leads to a pull request's code: by contexts, variables, the matrix or outputs. */
final class HeadReads {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(?:env:)?([A-Za-z_][A-Za-z0-9_]{0,100})\\}?");

    /** What steps set to a pull request's head that they look up. */
    private final LookedUpHeads lookedUp = new LookedUpHeads();

    private final ScriptHeads ofScripts = new ScriptHeads();

    /** Whether values of variables lead there, by where they are read. */
    private final IdentityHashMap<CallPath, Map<YamlScalar, Optional<OutsideRef.Sureness>>> values =
            new IdentityHashMap<>();

    /** Takes in what a step sets. */
    void take(Step step) {
        lookedUp.take(step);
    }

    /** Takes in that a step reads a file of an outsider, by which its outputs may be a head. */
    void readsOutside(Step step) {
        lookedUp.name(step);
    }

    /** Whether what a value reads leads there, with variables of the environment followed. */
    Optional<OutsideRef.Sureness> of(YamlScalar scalar, ReachedStep reached) {
        Optional<OutsideRef.Sureness> written = written(scalar, reached.frame(), new HashSet<>());
        if (written.isPresent()) {
            return written;
        }
        Optional<OutsideRef.Sureness> found = Optional.empty();
        for (ContextPath path : reached.frame().reads(scalar)) {
            found = OutsideRef.surer(found, ofPath(path, reached));
            if (found.isEmpty() && scalar.value().contains("head") && isAnswer(path, reached)) {
                found = Optional.of(OutsideRef.Sureness.LIKELY);
            }
        }
        return found;
    }

    /** Whether all of a pull request that a value leads to is the name of its branch. */
    boolean areNames(YamlScalar scalar, ReachedStep reached) {
        if (written(scalar, reached.frame(), new HashSet<>()).isPresent()) {
            return false;
        }
        boolean are = false;
        for (ContextPath path : reached.frame().reads(scalar)) {
            boolean isName = OutsideRef.isName(path) || lookedUp.isName(path);
            if (!isName && (ofPath(path, reached).isPresent() || isAnswer(path, reached))) {
                return false;
            }
            are |= isName;
        }
        return are;
    }

    private boolean isAnswer(ContextPath path, ReachedStep reached) {
        return (path.segments().size() >= 4 && lookedUp.isAnswer(path)) || HeadOutputs.isAnswer(path, reached);
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

    private Optional<OutsideRef.Sureness> ofPath(ContextPath path, ReachedStep reached) {
        boolean isNamed = path.segments().size() == 2;
        if (isNamed && path.context().equals("env")) {
            Optional<YamlScalar> variable = reached.variable(path.segments().get(1));
            return variable.isPresent() ? ofValue(variable.get(), reached) : ofReads(List.of(path), reached);
        }
        if (path.context().equals("matrix") && reached.job().matrix().isPresent()) {
            Optional<OutsideRef.Sureness> found = Optional.empty();
            for (Matrix.Expansion expansion : reached.job().matrix().get().valuesOf(path)) {
                found = OutsideRef.surer(found, ofValue(expansion.origin(), reached));
            }
            return found;
        }
        return ofReads(List.of(path), reached);
    }

    /** Whether a word of a script does, by an expression in it or by a variable that the step, job or workflow sets to one. */
    Optional<OutsideRef.Sureness> of(String word, ReachedStep reached) {
        Optional<OutsideRef.Sureness> found = ForkOwner.isIn(word, name -> reached.variable(name))
                ? Optional.of(OutsideRef.Sureness.SURE)
                : OutsideRef.of(word);
        if (found.isPresent()) {
            return found;
        }
        Matcher matcher = VARIABLE.matcher(word);
        while (matcher.find()) {
            Optional<YamlScalar> variable = reached.variable(matcher.group(1));
            if (variable.isPresent()) {
                found = OutsideRef.surer(found, ofValue(variable.get(), reached));
            } else if (lookedUp.hasVariable(matcher.group(1))
                    || ofScripts.hasVariable(matcher.group(1), reached.step(), name -> isHead(name, reached))) {
                found = OutsideRef.surer(found, Optional.of(OutsideRef.Sureness.LIKELY));
            }
        }
        if (ScriptHeads.isAnswer(word)) {
            found = OutsideRef.surer(found, Optional.of(OutsideRef.Sureness.LIKELY));
        }
        return word.contains("${{") ? OutsideRef.surer(found, OutsideRef.of(Fence.readsIn(word))) : found;
    }

    private boolean isHead(String variable, ReachedStep reached) {
        Optional<YamlScalar> value = reached.variable(variable);
        return value.isPresent() && ofValue(value.get(), reached).isPresent();
    }

    private Optional<OutsideRef.Sureness> ofValue(YamlScalar value, ReachedStep reached) {
        values.putIfAbsent(reached.frame(), new IdentityHashMap<>());
        Map<YamlScalar, Optional<OutsideRef.Sureness>> known = values.get(reached.frame());
        Optional<OutsideRef.Sureness> found = known.get(value);
        if (found == null) {
            Optional<OutsideRef.Sureness> written = OutsideRef.of(value.value());
            found = written.isPresent() ? written : ofReads(reached.frame().reads(value), reached);
            known.put(value, found);
        }
        return found;
    }

    private Optional<OutsideRef.Sureness> ofReads(List<ContextPath> reads, ReachedStep reached) {
        Optional<OutsideRef.Sureness> outside = OutsideRef.of(reads);
        if (outside.isPresent()) {
            return outside;
        }
        for (ContextPath path : reads) {
            if (lookedUp.holds(path) || HeadOutputs.holds(path, reached)) {
                return Optional.of(OutsideRef.Sureness.LIKELY);
            }
        }
        return Optional.empty();
    }
}
