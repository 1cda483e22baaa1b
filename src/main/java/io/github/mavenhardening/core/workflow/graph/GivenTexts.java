package io.github.mavenhardening.core.workflow.graph;

import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts that values of a definition may come to. */
public final class GivenTexts {

    private GivenTexts() {}

    /** Those of a value: itself, the literals that it chooses from, defaults of inputs, and what callers give for these. */
    public static List<String> of(YamlScalar value, Definition definition, Definitions definitions) {
        List<String> texts = new ArrayList<>(List.of(value.value()));
        List<Fence> fences = Fence.of(value);
        if (fences.isEmpty() || fences.get(0).expression().isEmpty()) {
            return texts;
        }
        for (PossibleValue possible :
                PossibleValue.withLiterals(fences.get(0).expression().get())) {
            if (possible.source() instanceof Expression.Literal literal && literal.value() instanceof Value.Text text) {
                texts.add(text.text());
            } else if (possible.path().isPresent()) {
                Optional<String> input = inputOf(possible.path().get());
                input.ifPresent(name -> given(name, definition, definitions, texts));
            }
        }
        return texts;
    }

    private static Optional<String> inputOf(ContextPath path) {
        List<String> names = path.segments();
        if (path.context().equals("inputs") && names.size() == 2) {
            return Optional.of(names.get(1));
        }
        return path.isWithin("github.event.inputs") && names.size() == 4 ? Optional.of(names.get(3)) : Optional.empty();
    }

    private static void given(String input, Definition definition, Definitions definitions, List<String> texts) {
        if (definition instanceof Action action) {
            addDefault(action.inputs().get(input), texts);
        }
        if (!(definition instanceof Workflow workflow)) {
            return;
        }
        for (Trigger trigger : workflow.triggers()) {
            addDefault(trigger.inputs().get(input), texts);
        }
        for (CallPath way : Callers.of(workflow, definitions)) {
            Optional<YamlScalar> given =
                    way.call().isPresent() ? way.call().get().with().scalar(input) : Optional.empty();
            if (given.isPresent()) {
                way.call().get().caller().text(given.get()).ifPresent(texts::add);
            }
        }
    }

    private static void addDefault(Optional<NamedValues.Binding> declared, List<String> texts) {
        Optional<YamlScalar> literal =
                declared.isPresent() && declared.get().mapping().isPresent()
                        ? declared.get().mapping().get().scalar("default")
                        : Optional.empty();
        literal.ifPresent(text -> texts.add(text.value()));
    }
}
