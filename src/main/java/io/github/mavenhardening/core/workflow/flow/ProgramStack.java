package io.github.mavenhardening.core.workflow.flow;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is open where a program is read, each within the one before. */
final class ProgramStack {

    private static final int DEPTH_LIMIT = 1_000;

    private final ProgramText text;
    private final Deque<ProgramFrame> around = new ArrayDeque<>();
    private ProgramFrame top = new ProgramFrame("", "", ProgramValue.NONE, 0);
    /** The end of the last operand. */
    private int operandEnd = -1;

    private boolean isCut;

    ProgramStack(ProgramText text) {
        this.text = text;
        top.isBlock = true;
    }

    /** The innermost. */
    ProgramFrame top() {
        return top;
    }

    /** Whether the innermost is a value that stands in a text. */
    boolean isInText() {
        return !around.isEmpty() && around.peek().isText;
    }

    /** Whether more was open than is followed, so that the rest was not read. */
    boolean isCut() {
        return isCut;
    }

    ProgramFrame push(String end, String function, ProgramValue receiver, int from) {
        if (around.size() >= DEPTH_LIMIT) {
            // Silent: the answer of the program says so.
            isCut = true;
            text.at = text.code.length();
        }
        around.push(top);
        top = new ProgramFrame(end, function, receiver, from);
        return top;
    }

    void pop() {
        top = around.pop();
    }

    /** Takes in an operand, which was read. */
    void operand(ProgramValue value) {
        top.put(value);
        endOperand();
    }

    void endOperand() {
        operandEnd = text.at;
    }

    /** Whether an operand ends here, without a space. */
    boolean isBehindOperand() {
        return text.at == operandEnd;
    }

    /** Begins the call of a function whose name was read; without parentheses it is a value that is not known. */
    void call(String function, ProgramValue receiver, int from) {
        if (text.begins("(")) {
            text.at++;
            push(")", function, receiver, from);
        } else {
            operand(ProgramValue.UNKNOWN);
        }
    }
}
