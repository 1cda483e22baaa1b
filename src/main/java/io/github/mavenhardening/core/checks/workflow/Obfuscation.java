package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.Inspection;
import io.github.mavenhardening.core.check.WorkflowCheck;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.expression.ConstantParts;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.List;
import java.util.Optional;

/** Finds what is written so that readers and tools do not see what it does. */
@AutoService(Check.class)
@CheckInfo(
        id = "obfuscation",
        title = "Something is written in a roundabout way",
        family = Family.WORKFLOWS,
        severity = Severity.LOW,
        sources = {"https://docs.zizmor.sh/audits/#obfuscation"})
public final class Obfuscation implements WorkflowCheck {

    @Override
    public void uses(UsesReference reference, Inspection inspection) {
        reference.repository().flatMap(Uses.Repository::path).ifPresent(path -> {
            List<String> parts = List.of(path.split("/", -1));
            Optional<String> odd = parts.contains("..")
                    ? Optional.of("'..'")
                    : parts.contains(".")
                            ? Optional.of("'.'")
                            : parts.contains("") ? Optional.of("an empty name") : Optional.empty();
            odd.ifPresent(
                    what -> inspection.report(at(inspection.at(reference.key().span()))
                            .message("The path of '" + reference.text() + "' has " + what + " in it")
                            .remedy("Write the path as the shortest one that leads there")
                            .subject(reference.text())));
        });
    }

    @Override
    public void step(Step step, Inspection inspection) {
        step.uses()
                .ifPresent(action -> action.with()
                        .whole()
                        .filter(whole -> !Fence.of(whole).isEmpty())
                        .flatMap(whole -> action.with().key())
                        .ifPresent(key -> inspection.report(at(inspection.at(key.span()))
                                .severity(Severity.INFO)
                                .related(inspection.at(action.uses().span()).labelled("of this action"))
                                .message("The inputs are an expression, so no one sees what the action is given")
                                .remedy("Write the inputs out")
                                .subject("with"))));
    }

    @Override
    public void expression(Fence fence, Inspection inspection) {
        if (isBareLiteral(fence)) {
            return;
        }
        fence.expression().ifPresent(expression -> {
            ConstantParts.of(expression)
                    .forEach(part -> inspection.report(at(inspection.at(fence.span(part)))
                            .persona(ConstantParts.isIndex(expression, part) ? Persona.PEDANTIC : Persona.REGULAR)
                            .message("'" + text(fence, part) + "' always has the same value")
                            .remedy("Write the value in its place")
                            .subject(fence.body())));
            expression.all().stream()
                    .filter(ConstantParts::hasComputedIndex)
                    .map(Expression.Index.class::cast)
                    .forEach(index -> inspection.report(at(inspection.at(
                                    fence.scalar().spanOf(index.target().to(), index.to())))
                            .persona(Persona.PEDANTIC)
                            .message("The name in '" + text(fence, index) + "' is computed")
                            .remedy("Write the name that is meant")
                            .subject(fence.body())));
        });
    }

    /** {@code if: true}: what is not fenced cannot be written more plainly. */
    private static boolean isBareLiteral(Fence fence) {
        return !fence.fenced()
                && fence.expression()
                        .filter(Expression.Literal.class::isInstance)
                        .isPresent();
    }

    private static String text(Fence fence, Expression part) {
        return fence.scalar().value().substring(part.from(), part.to());
    }
}
