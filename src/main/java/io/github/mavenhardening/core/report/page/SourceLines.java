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
        for (Map.Entry<String, SortedMap<Integer, String>> file : wanted.entrySet()) {
            fill(file.getValue(), texts.apply(file.getKey()));
        }
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
        if (text.isEmpty() || wanted.isEmpty()) {
            wanted.clear();
            return;
        }
        String all = text.get();
        int last = wanted.lastKey();
        int start = 0;
        SortedMap<Integer, String> found = new TreeMap<>();
        for (int number = 1; number <= last && start <= all.length(); number++) {
            int end = end(all, start);
            if (wanted.containsKey(number)) {
                found.put(number, all.substring(start, end));
            }
            start = end + (all.startsWith("\r\n", end) ? 2 : 1);
        }
        wanted.clear();
        wanted.putAll(found);
    }

    /** Where the line that begins there ends. */
    private static int end(String text, int start) {
        int feed = text.indexOf('\n', start);
        int end = feed < 0 ? text.length() : feed;
        for (int at = start; at < end; at++) {
            if (text.charAt(at) == '\r') {
                return at;
            }
        }
        return end;
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
