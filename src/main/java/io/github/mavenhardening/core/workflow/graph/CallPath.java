package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Condition;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Job;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.Assumed;
import io.github.mavenhardening.core.workflow.expression.Assumption;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.RunAssumption;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The call path to a definition: by itself, or through a call with inputs.
 *
 * @param definition the definition
 * @param call how it is called; empty where an event starts it, or nothing that is known does
 */
public record CallPath(Definition definition, Optional<Call> call) {

    /**
     * Events whose runs may be on a tag.
     *
     * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows">Events that
     *     trigger workflows</a>
     */
    private static final Set<String> ON_TAGS =
            Set.of("push", "create", "release", "workflow_dispatch", "deployment", "deployment_status");

    /**
     * A call.
     *
     * @param caller what calls
     * @param job the job of the caller that calls, or one of whose steps does; empty within actions
     * @param condition the condition of the calling job or step
     * @param uses the reference
     * @param with the inputs given
     */
    public record Call(
            CallPath caller, Optional<Job> job, Optional<Condition> condition, UsesReference uses, NamedValues with) {}

    /** The way to what stands in a workflow itself. */
    public static CallPath ofJob(Workflow workflow) {
        return of(workflow);
    }

    /** A definition that nothing calls. */
    static CallPath of(Definition definition) {
        return new CallPath(definition, Optional.empty());
    }

    /** The same with another way to its outermost definition, which is that way's. */
    CallPath under(CallPath outermost) {
        if (call.isEmpty()) {
            return outermost;
        }
        Call c = call.get();
        return new CallPath(
                definition,
                Optional.of(new Call(c.caller().under(outermost), c.job(), c.condition(), c.uses(), c.with())));
    }

    /** What it is reached from in the end: itself where nothing calls it. */
    public CallPath entry() {
        return call.isPresent() ? call.get().caller().entry() : this;
    }

    /** How many calls lead to it. */
    public int depth() {
        return call.isPresent() ? call.get().caller().depth() + 1 : 0;
    }

    /** Whether that definition is this one, or one of those that lead to it. */
    boolean leadsThrough(Definition other) {
        return definition == other || (call.isPresent() && call.get().caller().leadsThrough(other));
    }

    /** The calls that lead to it, the outermost first. */
    public List<Call> calls() {
        if (call.isEmpty()) {
            return List.of();
        }
        List<Call> calls = new ArrayList<>(call.get().caller().calls());
        calls.add(call.get());
        return List.copyOf(calls);
    }

    /** A place in the definition. */
    public Location at(Span span) {
        return definition.source().at(span);
    }

    /** The places of the calls that lead to it, the outermost first. */
    public List<Location> path() {
        if (call.isEmpty()) {
            return List.of();
        }
        Call last = call.get();
        List<Location> path = new ArrayList<>(last.caller().path());
        path.add(last.caller().at(last.uses().span()).labelled("calls " + definition.path()));
        return List.copyOf(path);
    }

    /** The events that start a run which gets here, those left out that a condition on the way excludes; sorted as written. */
    public List<Trigger> triggers() {
        List<Trigger> triggers = new ArrayList<>();
        if (entry().definition() instanceof Workflow workflow) {
            for (Trigger trigger : workflow.triggers()) {
                if (!trigger.is("workflow_call") && mayGetHere(trigger.event().value())) {
                    triggers.add(trigger);
                }
            }
        }
        return List.copyOf(triggers);
    }

