package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.lock.change.ArtifactChange;
import io.github.mavenhardening.core.lock.change.LockChange;
import io.github.mavenhardening.core.lock.change.Notice;
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
        BoundedText text = new BoundedText(limit - RESERVE);
        text.add("## What the update brings\n\n" + MarkdownText.of(LockChangeText.summary(change)) + ".\n");
        List<String> gaps = LockChangeText.gaps(change);
        if (!gaps.isEmpty()) {
            text.add("\nNot known:\n\n");
        }
        for (String gap : gaps) {
            text.add("- " + MarkdownText.of(gap) + "\n");
        }
        if (!change.build().isEmpty()) {
            text.add("\nBeside single artifacts:\n\n");
        }
        for (Notice notice : change.build()) {
            text.add("- " + notice(notice) + "\n");
        }
        int listed = text.isFull() || change.artifacts().isEmpty() ? 0 : artifacts(change, text);
        if (!text.isFull()) {
            return new Report.Encoded(text.bytes(), List.of());
        }
        String cut = (listed == 0 ? "no" : "the " + listed + " worst") + " of "
                + Count.of(change.artifacts().size(), "artifacts")
                + " are listed, which is as much as GitHub takes; the JSON file lists all";
        text.end("\nCut: " + cut + ".\n");
        return new Report.Encoded(text.bytes(), List.of(cut));
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
