package io.github.mavenhardening.core.yaml;

import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes edits that change one value of a document and leave every other byte as it is: indentation, comments, line breaks and
 * the style of what stands around. Where that cannot be had, there is no edit.
 */
public final class YamlEdits {

    private static final int STEP = 2;

    private YamlEdits() {}

    /**
     * A key and its value in a mapping that is written.
     *
     * @param comment what stands behind it where the mapping is written in lines; nothing where it is empty
     */
    public record Pair(String key, String value, String comment) {

        /** Without a comment. */
        public Pair(String key, String value) {
            this(key, value, "");
        }
    }

    /** Writes another text in the place of a scalar. */
    public static Optional<Fix.Edit> replace(YamlScalar scalar, String text) {
        if (scalar.isBlock() || YamlWords.breaksLine(text)) {
            return Optional.empty();
        }
        // Where nothing is written, the place is right behind the colon.
        String gap = scalar.span().start() == scalar.span().end() ? " " : "";
        return Optional.of(new Fix.Edit(scalar.source().path(), scalar.span(), gap + YamlWords.quoted(text)));
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
        if (YamlWords.breaksLine(text)) {
            return Optional.empty();
        }
        String gap = entry.site().start() == entry.site().end() ? " " : "";
        return Optional.of(new Fix.Edit(
                entry.key().source().path(), entry.site(), gap + "{ " + key + ": " + YamlWords.quoted(text) + " }"));
    }

    /**
     * Puts a key with a mapping of such values right behind the first of some other keys that is there; {@code {}} where there
     * are none. Empty, too, where the key is there already.
     */
    public static Optional<Fix.Edit> insert(YamlMapping mapping, List<String> behind, String key, List<Pair> values) {
        Optional<YamlMapping.Entry> entry = first(mapping, behind, key);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        return mapping.isFlow()
                ? insertFlow(mapping, entry.get(), key + ": " + inline(values))
                : insertLines(mapping, entry.get(), key + ":" + (values.isEmpty() ? " {}" : ""), values, true);
    }

    /** The same with a text for its value. */
    public static Optional<Fix.Edit> insert(YamlMapping mapping, List<String> behind, String key, String text) {
        Optional<YamlMapping.Entry> entry = first(mapping, behind, key);
        if (entry.isEmpty() || YamlWords.breaksLine(text)) {
            return Optional.empty();
        }
        return mapping.isFlow()
                ? insertFlow(mapping, entry.get(), key + ": " + YamlWords.quoted(text))
                : insertLines(mapping, entry.get(), key + ": " + YamlWords.quoted(text), List.of(), true);
    }

    /** The same with a list in one text, a line for each word; they are joined by blanks where it is read. */
    public static Optional<Fix.Edit> insertWords(
            YamlMapping mapping, List<String> behind, String key, Collection<String> words) {
        if (mapping.isFlow() || words.isEmpty()) {
            return insert(mapping, behind, key, String.join(" ", words));
        }
        Optional<YamlMapping.Entry> entry = first(mapping, behind, key);
        Optional<Fix.Edit> head =
                entry.isEmpty() ? Optional.empty() : insertLines(mapping, entry.get(), key + ": >-", List.of(), false);
        if (head.isEmpty() || YamlWords.breaksLine(String.join(" ", words))) {
            return Optional.empty();
        }
        SourceFile source = entry.get().key().source();
        String written = head.get().replacement();
        String line = written.substring(0, written.length() - key.length() - ": >-".length());
        int next = head.get().span().end();
        while (next < source.text().length()
                && Character.isWhitespace(source.text().charAt(next))) {
            next++;
        }
        // A comment that stands as deep as the words would be one of them.
        boolean commented = source.text().startsWith("#", next)
                && next - source.text().lastIndexOf('\n', next) > line.length() - line.lastIndexOf('\n');
        StringBuilder lines = new StringBuilder(written);
        for (String word : words) {
            lines.append(line).append(" ".repeat(STEP)).append(word);
        }
        return commented
                ? Optional.empty()
                : Optional.of(new Fix.Edit(source.path(), head.get().span(), lines.toString()));
    }

    private static Optional<YamlMapping.Entry> first(YamlMapping mapping, List<String> behind, String key) {
        return mapping.entry(key).isPresent()
                ? Optional.empty()
                : behind.stream()
                        .flatMap(other -> mapping.entry(other).stream())
                        .findFirst();
    }

    private static Optional<Fix.Edit> insertFlow(YamlMapping mapping, YamlMapping.Entry entry, String written) {
        SourceFile source = entry.key().source();
        if (source.text().charAt(mapping.span().start()) != '{') {
            return Optional.empty();
        }
        int at = lastOf(entry);
        return Optional.of(new Fix.Edit(source.path(), source.span(at, at), ", " + written));
    }

    /** @param apart whether an empty line may go before it, where the parts of the file stand apart */
    private static Optional<Fix.Edit> insertLines(
            YamlMapping mapping, YamlMapping.Entry entry, String first, List<Pair> values, boolean apart) {
        if (keepsLineBreaks(entry.value())) {
            return Optional.empty();
        }
        SourceFile source = entry.key().source();
        String text = source.text();
        int column = mapping.entries().get(0).key().span().column();
        int at = afterComments(text, YamlText.lineEnd(text, lastOf(entry), text.length()), column);
        String line = lineBreak(source, at) + " ".repeat(column - 1);
        String gap = apart
                        && column == 1
                        && entry.site().endLine() > entry.key().span().line()
                        && isBlankBelow(text, at)
                ? lineBreak(source, at)
                : "";
        return Optional.of(new Fix.Edit(source.path(), source.span(at, at), gap + line + first + lines(line, values)));
    }

