package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.ActionOutput;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.graph.CallPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * What is followed through a job in outputs of its steps, and in inputs and outputs of local actions, by the definition that the steps
 * stand in.
 *
 * @param <V> what is followed
 */
public final class StepFrames<V> {

    /** The name that stands for all outputs of a step. */
    static final String ANY = ActionOutput.ANY;

    private static final String FILES = "*_files";

    private final Filling<V> filling;
    private final BinaryOperator<V> both;
    private final IdentityHashMap<Object, Frame<V>> frames = new IdentityHashMap<>();
    private Optional<ReachedStep> before = Optional.empty();
    private int size;

    /** Fills in the expressions of a value. */
    public interface Filling<V> {

        /** What a value of a definition holds. */
        Optional<V> held(YamlScalar value, CallPath frame);
    }

    /** What is known of the steps of one definition: by id their outputs and the local actions that they use, its inputs, and what its outputs came to. */
    private record Frame<V>(
            Map<String, Map<String, V>> outputs,
            Map<String, CallPath> called,
            Map<String, Optional<V>> inputs,
            Map<String, Optional<V>> results) {}

    /** @param both what an output holds that is set twice, by what it held and is set to */
    public StepFrames(Filling<V> filling, BinaryOperator<V> both) {
        this.filling = filling;
        this.both = both;
    }

    private Frame<V> frame(CallPath path) {
        // All steps of the workflow itself have the same.
        Object key = path.call().isEmpty() ? path.definition() : path;
        Frame<V> known = frames.get(key);
        if (known == null) {
            known = new Frame<>(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
            frames.put(key, known);
        }
        return known;
    }

    /** Goes on to a step; the one before, if it uses a local action, is the one whose steps these are. */
    public void enter(ReachedStep reached) {
        Optional<YamlScalar> id = before.isPresent() ? before.get().step().id() : Optional.empty();
        if (id.isPresent() && reached.isWithin(before.get().step())) {
            frame(reached.frame().call().get().caller()).called().put(id.get().lower(), reached.frame());
        }
        before = Optional.of(reached);
    }

    /** How many outputs hold something. */
    public int size() {
        return size;
    }

    /** Takes in that an output of a step is set. */
    public void setOutput(ReachedStep reached, String name, V held) {
        Optional<YamlScalar> id = reached.step().id();
        if (id.isPresent()) {
            Map<String, V> outputs =
                    frame(reached.frame()).outputs().computeIfAbsent(id.get().lower(), any -> new HashMap<>());
            size -= outputs.size();
            outputs.merge(name.toLowerCase(Locale.ROOT), held, both);
            size += outputs.size();
        }
    }

    /** By the ids of steps, what their outputs hold that they set. */
    Map<String, Map<String, V>> outputs(CallPath path) {
        return frame(path).outputs();
    }

    /** The ids of steps that use local actions. */
    Set<String> callers(CallPath path) {
        return frame(path).called().keySet();
    }

    /** The local action that a step of that id uses. */
    Optional<Action> called(String id, CallPath path) {
        CallPath called = frame(path).called().get(id);
        return called != null && called.definition() instanceof Action action ? Optional.of(action) : Optional.empty();
    }

    /** What is in an output of a step, by its id and the output's name in lower case. */
    public Optional<V> output(String id, String name, CallPath path) {
        Map<String, V> outputs = frame(path).outputs().getOrDefault(id, Map.of());
        V own = outputs.getOrDefault(name, outputs.get(ANY));
        if (own == null && name.endsWith(FILES.substring(1))) {
            own = outputs.get(FILES);
        }
        Optional<Action> action = own == null ? called(id, path) : Optional.empty();
        if (action.isEmpty()) {
            return Optional.ofNullable(own);
        }
        // Each is filled in once: values that read several of the next action would else be read again and again.
        CallPath called = frame(path).called().get(id);
        Map<String, Optional<V>> results = frame(called).results();
        Optional<V> found = results.get(name);
        if (found == null) {
            // While it is looked at it brings nothing, to itself.
            results.put(name, Optional.empty());
            found = result(action.get(), name, called);
            results.put(name, found);
        }
        return found;
    }

    private Optional<V> result(Action action, String name, CallPath called) {
        Optional<NamedValues.Binding> declared = action.outputs().get(name);
        Optional<YamlScalar> value = declared.isPresent() && declared.get().value() instanceof YamlMapping mapping
                ? mapping.scalar("value")
                : Optional.empty();
        return value.isPresent() ? filling.held(value.get(), called) : Optional.empty();
    }

    /** What is in an input of a local action. */
    public Optional<V> input(String name, CallPath path) {
        if (path.call().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Optional<V>> known = frame(path).inputs();
        Optional<V> found = known.get(name);
        if (found == null) {
            CallPath.Call call = path.call().get();
            Optional<YamlScalar> given = call.with().scalar(name);
            found = given.isPresent() ? filling.held(given.get(), call.caller()) : Optional.empty();
            known.put(name, found);
        }
        return found;
    }
}
