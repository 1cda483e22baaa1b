package io.github.mavenhardening.core.workflow.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The path of a reference into a context: {@code github.event.issue.title}, whether written with points, in brackets or both.
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
            Optional<String> member = memberOf(at);
            if (member.isEmpty()) {
                return Optional.empty();
            }
            segments.push(member.get());
            at = at.parts().get(0);
        }
        segments.push(context.name().toLowerCase(Locale.ROOT));
        return Optional.of(new ContextPath(List.copyOf(segments)));
    }

    /** What a property, index or filter takes out of what stands before it; empty for every other expression. */
    private static Optional<String> memberOf(Expression accessor) {
        if (accessor instanceof Expression.Property property) {
            return Optional.of(property.name().toLowerCase(Locale.ROOT));
        }
        if (accessor instanceof Expression.Index index) {
            return Optional.of(nameOf(index.index()));
        }
        return accessor instanceof Expression.Filter ? Optional.of(ANY) : Optional.empty();
    }

    /** The path of what properties, indices and filters, the innermost first, take out of this one. */
    ContextPath then(List<Expression> accessors) {
        List<String> longer = new ArrayList<>(segments);
        for (Expression accessor : accessors) {
            longer.add(memberOf(accessor).orElseThrow());
        }
        return new ContextPath(longer);
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

    /** Its last segment, in lower case: the context where it is no more than that. */
    public String last() {
        return segments.get(segments.size() - 1);
    }

    /** Whether it reads a secret other than the job's own token. */
    public boolean readsSecret() {
        return context().equals("secrets") && !toString().equals("secrets.github_token");
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
