package io.github.mavenhardening.core.workflow.flow;

/** Reads the texts of a program, in which values may stand, and the regular expressions of JavaScript. */
final class ProgramStrings {

    private final ProgramText text;
    private final ProgramStack stack;
    private final PowerShellWords words;
    private final ProgramPlace place;

    ProgramStrings(ProgramText text, ProgramStack stack, PowerShellWords words, ProgramPlace place) {
        this.text = text;
        this.stack = stack;
        this.words = words;
        this.place = place;
    }

    /** Reads the beginning of a text, or the whole of a regular expression, if one stands here. */
    boolean begin() {
        char c = text.ahead(0);
        boolean isScript = text.language == ProgramLanguage.JAVASCRIPT;
        boolean isPowerShell = text.language == ProgramLanguage.POWERSHELL;
        if (c == '/' && isScript && stack.top().last.isNone()) {
            regularExpression();
        } else if (isPowerShell && (text.begins("@\"") || text.begins("@'"))) {
            begin("\n" + text.ahead(1) + "@", 2, text.ahead(1) == '"');
        } else if (c == '"' || c == '\'' || (c == '`' && isScript)) {
            String three = String.valueOf(c).repeat(3);
            boolean isLong = text.language == ProgramLanguage.PYTHON && text.begins(three);
            begin(isLong ? three : String.valueOf(c), isLong ? 3 : 1, isPowerShell ? c == '"' : isScript && c == '`');
        } else {
            return false;
        }
        return true;
    }

    private void begin(String quote, int length, boolean isFilled) {
        int from = text.at;
        text.at += length;
        ProgramFrame frame = stack.push(quote, "", ProgramValue.NONE, from);
        frame.isText = true;
        frame.isFilled = isFilled;
    }

    private void regularExpression() {
        boolean isClass = false;
        for (text.at++; text.ahead(0) != '\n'; text.at++) {
            char each = text.ahead(0);
            isClass = each == '[' || (isClass && each != ']');
            if (each == '\\') {
                text.at++;
            } else if (each == '/' && !isClass) {
                break;
            }
        }
        text.at = Math.min(text.at + 1, text.code.length());
        stack.operand(ProgramValue.UNKNOWN);
    }

    /** Goes on in a text, up to its end or behind the next value in it. */
    void read() {
        int from = text.at;
        ProgramFrame top = stack.top();
        boolean isPowerShell = text.language == ProgramLanguage.POWERSHELL;
        boolean isShort = top.end.length() == 1;
        boolean isLine = isShort && !isPowerShell && !top.end.equals("`");
        while (!text.isAtEnd()) {
            char c = text.ahead(0);
            if (isPowerShell && isShort && text.begins(top.end) && text.begins(top.end, 1)) {
                text.at += 2;
                continue;
            }
            boolean isEnd = text.begins(top.end);
            if (isEnd || (c == '\n' && isLine)) {
                take(from);
                end(isEnd ? top.end.length() : 0);
                return;
            }
            int fence = text.fence();
            if (fence > 0) {
                take(from);
                expression(fence);
                return;
            }
            if (c == (isPowerShell ? '`' : '\\')) {
                text.skip(2);
            } else if (top.isFilled && text.begins("{{")) {
                text.at += 2;
            } else if (top.isFilled && isValue()) {
                take(from);
                value();
                return;
            } else {
                text.at++;
            }
        }
        take(from);
    }

    private void expression(int length) {
        String expression = text.code.substring(text.at, text.at + length);
        stack.top()
                .put(new ProgramValue(
                        ProgramValue.Kind.TEXT,
                        place.expression(expression),
                        expression.substring(0, Math.min(length, 100)),
                        ""));
        text.at += length;
    }

    /** Whether a value stands here in a text. */
    private boolean isValue() {
        return switch (text.language) {
            case JAVASCRIPT -> text.begins("${");
            case PYTHON -> text.begins("{");
            case POWERSHELL -> words.isVariable();
            default -> false;
        };
    }

    private void value() {
        if (text.language == ProgramLanguage.POWERSHELL) {
            words.variable();
        } else {
            int from = text.at;
            text.at += text.language == ProgramLanguage.PYTHON ? 1 : 2;
            stack.push("}", "", ProgramValue.NONE, from);
        }
    }

    private void take(int from) {
        if (text.at > from) {
            stack.top().put(ProgramValue.of(text.since(from, 300)));
        }
    }

    private void end(int length) {
        ProgramFrame frame = stack.top();
        frame.settle();
        stack.pop();
        text.at += length;
        stack.operand(frame.operand.isNone() ? ProgramValue.of("\"") : frame.operand);
    }
}
