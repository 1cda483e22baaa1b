package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.CodeInputs;
import io.github.mavenhardening.core.workflow.CommandInputs;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.Optional;
import java.util.regex.Pattern;

/** Outsiders' text that an expression puts into the code, or into a command, of a step. */
final class CodeSinks {

    /** Of a value that was parsed, members that hold no text. */
    private static final Pattern NO_TEXT = Pattern.compile(
            "(?is).*\\)[\\w.\\[\\]]{0,100}\\.(?:(?:.{0,40}_)?(?:sha|id)|number|oid|state|draft|login|merged|(?:.{0,40}_)?url)");

    private final JobState state;

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
            for (PossibleValue value : PossibleValue.of(fence)) {
                ContextPath path = value.path().orElseThrow();
                String text = code.scalar()
                        .value()
                        .substring(value.place().from(), value.place().to());
                if ((!isCommand
                                && (path.context().equals("github")
                                        || path.context().equals("inputs")))
                        || NO_TEXT.matcher(text).matches()) {
                    continue;
                }
                Location place = reached.at(fence.span(value.place()));
                Optional<Taint> taint = state.path(path, place, reached.frame(), Optional.of(reached.step()));
                boolean isLiteral = taint.isPresent()
                        && taint.get().kind() == Taint.Kind.JSON
                        && reached.step().usesAction("actions/github-script")
                        && !cursor.isQuoted();
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
}