    /** Whether an empty line follows the line that ends there. */
    private static boolean isBlankBelow(String text, int lineEnd) {
        if (lineEnd == text.length()) {
            return false;
        }
        int next = YamlText.afterBreak(text, lineEnd);
        return next < text.length() && YamlText.lineEnd(text, next, text.length()) == next;
    }

    /** Where the lines of comments end that stand deeper than a column, as those of the value above do. */
    private static int afterComments(String text, int lineEnd, int column) {
        int end = lineEnd;
        while (end < text.length()) {
            int start = YamlText.afterBreak(text, end);
            int first = YamlText.afterBlanks(text, start, text.length());
            if (first == text.length() || text.charAt(first) != '#' || first - start < column) {
                break;
            }
            end = YamlText.lineEnd(text, first, text.length());
        }
        return end;
    }

    /** Puts a key with a text for its value before all others. */
    public static Optional<Fix.Edit> prepend(YamlMapping mapping, String key, String text) {
        if (mapping.entries().isEmpty() || mapping.entry(key).isPresent() || YamlWords.breaksLine(text)) {
            return Optional.empty();
        }
        YamlScalar first = mapping.entries().get(0).key();
        SourceFile source = first.source();
        int at = first.span().start();
        boolean braces = source.text().charAt(mapping.span().start()) == '{';
        boolean alone = source.text()
                .substring(source.lineStart(first.span().line()), at)
                .isBlank();
        if (mapping.isFlow() ? !braces : !alone) {
            return Optional.empty();
        }
        String gap = mapping.isFlow()
                ? ", "
                : lineBreak(source, at) + " ".repeat(first.span().column() - 1);
        return Optional.of(new Fix.Edit(source.path(), source.span(at, at), key + ": " + YamlWords.quoted(text) + gap));
    }

    /**
     * Writes a mapping in the place of a single plain word that stands on the line of its key: lines under the key, beside which
     * a comment behind the word stays; {@code {}} where there are no values.
     */
    public static Optional<Fix.Edit> spread(YamlMapping parent, YamlMapping.Entry entry, List<Pair> values) {
        SourceFile source = entry.key().source();
        String text = source.text();
        int from = entry.key().span().end() + 1;
        int to = entry.site().end();
        boolean plain = isOwn(entry)
                && entry.value() instanceof YamlScalar scalar
                && text.substring(from, to).strip().equals(scalar.value());
        if (!plain || entry.key().span().line() != entry.site().endLine()) {
            return Optional.empty();
        }
        if (parent.isFlow() || values.isEmpty()) {
            return Optional.of(new Fix.Edit(source.path(), entry.site(), inline(values)));
        }
        int end = YamlText.lineEnd(text, to, text.length());
        String line = lineBreak(source, end) + " ".repeat(entry.key().span().column() - 1);
        return Optional.of(new Fix.Edit(
                source.path(), source.span(from, end), text.substring(to, end).stripTrailing() + lines(line, values)));
    }

    private static String lines(String line, List<Pair> values) {
        StringBuilder lines = new StringBuilder();
        for (Pair pair : values) {
            lines.append(line)
                    .append(" ".repeat(STEP))
                    .append(pair.key())
                    .append(": ")
                    .append(YamlWords.written(pair.value()))
                    .append(pair.comment().isEmpty() ? "" : YamlWords.comment(pair.comment()));
        }
        return lines.toString();
    }

    private static String inline(List<Pair> values) {
        return values.stream()
                .map(pair -> pair.key() + ": " + YamlWords.quoted(pair.value()))
                .collect(Collectors.joining(", ", values.isEmpty() ? "{" : "{ ", values.isEmpty() ? "}" : " }"));
    }

    /** Puts a comment behind a value that ends its line. */
    public static Optional<Fix.Edit> explain(YamlScalar value, String text) {
        String all = value.source().text();
        int at = value.span().end();
        int end = YamlText.lineEnd(all, at, all.length());
        return value.isBlock() || !all.substring(at, end).isBlank()
                ? Optional.empty()
                : Optional.of(
                        new Fix.Edit(value.source().path(), value.source().span(at, end), YamlWords.comment(text)));
    }

    /** Whether the value of a key is written there and nowhere else: no anchor names it for others, and none names parts of it. */
    public static boolean standsAlone(YamlMapping.Entry entry) {
        String text = entry.key().source().text();
        String value = text.substring(
                entry.key().span().end(),
                Math.max(entry.key().span().end(), entry.site().end()));
        return isOwn(entry) && value.indexOf('&') < 0 && value.indexOf('*') < 0;
    }

    /** Whether the value of a key is written there, and no anchor names it as a whole for others. */
    public static boolean isUnshared(YamlMapping.Entry entry) {
        String text = entry.key().source().text();
        int start = Math.max(entry.key().span().end(), entry.site().start());
        return isOwn(entry) && text.substring(entry.key().span().end(), start).indexOf('&') < 0;
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
        if (mapping.entries().isEmpty() || YamlWords.breaksLine(text)) {
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
        String value = YamlWords.quoted(text);
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
            added.append(lineBreak(source, at))
                    .append(" ".repeat(indent + i * STEP))
                    .append(keys.get(i))
                    .append(':');
        }
        added.append(' ').append(YamlWords.written(text));
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

    /** The line break that a file uses there: the one behind a place's line, or before it where that is the last. */
    private static String lineBreak(SourceFile source, int at) {
        int line = source.lineOf(at);
        int next = source.lineStart(line < source.lineCount() ? line + 1 : line);
        return next > 1 && source.text().startsWith("\r\n", next - 2) ? "\r\n" : "\n";
    }
}
