package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.ContextTrust;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Weighs how far an outsider chooses the text that a part of an expression yields at one place. */
final class Injectable {

    private static final Risk ANY_TEXT = new Risk(Severity.HIGH, Confidence.HIGH);
    private static final Risk STRUCTURED = new Risk(Severity.MEDIUM, Confidence.HIGH);
    private static final Risk MATRIX = new Risk(Severity.MEDIUM, Confidence.MEDIUM);
    private static final Risk VARIABLE = new Risk(Severity.LOW, Confidence.HIGH);
    private static final Risk UNDECLARED_INPUT = new Risk(Severity.LOW, Confidence.LOW);
    private static final Risk UNKNOWN = new Risk(Severity.INFO, Confidence.LOW);

    /** Types of inputs that leave no text to choose. */
    private static final Set<String> NARROW_TYPES = Set.of("boolean", "number", "choice", "environment");

    private final WorkflowContext inspection;

    private Injectable(WorkflowContext inspection) {
        this.inspection = inspection;
    }

    /** How bad, and how sure. */
    record Risk(Severity severity, Confidence confidence) {}

    static Injectable in(WorkflowContext inspection) {
        return new Injectable(inspection);
    }

    /** The risk of what is read of a context; empty where an outsider chooses nothing. */
    Optional<Risk> risk(ContextPath path) {
        ContextTrust.Values values = ContextTrust.of(path);
        if (values == ContextTrust.Values.FIXED) {
            return Optional.empty();
        }
        if (values == ContextTrust.Values.STRUCTURED) {
            return Optional.of(STRUCTURED);
        }
        return switch (path.context()) {
            case "github" -> Optional.of(ANY_TEXT);
            case "inputs" -> input(path);
            case "env" -> variable(path);
            case "matrix" -> matrix(path);
            default -> Optional.of(UNKNOWN);
        };
    }

    private Optional<Risk> input(ContextPath path) {
        List<NamedValues.Binding> declarations = path.segments().size() == 1 ? List.of() : declarations(nameIn(path));
        if (declarations.isEmpty()) {
            return Optional.of(UNDECLARED_INPUT);
        }
        return declarations.stream().allMatch(Injectable::isNarrow)
                        && inspection.workflow().isPresent()
                ? Optional.empty()
                : Optional.of(ANY_TEXT);
    }

    private List<NamedValues.Binding> declarations(String name) {
        List<NamedValues.Binding> found = new ArrayList<>();
        inspection.workflow().map(Workflow::triggers).orElse(List.of()).stream()
                .map(trigger -> inspection.definitions().known(Injectable.class, trigger, trigger::inputs))
                .forEach(inputs -> inputs.get(name).ifPresent(found::add));
        inspection
                .action()
                .map(Action::inputs)
                .flatMap(inputs -> inputs.get(name))
                .ifPresent(found::add);
        return found;
    }

    private static boolean isNarrow(NamedValues.Binding declaration) {
        return declaration
                .mapping()
                .flatMap(mapping -> mapping.scalar("type"))
                .filter(type -> NARROW_TYPES.contains(type.value()))
                .isPresent();
    }

    private Optional<Risk> variable(ContextPath path) {
        List<NamedValues> levels = new ArrayList<>();
        inspection.step().map(Step::env).ifPresent(levels::add);
        inspection.normalJob().map(NormalJob::env).ifPresent(levels::add);
        inspection.workflow().map(Workflow::env).ifPresent(levels::add);
        boolean settled = path.segments().size() == 2 && new EnvironmentScope(levels).isSettled(nameIn(path));
        return settled ? Optional.empty() : Optional.of(VARIABLE);
    }

    /** A matrix as a whole is known unless it is an expression as a whole: its parts are weighed where they are read. */
    private Optional<Risk> matrix(ContextPath path) {
        return inspection.matrix().stream()
                        .flatMap(matrix -> matrix.valuesOf(path).stream())
                        .allMatch(Matrix.Expansion::isKnown)
                ? Optional.empty()
                : Optional.of(MATRIX);
    }

    private static String nameIn(ContextPath path) {
        return path.segments().get(1);
    }
}
