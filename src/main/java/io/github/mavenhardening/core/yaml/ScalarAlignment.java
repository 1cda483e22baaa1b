package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;
import java.util.Arrays;

/**
 * The alignment of a scalar's value with the file: where each character is written. Made of pieces: either characters that
 * stand in the file as they are, or a few that an escape, a line break or a doubled quote stands for as a whole. Immutable.
 */
final class ScalarAlignment {

    /** Piece k holds the value's characters from values[k] up to values[k + 1]. */
    private final int[] values;

    private final int[] starts;
    private final int[] ends;

    private ScalarAlignment(int[] values, int[] starts, int[] ends) {
        this.values = values;
        this.starts = starts;
        this.ends = ends;
    }

    /** The source offset of the value's character at that offset, which is below the value's length. */
    int start(int valueOffset) {
        int piece = pieceOf(valueOffset);
        return starts[piece] + (isVerbatim(piece) ? valueOffset - values[piece] : 0);
    }

    /** The source offset after the value's character at that offset, which is below the value's length. */
    int end(int valueOffset) {
        int piece = pieceOf(valueOffset);
        return isVerbatim(piece) ? starts[piece] + valueOffset - values[piece] + 1 : ends[piece];
    }

    private int pieceOf(int valueOffset) {
        int found = Arrays.binarySearch(values, valueOffset);
        return found >= 0 ? found : -found - 2;
    }

    private boolean isVerbatim(int piece) {
        return ends[piece] - starts[piece] == values[piece + 1] - values[piece];
    }

    /** Collects the pieces in the order of the value, and compares the text that they make with it. */
    static final class Builder {
        private final String value;
        private int[] values = new int[4];
        private int[] starts = new int[4];
        private int[] ends = new int[4];
        private int pieces;
        private int length;
        private boolean agrees = true;

        Builder(String value) {
            this.value = value;
        }

        /** How much of the value has its place. */
        int length() {
            return length;
        }

        /** The characters of the file from start to end, as they are. */
        void verbatim(String text, int start, int end) {
            if (end > start) {
                agrees = agrees && value.regionMatches(length, text, start, end - start);
                add(end - start, start, end);
            }
        }

        /** What the file's stretch from start to end stands for, one character. */
        void replaced(char by, int start, int end) {
            agrees = agrees && length < value.length() && value.charAt(length) == by;
            add(1, start, end);
        }

        /** The next characters of the value, so many, which an escape from start to end stands for. */
        void escaped(int count, int start, int end) {
            add(count, start, end);
        }

        private void add(int count, int start, int end) {
            if (pieces == starts.length) {
                values = Arrays.copyOf(values, pieces * 2);
                starts = Arrays.copyOf(starts, pieces * 2);
                ends = Arrays.copyOf(ends, pieces * 2);
            }
            values[pieces] = length;
            starts[pieces] = start;
            ends[pieces] = end;
            pieces++;
            length += count;
        }

        /**
         * The alignment. Where the parser and these pieces disagree, each character is said to be the whole scalar.
         *
         * @param whole the scalar's span
         */
        ScalarAlignment build(Span whole) {
            if (!agrees || length != value.length()) {
                return value.isEmpty()
                        ? new ScalarAlignment(new int[] {0}, new int[0], new int[0])
                        : new ScalarAlignment(
                                new int[] {0, value.length()}, new int[] {whole.start()}, new int[] {whole.end()});
            }
            int[] bounds = Arrays.copyOf(values, pieces + 1);
            bounds[pieces] = length;
            return new ScalarAlignment(bounds, Arrays.copyOf(starts, pieces), Arrays.copyOf(ends, pieces));
        }
    }
}
