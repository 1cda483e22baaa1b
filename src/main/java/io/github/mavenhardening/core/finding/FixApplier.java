package io.github.mavenhardening.core.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Applies fixes to texts: each one as a whole or not at all, and none that would change what another has changed. What is left
 * over may well apply to the result, once it has been checked again. Pure: reads and writes no file.
 */
public final class FixApplier {

    private FixApplier() {}

    /**
     * What came of it.
     *
     * @param texts every text given, by path, changed or not
     * @param applied the fixes that went in, in the order given
     * @param refused those that overlap an earlier one or lie outside of their text, in the order given
     */
    public record Result(Map<String, String> texts, List<Fix> applied, List<Fix> refused) {
        public Result {
            texts = Map.copyOf(texts);
            applied = List.copyOf(applied);
            refused = List.copyOf(refused);
        }
    }

    /**
     * Applies fixes in the order given.
     *
     * @param texts the decoded texts that were checked, without byte order marks, by path
     */
    public static Result apply(Map<String, String> texts, List<Fix> fixes) {
        Map<String, NavigableMap<Span, String>> taken = new HashMap<>();
        List<Fix> applied = new ArrayList<>();
        List<Fix> refused = new ArrayList<>();
        for (Fix fix : fixes) {
            boolean fits = !fix.edits().isEmpty() && fix.edits().stream().allMatch(edit -> fits(edit, texts, taken));
            if (fits) {
                fix.edits()
                        .forEach(edit -> taken.computeIfAbsent(edit.path(), path -> new TreeMap<>())
                                .put(edit.span(), edit.replacement()));
            }
            (fits ? applied : refused).add(fix);
        }
        Map<String, String> changed = new HashMap<>(texts);
        taken.forEach((path, edits) -> changed.put(path, edited(texts.get(path), edits)));
        return new Result(changed, applied, refused);
    }

    private static boolean fits(
            Fix.Edit edit, Map<String, String> texts, Map<String, NavigableMap<Span, String>> taken) {
        String text = texts.get(edit.path());
        if (text == null || edit.span().end() > text.length()) {
            return false;
        }
        for (Map.Entry<Span, String> other :
                taken.getOrDefault(edit.path(), new TreeMap<>()).entrySet()) {
            // Two fixes may want the very same, such as a variable that both read.
            boolean same =
                    other.getKey().equals(edit.span()) && other.getValue().equals(edit.replacement());
            if (!same && meet(other.getKey(), edit.span())) {
                return false;
            }
        }
        return true;
    }

    private static boolean meet(Span one, Span other) {
        boolean samePlace = one.start() == other.start() && (one.end() == one.start() || other.end() == other.start());
        return samePlace || (one.start() < other.end() && other.start() < one.end());
    }

    private static String edited(String text, NavigableMap<Span, String> edits) {
        StringBuilder result = new StringBuilder(text);
        edits.descendingMap().forEach((span, replacement) -> result.replace(span.start(), span.end(), replacement));
        return result.toString();
    }
}
