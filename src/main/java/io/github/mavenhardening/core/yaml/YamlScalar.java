package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A scalar: its text is kept as it is written, whatever type YAML would give it, so that {@code on}, {@code 1.10} and
 * {@code 2024-01-01} stay themselves. Immutable.
 */
public final class YamlScalar implements YamlNode {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final int LONGEST_NULL = 4;
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

    private final String value;
    private final Style style;
    private final Optional<String> tag;
    private final Span span;
    private final SourceFile source;
    /** Whether the text stands in another file, so that the span is what leads to it. */
    private final boolean isElsewhere;
    /** Made when first asked for, then kept; two threads may make it twice, alike. */
    private ScalarAlignment alignment;

    /** How a scalar is written. */
    public enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    YamlScalar(String value, Style style, Optional<String> tag, Span span, SourceFile source) {
        this(value, style, tag, span, source, false);
    }

    private YamlScalar(
            String value, Style style, Optional<String> tag, Span span, SourceFile source, boolean isElsewhere) {
        this.value = value;
        this.style = style;
        this.tag = tag;
        this.span = span;
        this.source = source;
        this.isElsewhere = isElsewhere;
    }

    /** The text of another file that a part of this one leads to: each part of it is where that is. */
    public YamlScalar leadingTo(String text, Span part) {
        return new YamlScalar(text, Style.LITERAL, Optional.empty(), part, source, true);
    }

    /** The same scalar with its span cut to another; where its characters stand is known already. */
    YamlScalar within(Span newSpan) {
        YamlScalar cut = new YamlScalar(value, style, tag, newSpan, source);
        cut.alignment = alignment;
        return cut;
    }

    /** The text after quotes, escapes, folding and chomping. */
    public String value() {
        return value;
    }

    /** The text in lower case. */
    public String lower() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** How it is written. */
    public Style style() {
        return style;
    }

    /** The explicit tag, {@code tag:yaml.org,2002:str}; empty when there is none. */
    public Optional<String> tag() {
        return tag;
    }

    /**
     * Where it is written: quotes or the block indicator included; of a block scalar up to the last character of its last
     * line of text, so that the line breaks that end its value lie after it.
     */
    @Override
    public Span span() {
        return span;
    }

    /** The file it stands in. */
    public SourceFile source() {
        return source;
    }

    /** Whether YAML gives it a type by its looks: plain and without a tag. */
    public boolean isUntyped() {
        return style == Style.PLAIN && tag.isEmpty();
    }

    /** Whether it is null by YAML 1.2's core schema. */
    public boolean isNull() {
        return value.length() <= LONGEST_NULL && isUntyped() && NULLS.contains(value);
    }

    /** The boolean that it is by YAML 1.2's core schema, where {@code yes} and {@code on} are strings; empty otherwise. */
    public Optional<Boolean> asBoolean() {
        if (isUntyped() && TRUE.contains(value)) {
            return Optional.of(true);
        }
        return isUntyped() && FALSE.contains(value) ? Optional.of(false) : Optional.empty();
    }

    /** Whether it is a block scalar, literal or folded. */
    public boolean isBlock() {
        return style == Style.LITERAL || style == Style.FOLDED;
    }

    /** The indicators that begin a block scalar: {@code |}, {@code >2-}; empty text for every other. */
    public String header() {
        if (!isBlock()) {
            return "";
        }
        int end = span.start() + 1;
        while (end < source.text().length()
                && "+-0123456789".indexOf(source.text().charAt(end)) >= 0) {
            end++;
        }
        return source.text().substring(span.start(), end);
    }

    /**
     * Where a part of the value is written in the file, through indentation, folding and escapes. A folded space is the line
     * break that it stands for.
     *
     * @param from offset in {@link #value()} of the part's first character
     * @param to offset after its last character; the part is a place between two characters where both are the same
     */
    public Span spanOf(int from, int to) {
        if (isElsewhere) {
            return span;
        }
        int start = sourceOffset(from);
        int end = to > from ? alignment().end(Math.min(to, value.length()) - 1) : start;
        return source.span(start, Math.max(start, end));
    }

    private int sourceOffset(int offset) {
        if (offset < value.length()) {
            return alignment().start(offset);
        }
        if (!value.isEmpty()) {
            return alignment().end(value.length() - 1);
        }
        boolean quoted = style == Style.SINGLE_QUOTED || style == Style.DOUBLE_QUOTED;
        return quoted ? span.start() + 1 : span.end();
    }

    private ScalarAlignment alignment() {
        ScalarAlignment known = alignment;
        if (known == null) {
            known = align();
            alignment = known;
        }
        return known;
    }

    /** Reads the scalar once more, beside its value. */
    private ScalarAlignment align() {
        ScalarAlignment.Builder pieces = new ScalarAlignment.Builder(value);
        switch (style) {
            case PLAIN -> new FlowScalarWalk('\0', source.text(), span, pieces).walk();
            case SINGLE_QUOTED -> new FlowScalarWalk('\'', source.text(), span, pieces).walk();
            case DOUBLE_QUOTED -> new FlowScalarWalk('"', source.text(), span, pieces).walk();
            case LITERAL, FOLDED ->
                new BlockScalarWalk(value, style == Style.FOLDED, source.text(), span.start(), pieces).walk();
        }
        return pieces.build(span);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof YamlScalar scalar
                && source.equals(scalar.source)
                && span.equals(scalar.span)
                && style == scalar.style
                && tag.equals(scalar.tag)
                && value.equals(scalar.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, span);
    }

    /** Without the file's text. */
    @Override
    public String toString() {
        return "YamlScalar[" + value + " at " + source.path() + ":" + span.line() + ":" + span.column() + "]";
    }
}
