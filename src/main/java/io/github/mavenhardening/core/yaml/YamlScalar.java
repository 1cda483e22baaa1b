package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.Optional;
import java.util.Set;

/**
 * A scalar: its text is kept as it is written, whatever type YAML would give it, so that {@code on}, {@code 1.10} and
 * {@code 2024-01-01} stay themselves.
 *
 * @param value the text after quotes, escapes, folding and chomping
 * @param style how it is written
 * @param tag the explicit tag, {@code tag:yaml.org,2002:str}; empty when there is none
 * @param span where it is written, quotes or the block indicator included
 * @param source the file it stands in
 */
public record YamlScalar(String value, Style style, Optional<String> tag, Span span, SourceFile source)
        implements YamlNode {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

    /** How a scalar is written. */
    public enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    /** Whether YAML gives it a type by its looks: plain and without a tag. */
    public boolean isUntyped() {
        return style == Style.PLAIN && tag.isEmpty();
    }

    /** Whether it is null by YAML 1.2's core schema. */
    public boolean isNull() {
        return isUntyped() && NULLS.contains(value);
    }

    /** The boolean that it is by YAML 1.2's core schema, where {@code yes} and {@code on} are strings; empty otherwise. */
    public Optional<Boolean> asBoolean() {
        if (isUntyped() && TRUE.contains(value)) {
            return Optional.of(true);
        }
        return isUntyped() && FALSE.contains(value) ? Optional.of(false) : Optional.empty();
    }

    /**
     * Where a part of the value is written in the file, through indentation, folding and escapes.
     *
     * @param from offset in {@link #value()} of the part's first character
     * @param to offset after its last character
     */
    public Span spanOf(int from, int to) {
        ScalarAlignment alignment = ScalarAlignment.of(this);
        int start = alignment.sourceOffset(from);
        int end = to > from ? alignment.endOffset(to - 1) : start;
        return source.span(start, Math.max(start, end));
    }

    /** Records the identity of the file, not its text. */
    @Override
    public String toString() {
        return "YamlScalar[" + value + " at " + source.path() + ":" + span.line() + ":" + span.column() + "]";
    }
}
