package io.github.mavenhardening.core.insights.schema;

import java.util.regex.Pattern;

/**
 * A text that a pattern may look at only so often: patterns come from the schemas, texts from anyone, and some of the
 * former take the square of the latter's length.
 */
final class BoundedText implements CharSequence {

    private static final int LOOKS = 2_000_000;

    private final CharSequence text;
    private final int[] looks;

    private BoundedText(CharSequence text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    /** Whether the pattern is found in the text; a text that takes too long to decide does not fit. */
    static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedText(text, new int[] {LOOKS})).find();
        } catch (Exhausted e) {
            // Silent: a text that does not fit is reported as an error of the schema.
            return false;
        }
    }

    @Override
    public char charAt(int index) {
        if (--looks[0] < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("too many looks", null, false, false);
        }
    }
}
