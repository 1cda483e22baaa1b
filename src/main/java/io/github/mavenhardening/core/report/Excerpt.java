package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.text.MaskedUsers;
import java.util.List;

/**
 * The line of a file that a finding is about, and below it carets under what is meant: tabs are blanks, what a terminal would
 * obey is visible, and of a long line only the surroundings are shown.
 */
final class Excerpt {

    private static final int TAB = 4;
    private static final String ELLIPSIS = "\u2026";
    /** How much of a long line stands before what is meant, in parts of the width. */
    private static final int LEAD = 3;

    /** The line as it is shown; and where in it the part that is meant begins and ends. */
    private final StringBuilder shown = new StringBuilder();

    private int start = -1;
    private int end = -1;

    private Excerpt(String line, int from, int to, int width) {
        int lead = Math.max(0, from - width);
        int at = lead > 0 && Character.isLowSurrogate(line.charAt(lead)) ? lead - 1 : lead;
        boolean before = at > 0;
        // Silent: what is left out is marked. No more is looked at than could be shown.
        while (at < line.length() && (shown.length() <= 2 * width || start < 0)) {
            int c = line.codePointAt(at);
            mark(at, from, to);
            append(c);
            at += Character.charCount(c);
        }
        mark(at, from, to);
        window(width, before, at < line.length());
    }

    private void mark(int at, int from, int to) {
        if (start < 0 && at >= from) {
            start = shown.length();
        }
        if (end < 0 && at >= to) {
            end = shown.length();
        }
    }

    private void append(int c) {
        if (c == '\t') {
            shown.append(" ".repeat(TAB - shown.length() % TAB));
        } else {
            shown.append(Sanitizer.visible(Character.toString(c)));
        }
    }

    /** Leaves as much as fits around what is meant. */
    private void window(int width, boolean moreBefore, boolean moreAfter) {
        end = end < 0 ? shown.length() : end;
        if (!moreBefore && !moreAfter && shown.length() <= width) {
            return;
        }
        int first = start + 1 <= width - 1 && !moreBefore && end <= width - 1 ? 0 : Math.max(0, start - width / LEAD);
        int last = Math.min(shown.length(), first + width - 2);
        boolean cutBefore = first > 0 || moreBefore;
        boolean cutAfter = last < shown.length() || moreAfter;
        String part = shown.substring(first, last);
        shown.setLength(0);
        shown.append(cutBefore ? ELLIPSIS : "").append(part).append(cutAfter ? ELLIPSIS : "");
        int shift = (cutBefore ? 1 : 0) - first;
        start += shift;
        end = Math.min(end, last) + shift;
    }

    /**
     * The two lines.
     *
     * @param width the most characters of each
     */
    static List<String> of(String text, Span span, int width) {
        int found = span.hasOffsets() ? span.start() : offsetOf(text, span);
        if (found > text.length()) {
            // Silent: the file is not the one that was looked at any more.
            return List.of();
        }
        int start = found;
        while (start > 0 && !isLineEnd(text.charAt(start - 1))) {
            start--;
        }
        int stop = found;
        while (stop < text.length() && !isLineEnd(text.charAt(stop))) {
            stop++;
        }
        String number = " ".repeat(Math.max(0, 6 - String.valueOf(span.line()).length())) + span.line() + " | ";
        String line = MaskedUsers.in(text.substring(start, stop));
        int from = found - start;
        int to = Math.max(from, Math.min(span.end(), stop) - start);
        Excerpt excerpt = new Excerpt(line, from, to, Math.max(width - number.length(), 20));
        String carets = "^".repeat(Math.max(1, columns(excerpt.shown.substring(excerpt.start, excerpt.end))));
        String before = " ".repeat(columns(excerpt.shown.substring(0, excerpt.start)));
        return List.of(number + excerpt.shown, " ".repeat(number.length() - 2) + "| " + before + carets);
    }

    /** The offset of a place of which line and column are known, or the end of a shorter line; beyond a text without it. */
    private static int offsetOf(String text, Span place) {
        int at = 0;
        for (int line = 1; line < place.line(); line++) {
            while (at < text.length() && !isLineEnd(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                return Integer.MAX_VALUE;
            }
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        for (int column = 1; column < place.column() && at < text.length() && !isLineEnd(text.charAt(at)); column++) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** How many columns of a terminal a text takes: ideographs take two, marks on a letter none. */
    private static int columns(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            int type = Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            columns += mark ? 0 : isWide(c) ? 2 : 1;
        }
        return columns;
    }

    private static boolean isWide(int c) {
        return Character.isIdeographic(c)
                || (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x3040 && c <= 0x30FF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x1F300 && c <= 0x1FAFF);
    }
}
