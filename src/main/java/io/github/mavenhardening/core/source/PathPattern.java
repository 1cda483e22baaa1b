package io.github.mavenhardening.core.source;

import java.util.Optional;

/**
 * Files that are meant, as a line of a {@code .gitignore} means them: a name without a slash fits at any depth, and a folder that
 * fits means all that is in it.
 *
 * @see <a href="https://git-scm.com/docs/gitignore#_pattern_format">gitignore, pattern format</a>
 */
public final class PathPattern {

    private final String text;
    private final IgnorePattern pattern;

    private PathPattern(String text, IgnorePattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /**
     * The pattern of a text.
     *
     * @throws IllegalArgumentException when it is none that means a file; the message says so, a predicate
     */
    public static PathPattern of(String text) {
        String line = text.strip();
        // In a list a later line takes an earlier one back; here there is none before it. A comment is none where
        // nothing is a list.
        Optional<IgnorePattern> pattern = IgnorePattern.of(line.startsWith("#") ? "\\" + line : line);
        if (pattern.isEmpty() || pattern.get().isNegative()) {
            throw new IllegalArgumentException("Must be a pattern as .gitignore has them, without ! in front");
        }
        return new PathPattern(line, pattern.get());
    }

    /** Whether a file, or a folder that it lies in, fits. */
    public boolean matches(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (pattern.matches(path.substring(0, slash), true)) {
                return true;
            }
        }
        return pattern.matches(path, false);
    }

    /** The pattern. */
    @Override
    public String toString() {
        return text;
    }
}
