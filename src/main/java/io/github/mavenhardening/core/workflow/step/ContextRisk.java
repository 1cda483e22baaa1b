package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.ContextTrust;
import io.github.mavenhardening.core.workflow.EnvironmentScope;
import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.Trigger;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** The risk of what is read of a context other than the inputs. */
final class ContextRisk {

    private static final InjectionRisk STRUCTURED = new InjectionRisk(Severity.MEDIUM, Confidence.HIGH);
    private static final InjectionRisk MATRIX = new InjectionRisk(Severity.MEDIUM, Confidence.MEDIUM);
    private static final InjectionRisk VARIABLE = new InjectionRisk(Severity.LOW, Confidence.HIGH);
    private static final InjectionRisk UNKNOWN = new InjectionRisk(Severity.INFO, Confidence.LOW);

    /** What whoever starts the run gives, and names of branches and tags of the repository itself. */
    private static final List<String> OF_WRITERS = List.of(
            "github.base_ref",
            "github.event.client_payload",
            "github.event.inputs",
            "github.event.pull_request.base.ref",
            "github.event.release.tag_name",
            "github.event.release.target_commitish");

    private ContextRisk() {}

    /** Of that path at that position; empty where an outsider chooses nothing. */
    static Optional<InjectionRisk> of(ContextPath path, WorkflowPosition in) {
        ContextTrust.Values values = ContextTrust.of(path);
        if (values == ContextTrust.Values.FIXED) {
            return Optional.empty();
        }
        if (values == ContextTrust.Values.STRUCTURED) {
            return Optional.of(STRUCTURED);
        }
        return switch (path.context()) {
            case "github" -> ofRun(path, in);
            case "env" -> variable(path, in);
            case "matrix" -> matrix(path, in);
            default -> Optional.of(UNKNOWN);
        };
    }

    private static Optional<InjectionRisk> ofRun(ContextPath path, WorkflowPosition in) {
        if (path.isWithin("github.ref") || path.isWithin("github.ref_name")) {
            return RefRisk.at(in);
        }
        for (String given : OF_WRITERS) {
            if (path.isWithin(given)) {
                return Optional.of(InjectionRisk.OF_WRITERS);
            }
        }
        return path.isWithin("github.event.workflow_run.name") && isListed(in)
                ? Optional.empty()
                : Optional.of(InjectionRisk.ANY_TEXT);
    }

    /** Whether the workflow names those whose runs start it, so that a run's name is one of these. */
    private static boolean isListed(WorkflowPosition in) {
        Optional<Trigger> trigger =
                in.workflow().isPresent() ? in.workflow().get().trigger("workflow_run") : Optional.empty();
        List<YamlScalar> names = trigger.isPresent() ? trigger.get().filter("workflows") : List.of();
        for (YamlScalar name : names) {
            if (name.value().contains("*")) {
                return false;
            }
        }
        return !names.isEmpty();
    }

    private static Optional<InjectionRisk> variable(ContextPath path, WorkflowPosition in) {
        EnvironmentScope environment = EnvironmentScope.of(in.step(), in.normalJob(), in.workflow());
        boolean settled = path.segments().size() == 2
                && environment.isSettled(path.segments().get(1));
        return settled ? Optional.empty() : Optional.of(VARIABLE);
    }

    /** A matrix as a whole is known unless it is an expression as a whole: its parts are weighed where they are read. */
    private static Optional<InjectionRisk> matrix(ContextPath path, WorkflowPosition in) {
        return in.matrix().stream()
                        .flatMap(matrix -> matrix.valuesOf(path).stream())
                        .allMatch(Matrix.Expansion::isKnown)
                ? Optional.empty()
                : Optional.of(MATRIX);
    }
}
