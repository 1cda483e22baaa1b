package io.github.mavenhardening.core.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lines of a text that an earlier version has not, by lines that both have once: what lies between two of them in both
 * versions is compared in the same way. Where no such line is left, the rest counts as touched: rather too many lines than too
 * few, and never more than the texts' length times its logarithm. Where lines are gone, those beside the gap are touched.
 *
 * @see <a href="https://bramcohen.livejournal.com/73318.html">Bram Cohen: patience diff</a>
 */
final class TouchedLines {

    /** How often a stretch is divided. */
    private static final int DEPTH = 16;

    private final int[] before;
    private final int[] after;
    private final BitSet touched = new BitSet();

    private TouchedLines(int[] before, int[] after) {
        this.before = before;
        this.after = after;
    }

    /** The numbers of the later version's touched lines, 1-based; empty when all lines are equal. */
    static BitSet of(SourceFile before, SourceFile after) {
        Map<String, Integer> numbers = new HashMap<>();
        TouchedLines lines = new TouchedLines(numbered(before, numbers), numbered(after, numbers));
        // Silent: what is not divided further counts as touched.
        lines.compare(0, lines.before.length, 0, lines.after.length, DEPTH);
        return lines.touched;
    }

    /** A number for each line, equal for equal texts. */
    private static int[] numbered(SourceFile source, Map<String, Integer> numbers) {
        int[] lines = new int[source.lineCount()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = numbers.computeIfAbsent(source.line(i + 1), line -> numbers.size());
        }
        return lines;
    }

    private void compare(int from, int to, int start, int end, int depth) {
        while (from < to && start < end && before[from] == after[start]) {
            from++;
            start++;
        }
        while (from < to && start < end && before[to - 1] == after[end - 1]) {
            to--;
            end--;
        }
        if (from == to && start == end) {
            return;
        }
        if (start == end) {
            touch(start - 1, start + 1);
            return;
        }
        List<int[]> anchors = from == to || depth == 0 ? List.of() : anchors(from, to, start, end);
        if (anchors.isEmpty()) {
            touch(start, end);
            return;
        }
        for (int[] anchor : anchors) {
            compare(from, anchor[0], start, anchor[1], depth - 1);
            from = anchor[0] + 1;
            start = anchor[1] + 1;
        }
        compare(from, to, start, end, depth - 1);
    }

    /** Touches lines, 0-based; those beyond the text are left out. */
    private void touch(int start, int end) {
        touched.set(Math.max(start, 0) + 1, Math.min(end, after.length) + 1);
    }

    /** Pairs of lines that each stretch has once, as many as have the same order in both, in that order. */
    private List<int[]> anchors(int from, int to, int start, int end) {
        Map<Integer, Integer> positions = unique(before, from, to);
        Map<Integer, Integer> others = unique(after, start, end);
        List<int[]> pairs = new ArrayList<>();
        for (int i = start; i < end; i++) {
            Integer position = positions.get(after[i]);
            Integer own = others.get(after[i]);
            if (position != null && own != null && position >= 0 && own >= 0) {
                pairs.add(new int[] {position, i});
            }
        }
        return ascending(pairs);
    }

    /** By line its only position, negative where it has several. */
    private static Map<Integer, Integer> unique(int[] lines, int from, int to) {
        Map<Integer, Integer> positions = new HashMap<>();
        for (int i = from; i < to; i++) {
            positions.merge(lines[i], i, (a, b) -> -1);
        }
        return positions;
    }

    /** The longest part of the pairs in which the earlier positions rise, too. */
    private static List<int[]> ascending(List<int[]> pairs) {
        int[] ends = new int[pairs.size()];
        int[] tails = new int[pairs.size()];
        int[] previous = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int found = Arrays.binarySearch(tails, 0, length, pairs.get(i)[0]);
            int at = found >= 0 ? found : -found - 1;
            tails[at] = pairs.get(i)[0];
            ends[at] = i;
            previous[i] = at == 0 ? -1 : ends[at - 1];
            length = Math.max(length, at + 1);
        }
        List<int[]> chosen = new ArrayList<>();
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
            chosen.add(pairs.get(i));
        }
        Collections.reverse(chosen);
        return chosen;
    }
}
