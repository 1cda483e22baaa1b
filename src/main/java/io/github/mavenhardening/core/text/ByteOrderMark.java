package io.github.mavenhardening.core.text;

/** What PowerShell and some editors write in front of a text in UTF-8. */
public final class ByteOrderMark {

    private static final String MARK = "\uFEFF";

    private ByteOrderMark() {}

    /** A text without one in front. */
    public static String without(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }
}
