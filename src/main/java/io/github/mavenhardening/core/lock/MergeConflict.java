package io.github.mavenhardening.core.lock;

/**
 * Follows the markers that git leaves in a file whose merge needs a decision, line by line.
 *
 * @see <a href="https://git-scm.com/docs/git-merge#_how_conflicts_are_presented">git merge: how conflicts are presented</a>
 */
public final class MergeConflict {

    private static final int MARKER_LENGTH = 7;

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

    /** The number of the first line of a text that is one of the markers; 0 where none is. */
    public static int lineOf(String text) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (isMarker(line)) {
                return number;
            }
        }
        return 0;
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
