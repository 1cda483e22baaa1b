package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The lines of the repository's files that findings and fixes are about, and those around them; each file is read once. */
final class SourceLines {

    /** Lines shown before and after what is marked. */
    private static final int AROUND = 1;
    /** The most lines of one place that are shown: a job may be hundreds of lines long. */
    static final int MOST = 8;
    /** The most lines of one edit that are shown. */
    static final int MOST_EDITED = 40;

    private final Map<String, SortedMap<Integer, String>> byPath;

    private SourceLines(Map<String, SortedMap<Integer, String>> byPath) {
        this.byPath = byPath;
    }

    /**
     * Those of these findings.
     *
     * @param texts a file's text by its path; empty where it cannot be read
     */
    static SourceLines of(List<EvaluatedFinding> findings, Function<String, Optional<String>> texts) {
        Map<String, SortedMap<Integer, String>> wanted = new HashMap<>();
        for (EvaluatedFinding judged : findings) {
            Finding finding = judged.finding();
            want(finding.primary(), AROUND, wanted);
            finding.related().forEach(related -> want(related, 0, wanted));
            finding.fix().ifPresent(fix -> fix.edits().forEach(edit -> want(edit, wanted)));
        }
        wanted.forEach((path, lines) -> fill(lines, texts.apply(path)));
        return new SourceLines(wanted);
    }

    private static void want(Location place, int around, Map<String, SortedMap<Integer, String>> wanted) {
        if (place.span().isPresent()) {
            Span span = place.span().get();
            int last = Math.min(span.endLine(), span.line() + MOST - 1);
            want(place.path(), span.line() - around, last + around, wanted);
        }
    }

    private static void want(Fix.Edit edit, Map<String, SortedMap<Integer, String>> wanted) {
        Span span = edit.span();
        want(edit.path(), span.line(), Math.min(span.endLine(), span.line() + MOST_EDITED), wanted);
    }

    private static void want(String path, int from, int to, Map<String, SortedMap<Integer, String>> wanted) {
        SortedMap<Integer, String> lines = wanted.computeIfAbsent(path, any -> new TreeMap<>());
        for (int line = Math.max(1, from); line <= to; line++) {
            lines.put(line, "");
        }
    }

    /** Puts the text's lines where they are wanted; a line that the text does not have is wanted no more. */
    private static void fill(SortedMap<Integer, String> wanted, Optional<String> text) {
        if (text.isEmpty()) {
            wanted.clear();
            return;
        }
        int number = 1;
        int start = 0;
        String all = text.get();
        SortedMap<Integer, String> found = new TreeMap<>();
        while (start <= all.length() && !wanted.isEmpty() && number <= wanted.lastKey()) {
            int end = start;
            while (end < all.length() && all.charAt(end) != '\n' && all.charAt(end) != '\r') {
                end++;
            }
            if (wanted.containsKey(number)) {
                found.put(number, all.substring(start, end));
            }
            boolean pair = all.startsWith("\r\n", end);
            start = end + (pair ? 2 : 1);
            number++;
        }
        wanted.clear();
        wanted.putAll(found);
    }

    /** The lines between two numbers, both included, as far as they are known. */
    SortedMap<Integer, String> between(String path, int from, int to) {
        return byPath.getOrDefault(path, new TreeMap<>()).subMap(from, Math.max(from, to + 1));
    }

    /** A line; empty where the file has none, or cannot be read. */
    Optional<String> line(String path, int number) {
        return Optional.ofNullable(byPath.getOrDefault(path, new TreeMap<>()).get(number));
    }

    /** The lines of a place with what stands around it. */
    SortedMap<Integer, String> around(Location place, int lines) {
        if (place.span().isEmpty()) {
            return new TreeMap<>();
        }
        Span span = place.span().get();
        int last = Math.min(span.endLine(), span.line() + MOST - 1);
        return between(place.path(), span.line() - lines, last + lines);
    }

    /** The lines of a primary place, with one before and one after. */
    SortedMap<Integer, String> excerpt(Location primary) {
        return around(primary, AROUND);
    }
}
