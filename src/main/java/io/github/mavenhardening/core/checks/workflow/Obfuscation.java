package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.LocalPath;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.expression.ConstantParts;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds obfuscated references and expressions, whose effect readers and tools do not see. */
@AutoService(Check.class)
@CheckInfo(
        id = "obfuscation",
        title = "A value is written in a way that hides what it does",
        severity = Severity.LOW,
        sources = {"https://docs.zizmor.sh/audits/#obfuscation"})
public final class Obfuscation implements WorkflowCheck {

    /** A text that means the same with and without quotes. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,99}");

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        Optional<Uses.Repository> uses = reference.repository();
        if (uses.isEmpty() || uses.get().path().isEmpty()) {
            return;
        }
        Optional<String> odd = oddIn(uses.get().path().get());
        if (odd.isPresent()) {
            Finding.Builder finding = at(in.at(reference.key().span()));
            fix(reference, uses.get().path().get()).ifPresent(finding::fix);
            in.report(finding.message("The path of '" + reference.text() + "' has " + odd.get() + " in it")
                    .remedy("Write the shortest path")
                    .subject(reference.text()));
        }
    }

    private static Optional<Fix> fix(UsesReference reference, String path) {
        Optional<String> shortest = LocalPath.plain(path);
        int from = reference.text().indexOf('/' + path);
        if (shortest.isEmpty() || from < 0) {
            return Optional.empty();
        }
        int start = reference.scalar().value().indexOf(reference.text()) + from;
        return Optional.of(Fix.of(
                "Write the shortest path",
                true,
                new Fix.Edit(
                        reference.scalar().source().path(),
                        reference.scalar().spanOf(start, start + 1 + path.length()),
                        shortest.get().isEmpty() ? "" : '/' + shortest.get())));
    }

    /** What makes a path longer than it need be, in words. */
    private static Optional<String> oddIn(String path) {
        List<String> parts = List.of(path.split("/", -1));
        if (parts.contains("..")) {
            return Optional.of("'..'");
        }
        if (parts.contains(".")) {
            return Optional.of("'.'");
        }
        return parts.contains("") ? Optional.of("an empty name") : Optional.empty();
    }

    @Override
    public void step(Step step, WorkflowContext in) {
        if (!(step.body() instanceof Step.UsesAction action)) {
            return;
        }
        NamedValues with = action.with();
        if (with.key().isPresent()
                && with.whole().isPresent()
                && !Fence.of(with.whole().get()).isEmpty()) {
            in.report(at(in.at(with.key().get().span()))
                    .severity(Severity.INFO)
                    .related(in.at(action.uses().span()).labelled("of this action"))
                    .message("The inputs are an expression, so it cannot be seen what the action receives")
                    .remedy("Write out the inputs")
                    .subject("with"));
        }
    }

    @Override
    public void expression(Fence fence, WorkflowContext in) {
        if (fence.expression().isEmpty() || isBareLiteral(fence)) {
            return;
        }
        Expression expression = fence.expression().get();
        for (Expression part : ConstantParts.of(expression)) {
            if (opensFence(fence, expression, part)) {
                continue;
            }
            Finding.Builder finding = at(in.at(fence.span(part)));
            fix(fence, expression, part).ifPresent(finding::fix);
            in.report(finding.persona(ConstantParts.isIndex(expression, part) ? Persona.PEDANTIC : Persona.REGULAR)
                    .message("'" + text(fence, part) + "' always has the same value")
                    .remedy("Write the value in its place")
                    .subject(fence.body()));
        }
        for (Expression part : expression.all()) {
            if (part instanceof Expression.Index index && ConstantParts.hasComputedIndex(index)) {
                in.report(at(in.at(fence.scalar().spanOf(index.target().to(), index.to())))
                        .persona(Persona.PEDANTIC)
                        .message("The name in '" + text(fence, index) + "' is computed")
                        .remedy("Write the name that is meant")
                        .subject(fence.body()));
            }
        }
    }

    /**
     * Whether the value, written down, would begin an expression: <code>${{ '${{' }}</code> is the one way to have those
     * characters in a text.
     */
    private static boolean opensFence(Fence fence, Expression expression, Expression part) {
        String value = part.constant().orElseThrow().text();
        if (part != expression || !fence.fenced()) {
            return value.contains(Fence.OPEN);
        }
        String text = fence.scalar().value();
        int before = Math.max(0, fence.from() - Fence.OPEN.length() + 1);
        int after = Math.min(text.length(), fence.to() + Fence.OPEN.length() - 1);
        return (text.substring(before, fence.from()) + value + text.substring(fence.to(), after)).contains(Fence.OPEN);
    }

    /** Writes the value down where it can stand as it is, and where the whole expression has it. */
    private static Optional<Fix> fix(Fence fence, Expression expression, Expression part) {
        Optional<Value> value = part.constant();
        if (part != expression
                || !fence.fenced()
                || value.isEmpty()
                || !WORD.matcher(value.get().text()).matches()) {
            return Optional.empty();
        }
        return Optional.of(Fix.of(
                "Write the value",
                true,
                new Fix.Edit(
                        fence.scalar().source().path(),
                        fence.span(),
                        value.get().text())));
    }

    /** {@code if: true}: what is not fenced cannot be written more plainly. */
    private static boolean isBareLiteral(Fence fence) {
        return !fence.fenced() && fence.expression().orElse(null) instanceof Expression.Literal;
    }

    private static String text(Fence fence, Expression part) {
        return fence.scalar().value().substring(part.from(), part.to());
    }
}
