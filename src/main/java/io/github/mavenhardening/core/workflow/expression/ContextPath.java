package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reference reads of a context: {@code github.event.issue.title}, whether written with points, in brackets or both.
 *
 * @param segments the names in lower case, the context's first; {@code *} stands for a filter and for an index that is not
 *     a plain text or number
 */
public record ContextPath(List<String> segments) {

    private static final String ANY = "*";

    public ContextPath {
        segments = List.copyOf(segments);
    }

    // Written out: a record's own is linked at its first use, for longer than a short audit compares.
    @Override
    public boolean equals(Object other) {
        return other instanceof ContextPath path && segments.equals(path.segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    /** The path of an expression that reads a context; empty for every other. */
    public static Optional<ContextPath> of(Expression expression) {
        Deque<String> segments = new ArrayDeque<>();
        Expression at = expression;
        while (!(at instanceof Expression.Context context)) {
            if (at instanceof Expression.Property property) {
                segments.push(property.name().toLowerCase(Locale.ROOT));
                at = property.target();
            } else if (at instanceof Expression.Index index) {
                segments.push(nameOf(index.index()));
                at = index.target();
            } else if (at instanceof Expression.Filter filter) {
                segments.push(ANY);
                at = filter.target();
            } else {
                return Optional.empty();
            }
        }
        segments.push(context.name().toLowerCase(Locale.ROOT));
        return Optional.of(new ContextPath(List.copyOf(segments)));
    }

    private static String nameOf(Expression index) {
        Optional<Value> value = index.constant();
        return value.isEmpty() || value.get() instanceof Value.Collection
                ? ANY
                : value.get().text().toLowerCase(Locale.ROOT);
    }

    /** The context's name: {@code github}. */
    public String context() {
        return segments.get(0);
    }

    /** Whether it lies below, or is, the path given in lower case with points: {@code github.event}. */
    public boolean isWithin(String path) {
        return begins(path, false) >= 0;
    }

    /** Whether it is a path given in lower case with points, in which {@code *} matches any one name. */
    public boolean matches(String pattern) {
        return begins(pattern, true) == segments.size();
    }

    /** How many names of a path it begins with, if with all of them; -1 where it does not. Splits nothing: all checks ask. */
    private int begins(String path, boolean wildcards) {
        int names = 0;
        for (int at = 0; at <= path.length(); names++) {
            int point = path.indexOf('.', at);
            int end = point < 0 ? path.length() : point;
            if (names == segments.size()) {
                return -1;
            }
            String segment = segments.get(names);
            boolean any = wildcards && end == at + ANY.length() && path.startsWith(ANY, at);
            if (!any && !(segment.length() == end - at && path.startsWith(segment, at))) {
                return -1;
            }
            at = end + 1;
        }
        return names;
    }

    @Override
    public String toString() {
        return String.join(".", segments);
    }
}
