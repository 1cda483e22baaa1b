package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;

/**
 * A problem in a YAML document that parsers disagree on, or that Actions does not take; the document could be read all the same.
 *
 * @param message what it is, without a final full stop
 */
public record YamlProblem(String message, Span span) implements Comparable<YamlProblem> {

    /** In the order of the text. */
    @Override
    public int compareTo(YamlProblem other) {
        return span.compareTo(other.span);
    }
}
