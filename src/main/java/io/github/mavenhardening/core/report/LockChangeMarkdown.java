package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.lock.change.ArtifactChange;
import io.github.mavenhardening.core.lock.change.LockChange;
import io.github.mavenhardening.core.lock.change.Notice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a change brings to the lock as Markdown, for a file, a comment and the summary of a job on GitHub. */
public final class LockChangeMarkdown {

    /** Bytes kept for the sentence that says what was left out. */
    private static final int RESERVE = 200;

    private LockChangeMarkdown() {}

    /**
     * The change within a number of bytes.
     *
     * @param limit the most bytes
     * @return the text, which says itself what was left out of it
     */
    public static Report.Encoded encodeWithin(LockChange change, int limit) {
        return encodeWithin("## ", change, limit);
    }

    /** The same as a part of a larger text. */
    static Report.Encoded partWithin(LockChange change, int limit) {
        return encodeWithin("\n### ", change, limit);
    }

    private static Report.Encoded encodeWithin(String level, LockChange change, int limit) {
        String gaps = gaps(change);
        BoundedText text = new BoundedText(limit - RESERVE - gaps.getBytes(StandardCharsets.UTF_8).length);
        text.add(level + "What this change brings\n\n" + MarkdownText.of(LockChangeText.summary(change)) + ".\n");
        String before = "\n";
        for (Notice notice : change.build()) {
            text.add(before + "- " + notice(notice) + "\n");
            before = "";
        }
        int listed = text.isFull() || change.artifacts().isEmpty() ? 0 : artifacts(change, text);
        List<String> cut = new ArrayList<>();
        if (text.isFull()) {
            cut.add((listed == 0 ? "no" : "the " + listed + " worst") + " of "
                    + Count.of(change.artifacts().size(), "artifacts")
                    + " are listed, which is as much as GitHub takes; the JSON file lists all");
            text.end("\nCut: " + cut.get(0) + ".\n");
        }
        text.end(gaps);
        return new Report.Encoded(text.bytes(), cut);
    }

    private static String gaps(LockChange change) {
        StringBuilder text = new StringBuilder();
        for (String gap : LockChangeText.gaps(change)) {
            text.append(text.isEmpty() ? "\nNot known:\n\n" : "")
                    .append("- ")
                    .append(MarkdownText.of(gap))
                    .append('\n');
        }
        return text.toString();
    }

    private static int artifacts(LockChange change, BoundedText text) {
        int listed = 0;
        String before = "\n| artifact | versions | what to look at |\n|---|---|---|\n";
        for (ArtifactChange artifact : change.artifacts()) {
            List<String> cell = new ArrayList<>();
            artifact.notices().forEach(notice -> cell.add(notice(notice)));
            List<String> facts = LockChangeText.facts(artifact);
            if (!facts.isEmpty()) {
                cell.add(MarkdownText.of(String.join("; ", facts)));
            }
            String row = "| " + MarkdownText.of(artifact.artifact()) + " | "
                    + MarkdownText.of(LockChangeText.versions(artifact)) + " | " + String.join("<br>", cell) + " |\n";
            if (!text.add(before + row)) {
                return listed;
            }
            before = "";
            listed++;
        }
        return listed;
    }

    private static String notice(Notice notice) {
        return "**" + notice.concern().label() + "**: " + MarkdownText.of(notice.text());
    }
}
