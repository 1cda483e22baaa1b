package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.Expression;

/**
 * Reads a step's code up to places that are asked for in their order, and tells what goes on there: so the code is read once,
 * however many they are.
 */
public final class CodeCursor {

    private final String code;
    private int next;
    private boolean isText;
    private boolean isTemplate;
    private boolean isIndent = true;
    private boolean isComment;
    /** Whether two slashes stand in the line, as before a comment. */
    private boolean isBehindSlashes;

    /** At the beginning of that code. */
    public CodeCursor(String code) {
        this.code = code;
    }

    /** Goes on to a place that is not before the last one. */
    public void to(int at) {
        for (; next < at; next++) {
            char each = code.charAt(next);
            if (each == '\n') {
                isText = false;
                isIndent = true;
                isComment = false;
                isBehindSlashes = false;
                continue;
            }
            isTemplate ^= each == '`';
            isText ^= each == '"' || each == '\'';
            isComment |= isIndent && each == '#';
            isBehindSlashes |= each == '/' && next > 0 && code.charAt(next - 1) == '/';
            isIndent &= Character.isWhitespace(each);
        }
    }

    /** Whether a text, which ends with its line, or a template of JavaScript goes on here. */
    boolean isQuoted() {
        return isText || isTemplate;
    }

    /**
     * Whether an expression here is a literal of JavaScript: JSON that begins no text and stands in none. In a comment JSON of several
     * lines ends it.
     */
    public boolean isLiteral(Expression expression, Step step) {
        return expression instanceof Expression.Call call
                && call.isTo("toJSON")
                && step.usesAction("actions/github-script")
                && !isQuoted()
                && !isBehindSlashes;
    }

    /** Whether this is in a line that is a comment of a shell, which a text of one line does not leave. */
    boolean isInComment() {
        return isComment;
    }
}
