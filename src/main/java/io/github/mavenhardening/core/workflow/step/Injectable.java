package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.InputSites;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The injection risk of a part of an expression: how far an outsider chooses its text at one place. Inputs are worth the worst
 * that anything gives for them.
 */
public final class Injectable {

    private static final InjectionRisk UNDECLARED_INPUT = new InjectionRisk(Severity.LOW, Confidence.LOW);

    /** Types of inputs that leave no text to choose. */
    private static final Set<String> NARROW_TYPES = Set.of("boolean", "number", "choice", "environment");

    /** So many values are looked at for one input; what has more may be anything. */
    private static final int MANY = 1_000;

    private final Definitions definitions;
    private final Deque<Input> left = new ArrayDeque<>();
    /** The inputs that were met, by the path of their definition. */
    private final Map<String, Set<String>> met = new HashMap<>();

    private InjectionRisk worst = InjectionRisk.OF_CALLERS;
    private int looked;

    private Injectable(Definitions definitions) {
        this.definitions = definitions;
    }

    /** An input of the definition at a path. */
    private record Input(String path, String name) {}

    /** The risk of what is read of a context at a position; empty where an outsider chooses nothing. */
    public static Optional<InjectionRisk> risk(ContextPath path, WorkflowPosition in) {
        if (!path.context().equals("inputs")) {
            return ContextRisk.of(path, in);
        }
        List<NamedValues.Binding> declarations =
                path.segments().size() == 1 ? List.of() : declarations(nameIn(path), in.definition(), in.definitions());
        if (declarations.isEmpty()) {
            return Optional.of(UNDECLARED_INPUT);
        }
        return isNarrow(declarations, in.definition())
                ? Optional.empty()
                : Optional.of(new Injectable(in.definitions())
                        .worst(path, in.definition().orElseThrow()));
    }

    private InjectionRisk worst(ContextPath path, Definition definition) {
        add(path, definition);
        while (!left.isEmpty() && worst.severity() != Severity.HIGH) {
            Input next = left.poll();
            look(next.name(), definitions.at(next.path()).orElse(definition));
        }
        return worst;
    }

    private void add(ContextPath input, Definition definition) {
        Input next = new Input(definition.path(), nameIn(input).toLowerCase(Locale.ROOT));
        if (met.computeIfAbsent(next.path(), path -> new HashSet<>()).add(next.name())) {
            left.add(next);
        }
    }

    private void raise(InjectionRisk risk) {
        worst = worst.or(risk);
    }

    private void look(String name, Definition definition) {
        if (definition instanceof Workflow workflow) {
            Optional<Trigger> dispatch = workflow.trigger("workflow_dispatch");
            if (dispatch.isPresent()
                    && inputs(dispatch.get(), definitions).get(name).isPresent()) {
                raise(InjectionRisk.OF_WRITERS);
            }
            Optional<Trigger> call = workflow.trigger("workflow_call");
            if (call.isPresent()) {
                inputs(call.get(), definitions).get(name).ifPresent(declared -> given(declared, definition));
            }
        } else if (definition instanceof Action action) {
            action.inputs().get(name).ifPresent(declared -> given(declared, definition));
        }
    }

    private void given(NamedValues.Binding declared, Definition definition) {
        // A caller that is not seen may give anything.
        if (!InputSites.areAll(definition, definitions)) {
            raise(InjectionRisk.ANY_TEXT);
        }
        for (InputSites.Site site : InputSites.of(definition, definitions)) {
            Optional<NamedValues.Binding> given =
                    site.with().get(declared.name().value());
            if (site.with().whole().isPresent() || ++looked > MANY) {
                raise(InjectionRisk.ANY_TEXT);
            } else if (given.isPresent()) {
                given.get().scalar().ifPresent(value -> weigh(value, site.place()));
            } else {
                Optional<YamlScalar> byDefault = declared.mapping().isPresent()
                        ? declared.mapping().get().scalar("default")
                        : Optional.empty();
                byDefault.ifPresent(value -> weigh(value, site.place()));
            }
        }
    }

    private void weigh(YamlScalar value, WorkflowPosition at) {
        for (Fence fence : Fence.of(value)) {
            if (fence.expression().isEmpty()) {
                raise(InjectionRisk.ANY_TEXT);
            }
            for (PossibleValue possible : PossibleValue.of(fence)) {
                weigh(possible.path().orElseThrow(), at);
            }
        }
    }

    private void weigh(ContextPath path, WorkflowPosition at) {
        if (!path.context().equals("inputs")) {
            ContextRisk.of(path, at).ifPresent(this::raise);
            return;
        }
        if (path.segments().size() == 1) {
            raise(InjectionRisk.ANY_TEXT);
            return;
        }
        List<NamedValues.Binding> declarations = declarations(nameIn(path), at.definition(), definitions);
        // What is not declared is empty.
        if (!declarations.isEmpty() && !isNarrow(declarations, at.definition())) {
            add(path, at.definition().orElseThrow());
        }
    }

    private static List<NamedValues.Binding> declarations(
            String name, Optional<Definition> definition, Definitions definitions) {
        List<NamedValues.Binding> found = new ArrayList<>();
        if (definition.orElse(null) instanceof Workflow workflow) {
            for (Trigger trigger : workflow.triggers()) {
                inputs(trigger, definitions).get(name).ifPresent(found::add);
            }
        } else if (definition.orElse(null) instanceof Action action) {
            action.inputs().get(name).ifPresent(found::add);
        }
        return found;
    }

    private static NamedValues inputs(Trigger trigger, Definitions definitions) {
        return definitions.known(Injectable.class, trigger, trigger::inputs);
    }

    /** Whether the types of all declarations leave no text to choose; inputs of actions have none. */
    private static boolean isNarrow(List<NamedValues.Binding> declarations, Optional<Definition> definition) {
        for (NamedValues.Binding declaration : declarations) {
            Optional<YamlScalar> type = declaration.mapping().isPresent()
                    ? declaration.mapping().get().scalar("type")
                    : Optional.empty();
            if (type.isEmpty() || !NARROW_TYPES.contains(type.get().value())) {
                return false;
            }
        }
        return definition.orElse(null) instanceof Workflow;
    }

    private static String nameIn(ContextPath path) {
        return path.segments().get(1);
    }
}