    private boolean mayGetHere(String event) {
        for (Call c : calls()) {
            if (!mayHold(c.condition(), event)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a condition can be true in a run of that event, on a branch or on a tag. */
    public static boolean mayHold(Optional<Condition> condition, String event) {
        return mayHold(condition, new RunAssumption(event, false))
                || (ON_TAGS.contains(event) && mayHold(condition, new RunAssumption(event, true)));
    }

    /** Whether a condition of the definition, where that is an action, can be true with the inputs that are given on this way. */
    boolean mayHold(Optional<Condition> condition) {
        return mayHold(condition, new Given(this));
    }

    /** The inputs that are given on a way to an action. */
    private record Given(CallPath way) implements Assumption {

        @Override
        public Optional<Value> read(ContextPath path) {
            boolean isInput = path.segments().size() == 2 && path.context().equals("inputs");
            Optional<String> text = isInput && way.definition() instanceof Action
                    ? way.input(path.segments().get(1))
                    : Optional.empty();
            return text.isPresent() ? Optional.of(new Value.Text(text.get())) : Optional.empty();
        }
    }

    /** Whether a condition can be true under an assumption. */
    public static boolean mayHold(Optional<Condition> condition, Assumption assumption) {
        if (condition.isEmpty() || condition.get().isText()) {
            return true;
        }
        Optional<Expression> expression = condition.get().fences().get(0).expression();
        Optional<Value> known =
                expression.isPresent() ? new Assumed(assumption).valueOf(expression.get()) : Optional.empty();
        return known.isEmpty() || known.get().isTruthy();
    }

    /** What a value reads in the end, each once, inputs followed to what the callers give for them. */
    public List<ContextPath> reads(YamlScalar scalar) {
        Set<ContextPath> found = new LinkedHashSet<>();
        reads(scalar, found, new HashSet<>());
        return List.copyOf(found);
    }

    private void reads(YamlScalar scalar, Set<ContextPath> found, Set<YamlScalar> followed) {
        for (Fence fence : Fence.of(scalar)) {
            for (ContextPath path : fence.reads()) {
                follow(path, found, followed);
            }
        }
    }

    private void follow(ContextPath path, Set<ContextPath> found, Set<YamlScalar> followed) {
        Optional<YamlScalar> given = call.isPresent()
                        && path.segments().size() == 2
                        && path.context().equals("inputs")
                ? call.get().with().scalar(path.segments().get(1))
                : Optional.empty();
        if (given.isEmpty()) {
            found.add(path);
        } else if (followed.add(given.get())) {
            call.orElseThrow().caller().reads(given.get(), found, followed);
        }
    }

    /** The text that an input comes to where it is literal all the way, its default included; empty otherwise. */
    public Optional<String> text(YamlScalar scalar) {
        List<Fence> fences = Fence.of(scalar);
        if (fences.isEmpty()) {
            return Optional.of(scalar.value());
        }
        List<ContextPath> paths = fences.get(0).reads();
        if (!fences.get(0).isWhole()
                || paths.size() != 1
                || paths.get(0).segments().size() != 2) {
            return Optional.empty();
        }
        return paths.get(0).context().equals("inputs")
                ? input(paths.get(0).segments().get(1))
                : Optional.empty();
    }

    /** What an input is given on this way, or has by default. */
    public Optional<String> input(String name) {
        Optional<NamedValues.Binding> given =
                call.isPresent() ? call.get().with().get(name) : Optional.empty();
        if (given.isEmpty()) {
            return defaultOf(name);
        }
        Optional<YamlScalar> value = given.get().scalar();
        return value.isPresent() ? call.get().caller().text(value.get()) : Optional.empty();
    }

    /** How a workflow that is called declares an input. */
    private Optional<NamedValues.Binding> ofCalled(String input) {
        if (call.isPresent() && definition instanceof Workflow workflow) {
            for (Trigger trigger : workflow.triggers()) {
                if (trigger.is("workflow_call")) {
                    return trigger.inputs().get(input);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> defaultOf(String input) {
        Optional<NamedValues.Binding> declared =
                definition instanceof Action action ? action.inputs().get(input) : ofCalled(input);
        if (declared.isEmpty() || !(declared.get().value() instanceof YamlMapping mapping)) {
            return Optional.empty();
        }
        Optional<YamlScalar> literal = mapping.scalar("default");
        return literal.isPresent() && Fence.of(literal.get()).isEmpty()
                ? Optional.of(literal.get().value())
                : Optional.empty();
    }
}
