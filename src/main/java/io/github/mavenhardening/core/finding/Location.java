package io.github.mavenhardening.core.finding;

import java.util.Optional;

/**
 * The location of a finding.
 *
 * @param path path of the file relative to the repository's root, with {@code /}; never absolute. A backslash is
 *     part of a name, which some systems allow. The empty path is the repository as a whole (for what is missing from it)
 * @param span the stretch of text meant; empty when the file as a whole is
 * @param label what this place has to do with the finding, for related locations and annotations; empty when it is plain
 */
public record Location(String path, Optional<Span> span, String label) {

    public Location {
        if (path.startsWith("/")) {
            throw new IllegalArgumentException("a location's path is relative to the root: " + path);
        }
    }

    // Written out, as in Span.
    @Override
    public boolean equals(Object other) {
        return other instanceof Location location
                && path.equals(location.path)
                && span.equals(location.span)
                && label.equals(location.label);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * path.hashCode() + span.hashCode()) + label.hashCode();
    }

    public static Location of(String path, Span span) {
        return new Location(path, Optional.of(span), "");
    }

    /** A file as a whole. */
    public static Location ofFile(String path) {
        return new Location(path, Optional.empty(), "");
    }

    /** The repository as a whole. */
    public static Location ofRepository() {
        return new Location("", Optional.empty(), "");
    }

    public Location labelled(String newLabel) {
        return new Location(path, span, newLabel);
    }

    /** 1-based line, or 0 where the location is a whole file. */
    public int line() {
        return span.isPresent() ? span.get().line() : 0;
    }

    /** 1-based column in code points, or 0 where the location is a whole file. */
    public int column() {
        return span.isPresent() ? span.get().column() : 0;
    }
}
