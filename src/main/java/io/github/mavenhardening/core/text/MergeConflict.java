package io.github.mavenhardening.core.text;

/**
 * Follows the markers that git leaves in a file whose merge needs a decision, line by line.
 *
 * @see <a href="https://git-scm.com/docs/git-merge#_how_conflicts_are_presented">git merge: how conflicts are presented</a>
 */
public final class MergeConflict {

    private static final int MARKER_LENGTH = 7;
    private static final String START = "<".repeat(MARKER_LENGTH);

    /** Where in a conflict a line stands. */
    public enum Side {
        /** In none. */
        BOTH,
        /** Before the merge, on the branch that was merged into. */
        OURS,
        /** Before either side changed it; git shows it on request. */
        BASE,
        /** On the branch that was merged. */
        THEIRS,
        /** It is a marker. */
        MARKER
    }

    private Side side = Side.BOTH;

    /** The place of the next line, given without its end. */
    public Side next(String line) {
        Side after = after(line);
        if (after == null) {
            return side;
        }
        side = after;
        return Side.MARKER;
    }

    /** Whether a line is one of the markers, wherever it stands. */
    public static boolean isMarker(String line) {
        return isMarker(line, '<') || isMarker(line, '|') || isMarker(line, '=') || isMarker(line, '>');
    }

    /** Where the first conflict of a text begins, counted in characters; -1 where there is none. */
    public static int startOf(String text) {
        for (int at = text.indexOf(START); at >= 0; at = text.indexOf(START, at + 1)) {
            int end = at + MARKER_LENGTH;
            boolean begins = at == 0 || text.charAt(at - 1) == '\n';
            if (begins && (end == text.length() || " \r\n".indexOf(text.charAt(end)) >= 0)) {
                return at;
            }
        }
        return -1;
    }

    private Side after(String line) {
        if (side == Side.BOTH) {
            return isMarker(line, '<') ? Side.OURS : null;
        }
        if (side == Side.OURS && isMarker(line, '|')) {
            return Side.BASE;
        }
        if (side != Side.THEIRS && isMarker(line, '=')) {
            return Side.THEIRS;
        }
        return side == Side.THEIRS && isMarker(line, '>') ? Side.BOTH : null;
    }

    private static boolean isMarker(String line, char sign) {
        for (int i = 0; i < MARKER_LENGTH; i++) {
            if (i >= line.length() || line.charAt(i) != sign) {
                return false;
            }
        }
        return line.length() == MARKER_LENGTH || line.charAt(MARKER_LENGTH) == ' ';
    }

    /** A text as one of the sides has it, ends of lines as line feeds. */
    public static String sideOf(String text, Side wanted) {
        MergeConflict conflict = new MergeConflict();
        StringBuilder kept = new StringBuilder(text.length());
        for (String line : text.lines().toList()) {
            Side side = conflict.next(line);
            if (side == Side.BOTH || side == wanted) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }
}
