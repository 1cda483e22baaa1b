package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.source.Glob;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of a commit's tags stand for a release. */
public final class ReleaseTags {

    /**
     * A version of two numbers or more, with or without a name or a {@code v} before it and a qualifier behind: {@code 1.2.3},
     * {@code v1.2.3-RC1}, {@code rel/name-1.2}. One number alone may be a date, a build, or a branch that moves.
     */
    private static final Pattern VERSION = Pattern.compile("(?:[a-z][a-z0-9.]{0,60}[-_/@]){0,8}(?:v|r|rel|release)?"
            + "[0-9]{1,9}(?:[._][0-9]{1,9}){1,5}(?:[-+._]?[a-z][a-z0-9.+_-]{0,60})?");

    /** Words of what is built between releases, and of lines of development. */
    private static final List<String> OTHERS = List.of("snapshot", "nightly", ".x");

    /** The file of a tag has a name, and no file has a longer one. */
    private static final int LENGTH_LIMIT = 255;

    private ReleaseTags() {}

    /**
     * The first of those tags that is a release's; empty when none is.
     *
     * @param tags by their short names
     * @param patterns globs of the names of releases; where there are none, a name must hold a version
     */
    public static Optional<String> first(List<String> tags, List<String> patterns) {
        // Silent: a longer tag is none that Git keeps as a file.
        for (String tag : tags) {
            if (tag.length() <= LENGTH_LIMIT && (patterns.isEmpty() ? isVersion(tag) : fits(tag, patterns))) {
                return Optional.of(tag);
            }
        }
        return Optional.empty();
    }

    private static boolean isVersion(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        for (String other : OTHERS) {
            if (lower.contains(other)) {
                return false;
            }
        }
        return VERSION.matcher(lower).matches();
    }

    private static boolean fits(String tag, List<String> patterns) {
        for (String pattern : patterns) {
            if (Glob.of(pattern, false).matches(tag)) {
                return true;
            }
        }
        return false;
    }
}
