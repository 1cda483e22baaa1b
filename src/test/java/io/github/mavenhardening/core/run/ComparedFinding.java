package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.finding.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A finding of ours or of zizmor's, in what both say of it.
 *
 * @param text what stands at its place, up to the end of the line; empty where that is not known
 * @param lead what stands before its place in the line
 * @param above the line above it
 * @param key the key of the block of text that it is in, behind {@code with.} where it is an input; empty where it is in none
 * @param below the lines after it, up to the next step
 * @param jobCondition the condition of the job that it is in; empty where there is none
 * @param isDead whether it is in a job or step that never runs
 * @param related the lines of its other places; they do not make it another finding
 */
record ComparedFinding(
        String path,
        String audit,
        int line,
        int column,
        String severity,
        String confidence,
        String persona,
        String text,
        String lead,
        String above,
        String key,
        String below,
        String jobCondition,
        boolean isDead,
        List<Integer> related) {

    /** One of which nothing is known yet but what its reporter said. */
    static ComparedFinding reported(
            String path,
            String audit,
            int line,
            int column,
            String severity,
            String confidence,
            String persona,
            List<Integer> related) {
        return new ComparedFinding(
                path, audit, line, column, severity, confidence, persona, "", "", "", "", "", "", false, related);
    }

    /** The same with what stands at its place, and whether that is in one of those spans. */
    ComparedFinding in(List<String> lines, List<Span> dead) {
        String at = line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
        String before = line >= 2 && line <= lines.size() ? lines.get(line - 2) : "";
        int start = Math.max(0, Math.min(column - 1, at.length()));
        return new ComparedFinding(
                path,
                audit,
                line,
                column,
                severity,
                confidence,
                persona,
                at.substring(start),
                at.substring(0, start),
                before.strip(),
                key(lines),
                lines.stream()
                        .skip(line)
                        .takeWhile(next -> !next.strip().startsWith("- "))
                        .collect(Collectors.joining("\n")),
                jobCondition(lines),
                dead.stream().anyMatch(span -> span.line() <= line && line <= span.endLine()),
                related);
    }

    private String key(List<String> lines) {
        int indent = line >= 1 && line <= lines.size() ? indent(lines.get(line - 1)) : 0;
        String key = "";
        for (int i = line - 2; i >= 0; i--) {
            String text = lines.get(i);
            if (!text.isBlank() && indent(text) < indent) {
                String head = text.strip();
                if (key.isEmpty() && head.matches("[\\w-]+: *[|>][-+]?")) {
                    key = head.substring(0, head.indexOf(':'));
                } else if (head.equals("with:")) {
                    return "with."
                            + (key.isEmpty() ? lines.get(line - 1).strip().split(":", 2)[0] : key);
                } else if (!key.isEmpty()) {
                    return key;
                }
                indent = indent(text);
            }
        }
        return key;
    }

    private String jobCondition(List<String> lines) {
        int i = Math.min(line, lines.size()) - 1;
        while (i >= 0 && (lines.get(i).isBlank() || indent(lines.get(i)) > 2)) {
            String text = lines.get(i);
            if (indent(text) == 4 && text.strip().startsWith("if:")) {
                return text.strip();
            }
            i--;
        }
        return "";
    }

    private static int indent(String text) {
        return text.length() - text.stripLeading().length();
    }

    /** How many bytes more than characters stand before its place in the line. */
    int wide() {
        return lead.getBytes(StandardCharsets.UTF_8).length - lead.codePointCount(0, lead.length());
    }

    /** Its line with the one before and those after it in its step. */
    String around() {
        return above + "\n" + lead + text + "\n" + below;
    }

    /** {@code high/medium/regular}: severity, confidence, persona. */
    String grade() {
        return severity + "/" + confidence + "/" + persona;
    }

    /** Whether it is the same but for column, severity, confidence or persona, or points to another of the same places. */
    boolean isNear(ComparedFinding other) {
        boolean samePlace = line == other.line || related.contains(other.line) || other.related.contains(line);
        return path.equals(other.path) && audit.equals(other.audit) && samePlace;
    }

    /** How far its place is from the other's, lines counting for more than columns. */
    int distance(ComparedFinding other) {
        return Math.abs(line - other.line) * 1_000 + Math.abs(column - other.column);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ComparedFinding finding && toString().equals(finding.toString());
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, audit, line, column);
    }

    @Override
    public String toString() {
        return path + ":" + line + ":" + column + " " + audit + " " + grade();
    }
}
