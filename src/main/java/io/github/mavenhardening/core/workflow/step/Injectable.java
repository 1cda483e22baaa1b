package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Action;
import io.github.mavenhardening.core.workflow.ContextTrust;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The injection risk of a part of an expression: how far an outsider chooses its text at one place. */
public final class Injectable {

    private static final Risk ANY_TEXT = new Risk(Severity.HIGH, Confidence.HIGH);
    private static final Risk STRUCTURED = new Risk(Severity.MEDIUM, Confidence.HIGH);
    private static final Risk MATRIX = new Risk(Severity.MEDIUM, Confidence.MEDIUM);
    private static final Risk VARIABLE = new Risk(Severity.LOW, Confidence.HIGH);
    private static final Risk UNDECLARED_INPUT = new Risk(Severity.LOW, Confidence.LOW);
    private static final Risk UNKNOWN = new Risk(Severity.INFO, Confidence.LOW);

    /** Types of inputs that leave no text to choose. */
    private static final Set<String> NARROW_TYPES = Set.of("boolean", "number", "choice", "environment");

    private final WorkflowPosition in;

    private Injectable(WorkflowPosition in) {
        this.in = in;
    }

    /** How bad, and how sure. */
    public record Risk(Severity severity, Confidence confidence) {}

    public static Injectable in(WorkflowPosition in) {
        return new Injectable(in);
    }

    /** The risk of what is read of a context; empty where an outsider chooses nothing. */
    public Optional<Risk> risk(ContextPath path) {
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
                        && in.workflow().isPresent()
                ? Optional.empty()
                : Optional.of(ANY_TEXT);
    }

    private List<NamedValues.Binding> declarations(String name) {
        List<NamedValues.Binding> found = new ArrayList<>();
        in.workflow().map(Workflow::triggers).orElse(List.of()).stream()
                .map(trigger -> in.definitions().known(Injectable.class, trigger, trigger::inputs))
                .forEach(inputs -> inputs.get(name).ifPresent(found::add));
        in.action().map(Action::inputs).flatMap(inputs -> inputs.get(name)).ifPresent(found::add);
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
        EnvironmentScope environment = EnvironmentScope.of(in.step(), in.normalJob(), in.workflow());
        boolean settled = path.segments().size() == 2 && environment.isSettled(nameIn(path));
        return settled ? Optional.empty() : Optional.of(VARIABLE);
    }

    /** A matrix as a whole is known unless it is an expression as a whole: its parts are weighed where they are read. */
    private Optional<Risk> matrix(ContextPath path) {
        return in.matrix().stream()
                        .flatMap(matrix -> matrix.valuesOf(path).stream())
                        .allMatch(Matrix.Expansion::isKnown)
                ? Optional.empty()
                : Optional.of(MATRIX);
    }

    private static String nameIn(ContextPath path) {
        return path.segments().get(1);
    }
}
