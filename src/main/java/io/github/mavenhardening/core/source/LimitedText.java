package io.github.mavenhardening.core.source;

/**
 * A text that a pattern may look at only so often: some patterns take the square of a text's length, or time that doubles with
 * each character.
 */
public final class LimitedText implements CharSequence {

    private final CharSequence text;
    private final int[] looks;

    /** One whose characters are given out that often in all. */
    public LimitedText(String text, int looks) {
        this(text, new int[] {looks});
    }

    private LimitedText(CharSequence text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    /**
     * A character.
     *
     * @throws Exhausted where the text was looked at too often
     */
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
        return new LimitedText(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Whether the pattern fits is not known: deciding takes too long. */
    public static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("too many looks", null, false, false);
        }
    }
}
