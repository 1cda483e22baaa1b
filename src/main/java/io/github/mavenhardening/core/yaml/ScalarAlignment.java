package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;

/**
 * Says for each character of a scalar's value where it is written. Both texts are walked side by side: a line break and the
 * indentation after it may stand for a space, for a line break, or for nothing; in double quotes an escape stands for its
 * character.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#65-line-folding">YAML 1.2.2 §6.5</a>
 */
final class ScalarAlignment {

    private final int[] starts;
    private final int[] ends;

    private ScalarAlignment(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    static ScalarAlignment of(YamlScalar scalar) {
        return new Walk(scalar).align();
    }

    /** The source offset of the value's character at that offset; the end of the scalar past its last one. */
    int sourceOffset(int valueOffset) {
        return starts[Math.min(valueOffset, starts.length - 1)];
    }

    /** The source offset after the value's character at that offset. */
    int endOffset(int valueOffset) {
        return ends[Math.min(valueOffset, ends.length - 1)];
    }

    private static final class Walk {
        private final YamlScalar scalar;
        private final String text;
        private final String value;
        private final int end;
        private final int blockIndent;
        private int at;

        Walk(YamlScalar scalar) {
            this.scalar = scalar;
            this.text = scalar.source().text();
            this.value = scalar.value();
            Span span = scalar.span();
            this.end = span.end();
            this.at = switch (scalar.style()) {
                case PLAIN -> span.start();
                case SINGLE_QUOTED, DOUBLE_QUOTED -> span.start() + 1;
                case LITERAL, FOLDED -> afterLineBreak(span.start());
            };
            this.blockIndent = isBlock() ? blockIndent() : 0;
            if (isBlock()) {
                skipIndent();
            }
        }

        ScalarAlignment align() {
            int[] starts = new int[value.length() + 1];
            int[] ends = new int[value.length() + 1];
            for (int i = 0; i < value.length(); i++) {
                char wanted = value.charAt(i);
                seek(wanted);
                starts[i] = Math.min(at, end);
                consume(wanted);
                ends[i] = Math.min(at, end);
            }
            starts[value.length()] = Math.min(at, end);
            ends[value.length()] = starts[value.length()];
            return new ScalarAlignment(starts, ends);
        }

        /** Moves to where the wanted character is written, over breaks and blanks that folding took away. */
        private void seek(char wanted) {
            while (at < end) {
                char here = text.charAt(at);
                boolean blankForBreak = (here == ' ' || here == '\t') && wanted != here && !isLiteral();
                if (isBreak(here) && wanted != '\n' && wanted != ' ') {
                    skipBreak();
                } else if (blankForBreak) {
                    at++;
                } else if (scalar.style() == YamlScalar.Style.DOUBLE_QUOTED && isEscapedBreak()) {
                    at++;
                    skipBreak();
                } else {
                    return;
                }
            }
        }

        private void consume(char wanted) {
            if (at >= end) {
                return;
            }
            char here = text.charAt(at);
            if (isBreak(here)) {
                skipBreak();
            } else if (scalar.style() == YamlScalar.Style.DOUBLE_QUOTED && here == '\\') {
                at = Math.min(end, at + escapeLength());
            } else if (scalar.style() == YamlScalar.Style.SINGLE_QUOTED && here == '\'' && wanted == '\'') {
                at = Math.min(end, at + 2);
            } else if (wanted == ' ' && !isBlock() && foldsHere()) {
                skipBlanks();
                skipBreak();
            } else {
                at++;
            }
        }

        private boolean isEscapedBreak() {
            return text.charAt(at) == '\\' && at + 1 < end && isBreak(text.charAt(at + 1));
        }

        private int escapeLength() {
            if (at + 1 >= end) {
                return 1;
            }
            return switch (text.charAt(at + 1)) {
                case 'x' -> 4;
                case 'u' -> 6;
                case 'U' -> 10;
                default -> 2;
            };
        }

        /** Whether only blanks stand between here and the line's end: the space is the folded break, not the first blank. */
        private boolean foldsHere() {
            int i = at;
            while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
                i++;
            }
            return i < end && isBreak(text.charAt(i));
        }

        private void skipBreak() {
            if (at < end && text.charAt(at) == '\r' && at + 1 < end && text.charAt(at + 1) == '\n') {
                at++;
            }
            at++;
            skipIndent();
        }

        private void skipIndent() {
            if (isBlock()) {
                for (int i = 0; i < blockIndent && at < end && text.charAt(at) == ' '; i++) {
                    at++;
                }
            } else {
                skipBlanks();
            }
        }

        private void skipBlanks() {
            while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
        }

        /** The indentation of a block scalar: that of its first line with text, or as its indicator says. */
        private int blockIndent() {
            int indent = 0;
            for (int i = at; i < end; i++) {
                char c = text.charAt(i);
                if (isBreak(c)) {
                    indent = 0;
                } else if (c == ' ') {
                    indent++;
                } else {
                    break;
                }
            }
            int leading = 0;
            while (leading < value.length() && value.charAt(leading) == '\n') {
                leading++;
            }
            // An indentation indicator keeps blanks in the value that would else be the indentation.
            while (leading < value.length() && value.charAt(leading) == ' ' && indent > 0) {
                leading++;
                indent--;
            }
            return indent;
        }

        private int afterLineBreak(int from) {
            int i = from;
            while (i < end && !isBreak(text.charAt(i))) {
                i++;
            }
            if (i < end && text.charAt(i) == '\r' && i + 1 < end && text.charAt(i + 1) == '\n') {
                i++;
            }
            return Math.min(end, i + 1);
        }

        private boolean isBlock() {
            return isLiteral() || scalar.style() == YamlScalar.Style.FOLDED;
        }

        private boolean isLiteral() {
            return scalar.style() == YamlScalar.Style.LITERAL;
        }

        private static boolean isBreak(char c) {
            return c == '\n' || c == '\r';
        }
    }
}
