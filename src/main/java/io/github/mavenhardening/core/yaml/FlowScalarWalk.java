package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;

/**
 * Reads a plain or quoted scalar: blanks around a line break fold into a space, blank lines into line breaks; in single
 * quotes two of them are one, in double quotes an escape stands for its character.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#65-line-folding">YAML 1.2.2 §6.5</a>
 */
final class FlowScalarWalk {

    /** What stands around it; 0 around a plain one. */
    private final char quote;

    private final String text;
    private final ScalarAlignment.Builder pieces;
    private final int end;
    private int at;

    FlowScalarWalk(char quote, String text, Span span, ScalarAlignment.Builder pieces) {
        this.quote = quote;
        this.text = text;
        this.pieces = pieces;
        int width = quote == 0 ? 0 : 1;
        this.at = span.start() + width;
        this.end = Math.max(at, span.end() - width);
    }

    void walk() {
        while (at < end) {
            char c = text.charAt(at);
            if (YamlText.isBlank(c) || YamlText.isBreak(c)) {
                blanks();
            } else if (quote == '"' && c == '\\') {
                escape();
            } else if (quote == '\'' && c == '\'') {
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
                || (c == '\\' && quote == '"')
                || (c == '\'' && quote == '\'');
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
