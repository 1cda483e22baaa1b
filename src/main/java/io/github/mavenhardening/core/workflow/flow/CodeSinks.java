package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.CodeInputs;
import io.github.mavenhardening.core.workflow.CommandInputs;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.graph.WorkflowPosition;
import io.github.mavenhardening.core.workflow.step.Injectable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Outsiders' text that an expression puts into the code, or into a command, of a step. */
final class CodeSinks {

    /** Of what the forge made, and was parsed, members that hold no text of an outsider. */
    private static final Pattern NO_TEXT = Pattern.compile(
            "(?is).*\\)[\\w.\\[\\]]{0,100}\\.(?:(?:.{0,40}_)?(?:sha|id)|number|oid|state|draft|login|merged"
                    + "|(?:.{0,40}_)?url|base\\.[\\w.]{1,60})");

    private final JobState state;

    /** The ids of the steps so far whose result is JSON, in lower case. */
    private final Set<String> jsonResults = new HashSet<>();

    CodeSinks(JobState state) {
        this.state = state;
    }

    /** Hands what a step's code and commands get to the state. */
    void look(ReachedStep reached) {
        for (CodeInputs.Code code : CodeInputs.of(reached.step())) {
            code(code, reached, false);
        }
        for (CodeInputs.Code command : CommandInputs.of(reached.step())) {
            code(command, reached, true);
        }
        Step step = reached.step();
        if (step.id().isPresent()
                && reached.frame().call().isEmpty()
                && step.usesAction("actions/github-script")
                && step.uses().orElseThrow().with().get("result-encoding").isEmpty()) {
            jsonResults.add(step.id().get().lower());
        }
    }

    /**
     * What an expression brings into code. What stands in the code itself is reported by the check of expressions in code.
     *
     * @param isCommand whether it only becomes part of a command, which that check does not look at
     */
    private void code(CodeInputs.Code code, ReachedStep reached, boolean isCommand) {
        CodeCursor cursor = new CodeCursor(code.scalar().value());
        for (Fence fence : Fence.of(code.scalar())) {
            cursor.to(fence.from());
            for (PossibleValue value : OpenChoices.of(fence, code.scalar().value())) {
                ContextPath path = value.path().orElseThrow();
                String text = code.scalar()
                        .value()
                        .substring(value.place().from(), value.place().to());
                if (!isCommand && isReported(path, reached)) {
                    continue;
                }
                Location place = reached.at(fence.span(value.place()));
                Optional<Taint> taint = state.path(path, place, reached.frame(), Optional.of(reached.step()))
                        .filter(found ->
                                found.isOfFile() || !NO_TEXT.matcher(text).matches());
                boolean isJson = taint.isPresent()
                        && (taint.get().kind() == Taint.Kind.JSON || isResult(path, text, reached))
                        && reached.step().usesAction("actions/github-script")
                        && !cursor.isQuoted();
                boolean isLiteral = isJson
                        || (fence.expression().isPresent()
                                && cursor.isLiteral(fence.expression().get(), reached.step()));
                if (taint.isPresent()
                        && !isLiteral
                        && !(taint.get().kind().isOneLine()
                                && reached.step().run().isPresent()
                                && cursor.isInComment())) {
                    state.sink(Sink.Kind.CODE, reached, place, "${{ " + text + " }}", taint.get());
                }
            }
        }
    }

    /** Whether the check of expressions in code reports it in full; of inputs it knows but what calls give as it is written there. */
    private static boolean isReported(ContextPath path, ReachedStep reached) {
        if (!path.context().equals("inputs")) {
            return path.context().equals("github") && !SentTexts.mayHold(path);
        }
        WorkflowPosition place = new WorkflowPosition(
                reached.definitions(),
                Optional.of(reached.frame().definition()),
                reached.frame().definition() instanceof Workflow ? Optional.of(reached.job()) : Optional.empty(),
                Optional.of(reached.step()));
        return Injectable.risk(path, place)
                .filter(risk -> risk.severity() == Severity.HIGH)
                .isPresent();
    }

    /** Whether it is the whole of what an {@code actions/github-script} returned, as JSON, which is a literal of JavaScript. */
    private boolean isResult(ContextPath path, String text, ReachedStep reached) {
        List<String> segments = path.segments();
        return segments.size() == 4
                && segments.get(0).equals("steps")
                && segments.get(2).equals("outputs")
                && segments.get(3).equals("result")
                && !text.contains("(")
                && reached.frame().call().isEmpty()
                && jsonResults.contains(segments.get(1));
    }
}
