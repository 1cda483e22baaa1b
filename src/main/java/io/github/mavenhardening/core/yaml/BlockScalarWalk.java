package io.github.mavenhardening.core.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a literal or folded block scalar: the indentation is not part of the value, and in a folded one neither is the line
 * break between two lines of text, which becomes a space.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#81-block-scalar-styles">YAML 1.2.2 §8.1</a>
 */
final class BlockScalarWalk {

    private final String value;
    private final String text;
    private final ScalarAlignment.Builder pieces;
    private final boolean folded;
    private final int indent;
    private int at;
    /** How many blanks of indentation stand before {@link #at} on its line. */
    private int column;

    /** A line break in the file. */
    private record Break(int start, int end) {}

    BlockScalarWalk(String value, boolean folded, String text, int start, ScalarAlignment.Builder pieces) {
        this.value = value;
        this.text = text;
        this.pieces = pieces;
        this.folded = folded;
        int header = YamlText.lineEnd(text, start, text.length());
        this.at = header < text.length() ? YamlText.afterBreak(text, header) : header;
        this.indent = indent();
    }

    void walk() {
        List<Break> breaks = breaks();
        Break last = null;
        while (isAtText() && pieces.length() < value.length()) {
            for (Break lineBreak : breaks) {
                keep(lineBreak);
            }
            boolean flush = !YamlText.isBlank(text.charAt(at));
            int lineEnd = YamlText.lineEnd(text, at, text.length());
            pieces.verbatim(text, at, lineEnd);
            at = lineEnd;
            if (at == text.length()) {
                return;
            }
            last = new Break(at, YamlText.afterBreak(text, at));
            at = last.end();
            breaks = breaks();
            if (!isAtText()) {
                break;
            }
            boolean folds = folded && flush && !YamlText.isBlank(text.charAt(at)) && valueOf(last) == '\n';
            if (!folds) {
                keep(last);
            } else if (breaks.isEmpty()) {
                pieces.replaced(' ', last.start(), last.end());
            }
        }
        if (last != null) {
            chomped(last);
        }
        for (Break lineBreak : breaks) {
            chomped(lineBreak);
        }
    }

    /** A break after the last line of text: the value ends before it or holds it, as the chomping indicator says. */
    private void chomped(Break lineBreak) {
        if (pieces.length() < value.length()) {
            keep(lineBreak);
        }
    }

    private void keep(Break lineBreak) {
        pieces.replaced(valueOf(lineBreak), lineBreak.start(), lineBreak.end());
    }

    private char valueOf(Break lineBreak) {
        char c = text.charAt(lineBreak.start());
        return c == '\u2028' || c == '\u2029' ? c : '\n';
    }

    private boolean isAtText() {
        return column == indent && at < text.length();
    }

    /** Passes indentation and blank lines, up to the next line of text. */
    private List<Break> breaks() {
        List<Break> breaks = new ArrayList<>();
        passIndent();
        while (at < text.length() && YamlText.isBreak(text.charAt(at))) {
            Break lineBreak = new Break(at, YamlText.afterBreak(text, at));
            breaks.add(lineBreak);
            at = lineBreak.end();
            passIndent();
        }
        return breaks;
    }

    private void passIndent() {
        column = 0;
        while (column < indent && at < text.length() && text.charAt(at) == ' ') {
            at++;
            column++;
        }
    }

    /**
     * The indentation, derived from the first line of text: what it has in the file beyond what it has in the value. Without any
     * text every blank is indentation.
     */
    private int indent() {
        int leading = 0;
        while (leading < value.length() && YamlText.isBreak(value.charAt(leading))) {
            leading++;
        }
        if (leading == value.length()) {
            return Integer.MAX_VALUE; // Silent: this is not a limit, but more than any line has.
        }
        int line = at;
        for (int i = 0; i < leading; i++) {
            int end = YamlText.lineEnd(text, line, text.length());
            line = end < text.length() ? YamlText.afterBreak(text, end) : end;
        }
        return spaces(text, line) - spaces(value, leading);
    }

    private static int spaces(String in, int from) {
        int i = from;
        while (i < in.length() && in.charAt(i) == ' ') {
            i++;
        }
        return i - from;
    }
}
