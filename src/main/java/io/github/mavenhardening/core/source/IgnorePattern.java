package io.github.mavenhardening.core.source;

import java.util.Optional;

/**
 * One line of a {@code .gitignore}.
 *
 * @see <a href="https://git-scm.com/docs/gitignore#_pattern_format">gitignore, pattern format</a>
 */
final class IgnorePattern {

    /**
     * A longer line ignores nothing, and one that takes back takes back everything: looking at too much is the safe side, and a
     * match takes time by their length.
     */
    private static final int LIMIT = 1024;

    private static final String ANYWHERE = "**/";

    private final boolean negative;
    private final boolean foldersOnly;
    private final boolean byName;
    private final String text;
    /** Made when first asked for: most patterns are looked up by their text. */
    private Glob glob;

    private IgnorePattern(boolean negative, boolean foldersOnly, boolean byName, String text) {
        this.negative = negative;
        this.foldersOnly = foldersOnly;
        this.byName = byName;
        this.text = text;
    }

    /** The pattern of a line without its line break; empty for a comment and what can match nothing. */
    static Optional<IgnorePattern> of(String line) {
        String text = line.startsWith("#") ? "" : withoutTrailingSpaces(line);
        boolean negative = text.startsWith("!");
        text = negative ? text.substring(1) : text;
        boolean foldersOnly = text.endsWith("/");
        text = foldersOnly ? text.substring(0, text.length() - 1) : text;
        boolean byName = text.indexOf('/') < 0;
        text = text.startsWith("/") ? text.substring(1) : text;
        if (text.length() > LIMIT) {
            return negative ? Optional.of(new IgnorePattern(true, false, true, "*")) : Optional.empty();
        }
        // A name in any folder is the name alone.
        if (text.startsWith(ANYWHERE) && text.indexOf('/', ANYWHERE.length()) < 0) {
            byName = true;
            text = text.substring(ANYWHERE.length());
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(new IgnorePattern(negative, foldersOnly, byName, text));
    }

    /** Whether the pattern takes back what an earlier one ignored. */
    boolean isNegative() {
        return negative;
    }

    /** Whether it speaks of folders alone. */
    boolean isOfFolders() {
        return foldersOnly;
    }

    /** Whether it speaks of names, wherever they stand, and not of paths. */
    boolean isOfNames() {
        return byName;
    }

    /** The pattern, without what the other methods tell of it. */
    String text() {
        return text;
    }

    /**
     * Whether the pattern speaks of that path.
     *
     * @param path relative to the folder that the {@code .gitignore} stands in
     */
    boolean matches(String path, boolean isFolder) {
        if (foldersOnly && !isFolder) {
            return false;
        }
        if (glob == null) {
            glob = Glob.of(text, !byName);
        }
        return glob.matches(byName ? path.substring(path.lastIndexOf('/') + 1) : path);
    }

    /** Spaces at the end do not count, unless a backslash stands before one. */
    private static String withoutTrailingSpaces(String line) {
        int end = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
                end = Math.min(i + 1, line.length());
            } else if (line.charAt(i) != ' ') {
                end = i + 1;
            }
        }
        return line.substring(0, end);
    }
}
