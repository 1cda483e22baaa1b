package io.github.mavenhardening.core.text;

/** Texts of others, lines of files and messages of Maven, without the names and passwords that stand in addresses. */
public final class MaskedUsers {

    /** What ends the part of an address in which users stand, or the address itself in the text around it. */
    private static final String BEYOND = "/ \t\r\n\"'`<>$";

    private MaskedUsers() {}

    /**
     * The text with asterisks for each user and password in an address, as many as they have characters, so that places in it stay where
     * they are. Variables are left: they stand for a password, and are none. So is {@code git}, which everybody is, and the image of a
     * digest.
     */
    public static String in(String text) {
        StringBuilder masked = null;
        for (int scheme = text.indexOf("://"); scheme >= 0; ) {
            int start = scheme + "://".length();
            int at = -1;
            int end = start;
            while (end < text.length() && BEYOND.indexOf(text.charAt(end)) < 0) {
                at = text.charAt(end) == '@' ? end : at;
                end++;
            }
            boolean variable = end < text.length() && text.charAt(end) == '$';
            if (at > start && !variable && !isNobody(text, start, at)) {
                masked = masked == null ? new StringBuilder(text) : masked;
                masked.replace(start, at, "*".repeat(at - start));
            }
            scheme = text.indexOf("://", end);
        }
        return masked == null ? text : masked.toString();
    }

    /** Whether what stands before the at sign there is no user, or is left out already. */
    private static boolean isNobody(String text, int start, int at) {
        return text.startsWith("git@", start) || text.startsWith("\u2026@", start) || text.startsWith("@sha256:", at);
    }
}
