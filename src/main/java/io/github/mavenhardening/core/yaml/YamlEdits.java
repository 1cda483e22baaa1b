package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes edits that change one value of a document and leave every other byte as it is: indentation, comments, line breaks and
 * the style of what stands around. Where that cannot be had, there is no edit.
 */
public final class YamlEdits {

    private static final int STEP = 2;
    /** What YAML reads as the text that it is, wherever it stands. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./@+-]*+");

    private YamlEdits() {}

    /** Writes another text in the place of a scalar. */
    public static Optional<Fix.Edit> replace(YamlScalar scalar, String text) {
        if (scalar.isBlock() || breaksLine(text)) {
            return Optional.empty();
        }
        // Where nothing is written, the place is right behind the colon.
        String gap = scalar.span().start() == scalar.span().end() ? " " : "";
        return Optional.of(new Fix.Edit(scalar.source().path(), scalar.span(), gap + quoted(text)));
    }

    /** Gives a key of a mapping that text for its value, behind the other keys where it is not there yet. */
    public static Optional<Fix.Edit> put(YamlMapping mapping, String key, String text) {
        Optional<YamlNode> value = mapping.get(key);
        if (value.isEmpty()) {
            return append(mapping, List.of(key), text);
        }
        return value.get() instanceof YamlScalar scalar ? replace(scalar, text) : Optional.empty();
    }

    /** The same in the mapping that stands under another key, which is written too where it is not there yet. */
    public static Optional<Fix.Edit> put(YamlMapping mapping, String outer, String key, String text) {
        Optional<YamlMapping.Entry> entry = mapping.entry(outer);
        if (entry.isEmpty()) {
            return append(mapping, List.of(outer, key), text);
        }
        if (isNothing(entry.get())) {
            return fill(entry.get(), key, text);
        }
        return isOwn(entry.get()) && entry.get().value() instanceof YamlMapping inner
                ? put(inner, key, text)
                : Optional.empty();
    }

    /** Whether nothing stands under a key, or braces with nothing between them. */
    private static boolean isNothing(YamlMapping.Entry entry) {
        String text = entry.key().source().text();
        Span site = entry.site();
        if (site.start() == site.end()) {
            return text.charAt(site.start() - 1) == ':';
        }
        return isOwn(entry)
                && entry.value() instanceof YamlMapping mapping
                && mapping.entries().isEmpty()
                && text.charAt(site.start()) == '{'
                && text.substring(site.start() + 1, site.end() - 1).isBlank();
    }

    private static Optional<Fix.Edit> fill(YamlMapping.Entry entry, String key, String text) {
        if (breaksLine(text)) {
            return Optional.empty();
        }
        String gap = entry.site().start() == entry.site().end() ? " " : "";
        return Optional.of(
                new Fix.Edit(entry.key().source().path(), entry.site(), gap + "{ " + key + ": " + quoted(text) + " }"));
    }

    /** Takes a key out of a mapping, with its value and the comment behind it; the lines that only it is on go with it. */
    public static Optional<Fix.Edit> remove(YamlMapping mapping, YamlMapping.Entry entry) {
        SourceFile source = entry.key().source();
        String text = source.text();
        int start = source.lineStart(entry.key().span().line());
        boolean first = YamlText.afterBlanks(text, start, text.length())
                < entry.key().span().start();
        if (mapping.isFlow() || mapping.entries().size() < 2 || first || !isOwn(entry)) {
            return Optional.empty();
        }
        int end = YamlText.lineEnd(text, lastOf(entry), text.length());
        int next = end < text.length() ? YamlText.afterBreak(text, end) : end;
        return Optional.of(new Fix.Edit(source.path(), source.span(start, next), ""));
    }

    private static Optional<Fix.Edit> append(YamlMapping mapping, List<String> keys, String text) {
        if (mapping.entries().isEmpty() || breaksLine(text)) {
            return Optional.empty();
        }
        YamlMapping.Entry last = mapping.entries().get(mapping.entries().size() - 1);
        return mapping.isFlow() ? appendFlow(mapping, last, keys, text) : appendBlock(mapping, last, keys, text);
    }

    private static Optional<Fix.Edit> appendFlow(
            YamlMapping mapping, YamlMapping.Entry last, List<String> keys, String text) {
        SourceFile source = last.key().source();
        if (source.text().charAt(mapping.span().start()) != '{') {
            return Optional.empty();
        }
        String value = quoted(text);
        for (int i = keys.size() - 1; i > 0; i--) {
            value = "{ " + keys.get(i) + ": " + value + " }";
        }
        int at = lastOf(last);
        return Optional.of(new Fix.Edit(source.path(), source.span(at, at), ", " + keys.get(0) + ": " + value));
    }

    private static Optional<Fix.Edit> appendBlock(
            YamlMapping mapping, YamlMapping.Entry last, List<String> keys, String text) {
        SourceFile source = last.key().source();
        if (keepsLineBreaks(last.value())) {
            return Optional.empty();
        }
        int at = YamlText.lineEnd(source.text(), lastOf(last), source.text().length());
        int indent = mapping.entries().get(0).key().span().column() - 1;
        StringBuilder added = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            added.append(source.text().startsWith("\r\n", at) ? "\r\n" : "\n")
                    .append(" ".repeat(indent + i * STEP))
                    .append(keys.get(i))
                    .append(':');
        }
        added.append(' ').append(mayStandPlain(text) ? text : quoted(text));
        return Optional.of(new Fix.Edit(source.path(), source.span(at, at), added.toString()));
    }

    /** Whether the value stands here, and not where an anchor names it for others too. */
    private static boolean isOwn(YamlMapping.Entry entry) {
        return entry.site().equals(entry.value().span());
    }

    private static int lastOf(YamlMapping.Entry entry) {
        return Math.max(entry.key().span().end(), entry.site().end());
    }

    /** {@code |+}: the empty lines after such a text are part of it, and what is put before them is not. */
    private static boolean keepsLineBreaks(YamlNode value) {
        if (value instanceof YamlMapping mapping) {
            return !mapping.entries().isEmpty()
                    && keepsLineBreaks(
                            mapping.entries().get(mapping.entries().size() - 1).value());
        }
        if (value instanceof YamlSequence sequence) {
            return !sequence.items().isEmpty()
                    && keepsLineBreaks(
                            sequence.items().get(sequence.items().size() - 1).value());
        }
        return value instanceof YamlScalar scalar
                && scalar.isBlock()
                && scalar.header().contains("+");
    }

    private static boolean breaksLine(String text) {
        return text.chars().anyMatch(c -> YamlText.isBreak((char) c) || Character.isISOControl(c));
    }

    /** Whether a text may stand without quotes in block style: an expression, which GitHub's own examples write so. */
    private static boolean mayStandPlain(String text) {
        return PLAIN.matcher(text).matches()
                || (text.startsWith("${{") && text.endsWith("}}") && !text.contains(": ") && !text.contains(" #"));
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "''") + "'";
    }
}
