package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.flow.ShownSecret.Held;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Secrets in outputs of a job's steps, and in inputs and outputs of local actions, by the definition that the steps stand in. */
final class SecretFrames {

    private final Filling filling;
    private final IdentityHashMap<Object, Frame> frames = new IdentityHashMap<>();
    private Optional<ReachedStep> before = Optional.empty();
    private boolean hasOutputs;

    /** Fills in the expressions of a value. */
    interface Filling {

        /** The secret that a value of a definition holds. */
        Optional<Held> held(YamlScalar value, CallPath frame);
    }

    /** What is known of the steps of one definition: by id and name their outputs, by id the local actions that they use, their inputs, and what their outputs came to. */
    private record Frame(
            Map<String, Held> outputs,
            Map<String, CallPath> called,
            Map<String, Optional<Held>> inputs,
            Map<String, Optional<Held>> results) {}

    SecretFrames(Filling filling) {
        this.filling = filling;
    }

    private Frame frame(CallPath path) {
        // All steps of the workflow itself have the same.
        Object key = path.call().isEmpty() ? path.definition() : path;
        Frame known = frames.get(key);
        if (known == null) {
            known = new Frame(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
            frames.put(key, known);
        }
        return known;
    }

    /** Goes on to a step; the one before, if it uses a local action, is the one whose steps these are. */
    void enter(ReachedStep reached) {
        Optional<YamlScalar> id = before.isPresent() ? before.get().step().id() : Optional.empty();
        if (id.isPresent() && reached.isWithin(before.get().step())) {
            frame(reached.frame().call().get().caller()).called().put(id.get().lower(), reached.frame());
        }
        before = Optional.of(reached);
    }

    /** Whether no output holds one. */
    boolean areEmpty() {
        return !hasOutputs;
    }

    /** Takes in that an output of a step is set to a secret. */
    void setOutput(ReachedStep reached, String name, Held held) {
        if (reached.step().id().isPresent()) {
            hasOutputs = true;
            String key = reached.step().id().get().lower() + "." + name.toLowerCase(Locale.ROOT);
            frame(reached.frame()).outputs().put(key, held);
        }
    }

    /** The secret in an output of a step, by its id and the output's name in lower case. */
    Optional<Held> output(String id, String name, CallPath path) {
        if (!hasOutputs) {
            return Optional.empty();
        }
        Frame frame = frame(path);
        Held own = frame.outputs().get(id + "." + name);
        CallPath called = own == null ? frame.called().get(id) : null;
        if (called == null || !(called.definition() instanceof Action action)) {
            return Optional.ofNullable(own);
        }
        // Each is filled in once: values that read several of the next action would else be read again and again.
        Map<String, Optional<Held>> results = frame(called).results();
        Optional<Held> found = results.get(name);
        if (found == null) {
            found = result(action, name, called);
            results.put(name, found);
        }
        return found;
    }

    private Optional<Held> result(Action action, String name, CallPath called) {
        Optional<NamedValues.Binding> declared = action.outputs().get(name);
        Optional<YamlScalar> value = declared.isPresent() && declared.get().value() instanceof YamlMapping mapping
                ? mapping.scalar("value")
                : Optional.empty();
        return value.isPresent() ? filling.held(value.get(), called) : Optional.empty();
    }

    /** The secret in an input of a local action. */
    Optional<Held> input(String name, CallPath path) {
        if (path.call().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Optional<Held>> known = frame(path).inputs();
        Optional<Held> found = known.get(name);
        if (found == null) {
            CallPath.Call call = path.call().get();
            Optional<YamlScalar> given = call.with().scalar(name);
            found = given.isPresent() ? filling.held(given.get(), call.caller()) : Optional.empty();
            known.put(name, found);
        }
        return found;
    }
}
