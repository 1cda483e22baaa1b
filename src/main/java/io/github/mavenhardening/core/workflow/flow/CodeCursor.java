package io.github.mavenhardening.core.workflow.flow;

/**
 * Reads a step's code up to places that are asked for in their order, and tells what goes on there: so the code is read once,
 * however many they are.
 */
final class CodeCursor {

    private final String code;
    private int next;
    private boolean isText;
    private boolean isTemplate;
    private boolean isIndent = true;
    private boolean isComment;

    CodeCursor(String code) {
        this.code = code;
    }

    /** Goes on to a place that is not before the last one. */
    void to(int at) {
        for (; next < at; next++) {
            char each = code.charAt(next);
            if (each == '\n') {
                isText = false;
                isIndent = true;
                isComment = false;
                continue;
            }
            isTemplate ^= each == '`';
            isText ^= each == '"' || each == '\'';
            isComment |= isIndent && each == '#';
            isIndent &= Character.isWhitespace(each);
        }
    }

    /** Whether a text, which ends with its line, or a template of JavaScript goes on here. */
    boolean isQuoted() {
        return isText || isTemplate;
    }

    /** Whether this is in a line that is a comment of a shell, which a text of one line does not leave. */
    boolean isInComment() {
        return isComment;
    }
}
