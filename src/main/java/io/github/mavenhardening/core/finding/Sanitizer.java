package io.github.mavenhardening.core.finding;

/**
 * Makes text that may hold file content or file names safe to show. What a terminal, a browser or a reader would obey
 * instead of see (control characters, ANSI escapes, bidirectional overrides, zero-width characters, line separators)
 * becomes a visible escape, {@code \}{@code u001b}; what a CI system would execute is broken up; what is too long is cut.
 *
 * <p>Safe text stays as it is when it is made safe again, but for the cut: the bound is on what comes in, and escapes
 * lengthen what goes out, by at most twelve characters for one.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">GitHub: workflow
 *     commands</a>
 * @see <a href="https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands">Azure Pipelines: logging
 *     commands</a>
 * @see <a href="https://www.unicode.org/reports/tr36/">Unicode Technical Report 36: security considerations</a>
 */
public final class Sanitizer {

    /** The most code points of one text that are shown. */
    public static final int LIMIT = 1_000;

    private static final String ELLIPSIS = "\u2026";

    private Sanitizer() {}

    /** A text for one line of a terminal or a CI log, at most {@link #LIMIT} code points of it. */
    public static String line(String text) {
        return withoutCommands(text(text));
    }

    /** The same without a bound, for a line that is put together from bounded texts. */
    public static String wholeLine(String text) {
        return withoutCommands(visible(text));
    }

    /** A text for a report that people read: visible, on one line, at most {@link #LIMIT} code points of it. */
    public static String text(String text) {
        return visible(cut(text));
    }

    /** The text with everything visible: it holds no line break, no control and no formatting character. */
    public static String visible(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isVisible(c)) {
                safe.appendCodePoint(c);
            } else {
                escape(safe, c);
            }
            at += Character.charCount(c);
        }
        return safe.toString();
    }

    private static String cut(String text) {
        // Silent: the ellipsis says that there is more.
        if (text.length() <= LIMIT || text.codePointCount(0, text.length()) <= LIMIT) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LIMIT)) + ELLIPSIS;
    }

    /**
     * Breaks what a log reader would execute: GitHub takes a line whose first characters after white space are {@code ::};
     * GitHub, Azure Pipelines and TeamCity take {@code ##[…}, {@code ##vso[…} and {@code ##teamcity[…} anywhere in it.
     */
    private static String withoutCommands(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        String safe = text;
        if (text.startsWith("::", start)) {
            safe = text.substring(0, start) + "\\u003a" + text.substring(start + 1);
        }
        return safe.contains("##") ? withoutHashCommands(safe) : safe;
    }

    private static String withoutHashCommands(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean command = c == '#'
                    && i > 0
                    && text.charAt(i - 1) == '#'
                    && i + 1 < text.length()
                    && (text.charAt(i + 1) == '[' || isLetter(text.charAt(i + 1)));
            if (command) {
                escape(safe, c);
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Whether every character is one of ASCII's visible ones. */
    // An array, as every text of every report comes here: code that is not compiled yet reads it much faster.
    @SuppressWarnings("LoopOverCharArray")
    private static boolean isPlain(String text) {
        for (char c : text.toCharArray()) {
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(int c) {
        if (c <= '~') {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> !isBlank(c);
        };
    }

    /** Characters of other kinds that show nothing: Unicode's Default_Ignorable_Code_Point, and the empty Braille cell. */
    private static boolean isBlank(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x2800
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFFA0
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    private static void escape(StringBuilder out, int c) {
        for (char unit : Character.toChars(c)) {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                out.append(Character.forDigit((unit >> shift) & 0xF, 16));
            }
        }
    }
}
