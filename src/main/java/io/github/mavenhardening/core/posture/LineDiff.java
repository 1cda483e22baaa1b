package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference of the lines of two versions of a text, whatever their order. Blank lines and blanks around a line do not count.
 *
 * @param added the numbers of the later version's lines that the earlier has not, or not as often, 1-based
 * @param removed how many lines of the earlier version the later has not
 */
public record LineDiff(List<Integer> added, int removed) {

    public LineDiff {
        added = List.copyOf(added);
    }

    /** The differences of two versions. */
    public static LineDiff of(SourceFile before, SourceFile after) {
        Map<String, Integer> left = new HashMap<>();
        int removed = 0;
        for (int number = 1; number <= before.lineCount(); number++) {
            String line = before.line(number).strip();
            if (!line.isEmpty()) {
                left.merge(line, 1, Integer::sum);
                removed++;
            }
        }
        List<Integer> added = new ArrayList<>();
        for (int number = 1; number <= after.lineCount(); number++) {
            String line = after.line(number).strip();
            int count = left.getOrDefault(line, 0);
            if (count > 0) {
                left.put(line, count - 1);
                removed--;
            } else if (!line.isEmpty()) {
                added.add(number);
            }
        }
        return new LineDiff(added, removed);
    }
}
