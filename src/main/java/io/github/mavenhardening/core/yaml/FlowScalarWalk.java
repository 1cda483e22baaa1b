package io.github.mavenhardening.core.yaml;

/**
 * Reads a plain or quoted scalar: blanks around a line break fold into a space, blank lines into line breaks; in single
 * quotes two of them are one, in double quotes an escape stands for its character.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#65-line-folding">YAML 1.2.2 §6.5</a>
 */
final class FlowScalarWalk {

    private final YamlScalar.Style style;
    private final String text;
    private final ScalarAlignment.Builder pieces;
    private final int end;
    private int at;

    FlowScalarWalk(YamlScalar scalar, String text, ScalarAlignment.Builder pieces) {
        this.style = scalar.style();
        this.text = text;
        this.pieces = pieces;
        int quote = style == YamlScalar.Style.PLAIN ? 0 : 1;
        this.at = scalar.span().start() + quote;
        this.end = Math.max(at, scalar.span().end() - quote);
    }

    void walk() {
        while (at < end) {
            char c = text.charAt(at);
            if (YamlText.isBlank(c) || YamlText.isBreak(c)) {
                blanks();
            } else if (style == YamlScalar.Style.DOUBLE_QUOTED && c == '\\') {
                escape();
            } else if (style == YamlScalar.Style.SINGLE_QUOTED && c == '\'') {
                pieces.replaced('\'', at, at + 2);
                at += 2;
            } else {
                run();
            }
        }
    }

    private void run() {
        int from = at;
        do {
            at++;
        } while (at < end && !isSpecial(text.charAt(at)));
        pieces.verbatim(text, from, at);
    }

    private boolean isSpecial(char c) {
        return YamlText.isBlank(c)
                || YamlText.isBreak(c)
                || (c == '\\' && style == YamlScalar.Style.DOUBLE_QUOTED)
                || (c == '\'' && style == YamlScalar.Style.SINGLE_QUOTED);
    }

    private void blanks() {
        int from = at;
        at = YamlText.afterBlanks(text, at, end);
        if (at == end || !YamlText.isBreak(text.charAt(at))) {
            pieces.verbatim(text, from, at);
            return;
        }
        char first = text.charAt(at);
        int firstBreak = at;
        at = YamlText.afterBreak(text, at);
        if (isKept(first)) {
            pieces.replaced(first, firstBreak, at);
            blankLines();
        } else if (!blankLines()) {
            pieces.replaced(' ', from, at);
        }
    }

    /** LS and PS do not fold. */
    private static boolean isKept(char c) {
        return c == '\u2028' || c == '\u2029';
    }

    /** Passes the blanks of the next line, and each line that is blank; false when there was no blank line. */
    private boolean blankLines() {
        boolean any = false;
        at = YamlText.afterBlanks(text, at, end);
        while (at < end && YamlText.isBreak(text.charAt(at))) {
            char c = text.charAt(at);
            int after = YamlText.afterBreak(text, at);
            pieces.replaced(isKept(c) ? c : '\n', at, after);
            at = YamlText.afterBlanks(text, after, end);
            any = true;
        }
        return any;
    }

    private void escape() {
        char kind = at + 1 < end ? text.charAt(at + 1) : '\\';
        if (YamlText.isBreak(kind)) {
            at = YamlText.afterBreak(text, at + 1);
            blankLines();
            return;
        }
        int digits = switch (kind) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        int after = Math.min(end, at + 2 + digits);
        boolean pair = digits == 8 && !text.startsWith("0000", at + 2);
        pieces.escaped(pair ? 2 : 1, at, after);
        at = after;
    }
}
