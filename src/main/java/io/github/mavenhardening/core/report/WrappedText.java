package io.github.mavenhardening.core.report;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines between its words; a word that is wider than a line stays whole. */
final class WrappedText {

    private static final String ELLIPSIS = "\u2026";

    /** The columns that a line may leave empty for the sake of a whole word. */
    private static final int LONG = 24;

    private WrappedText() {}

    /**
     * The lines of a text.
     *
     * @param width the most characters of a line
     * @param indent what every line but the first begins with
     */
    static List<String> lines(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        String before = "";
        while (before.length() + text.length() - from > width) {
            int room = Math.max(width - before.length(), 1);
            int space = text.lastIndexOf(' ', from + room);
            if (space <= from || isBlank(text, from, space)) {
                space = nextSpace(text, from);
                if (space < 0) {
                    break;
                }
            }
            lines.add(before + text.substring(from, space).stripTrailing());
            from = space;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            before = indent;
        }
        if (from < text.length() || lines.isEmpty()) {
            lines.add(before + text.substring(from));
        }
        return lines;
    }

    /**
     * As much of a text as fits, up to the end of a word; an ellipsis says that there is more. Of a long word the beginning is
     * shown, too: of artifacts and addresses it is what tells one from the next.
     */
    static String cut(String text, int width) {
        if (text.length() <= width) {
            return text;
        }
        int space = text.lastIndexOf(' ', Math.max(width - 1, 0));
        if (space > 0 && width - space > LONG && !isBlank(text, 0, space)) {
            return text.substring(0, width - 1) + ELLIPSIS;
        }
        if (space <= 0 || isBlank(text, 0, space)) {
            space = nextSpace(text, 0);
        }
        return space < 0 ? text : text.substring(0, space).stripTrailing() + ELLIPSIS;
    }

    /** Indentation is not a word. */
    private static boolean isBlank(String text, int from, int to) {
        return text.substring(from, to).isBlank();
    }

    /** The end of the first word from there; negative where it is the last. */
    private static int nextSpace(String text, int from) {
        int start = from;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return text.indexOf(' ', start);
    }
}
