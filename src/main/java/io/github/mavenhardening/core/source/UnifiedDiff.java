package io.github.mavenhardening.core.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The differences of two versions of a text, as {@code git apply} and {@code patch} take them. */
public final class UnifiedDiff {

    private UnifiedDiff() {}

    /** From one version of a file to another; no line where they are the same. */
    public static String of(String path, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        RawText from = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText to = new RawText(after.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream hunks = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(hunks)) {
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, from, to), from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written to", e);
        }
        return "--- a/" + path + "\n+++ b/" + path + "\n" + hunks.toString(StandardCharsets.UTF_8);
    }
}
