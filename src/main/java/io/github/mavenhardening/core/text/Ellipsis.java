package io.github.mavenhardening.core.text;

/** Texts cut to a length, as messages show them: an ellipsis says where more stood. */
public final class Ellipsis {

    private Ellipsis() {}

    /**
     * A text, or its beginning with an ellipsis behind it where it is longer than that many characters; no character is halved.
     *
     * @param limit at least 1
     */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end) + "…";
    }
}
