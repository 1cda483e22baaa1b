package io.github.mavenhardening.core.checks.posture;

import io.github.mavenhardening.core.run.IgnoreComments;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ignore comments of findings, in two versions of a file. */
final class GateComments {

    private GateComments() {}

    /** Whether comments in a file of that name are obeyed: workflows, actions, configurations, POMs. */
    static boolean mayHold(String path) {
        return path.endsWith(".yml") || path.endsWith(".yaml") || path.endsWith(".xml") || path.endsWith(".pom");
    }

    /**
     * The numbers of the later version's lines with a comment that the earlier has not in the same company: a comment that moved,
     * or beside which a line changed, may take something else back now.
     */
    static List<Integer> added(SourceFile before, SourceFile after) {
        Map<String, Integer> known = new HashMap<>();
        for (Comment comment : in(before)) {
            known.merge(comment.company(), 1, Integer::sum);
        }
        List<Integer> added = new ArrayList<>();
        for (Comment comment : in(after)) {
            int count = known.getOrDefault(comment.company(), 0);
            if (count == 0) {
                added.add(comment.line());
            } else {
                known.put(comment.company(), count - 1);
            }
        }
        return added;
    }

    /** A line with a comment; the lines around it that are not blank are its company. */
    private record Comment(int line, String company) {}

    private static List<Comment> in(SourceFile source) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= source.lineCount(); number++) {
            if (!source.line(number).isBlank()) {
                numbers.add(number);
            }
        }
        List<Comment> comments = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            String line = source.line(numbers.get(i)).strip();
            if (IgnoreComments.parse(source.path(), numbers.get(i), line).isPresent()) {
                String above = i == 0 ? "" : source.line(numbers.get(i - 1)).strip();
                String below = i + 1 == numbers.size()
                        ? ""
                        : source.line(numbers.get(i + 1)).strip();
                comments.add(new Comment(numbers.get(i), above + '\n' + line + '\n' + below));
            }
        }
        return comments;
    }
}
