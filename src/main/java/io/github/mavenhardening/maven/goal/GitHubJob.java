package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.GitHubAnnotations;
import io.github.mavenhardening.core.report.MarkdownReport;
import io.github.mavenhardening.core.report.Report;
import io.github.mavenhardening.core.report.ReportContext;
import io.github.mavenhardening.core.report.SpelledResult;
import io.github.mavenhardening.maven.session.SessionState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The step of a GitHub Actions job that the build runs in: shows findings as annotations and in the summary of the job. One
 * for a session; a later result takes the place of the one before it in the summary.
 */
final class GitHubJob {

    private final GitHubAnnotations annotations;
    private final AtomicReference<byte[]> written;

    /** A job in which nothing was shown. */
    GitHubJob() {
        this(new HashSet<>(), new AtomicReference<>(new byte[0]));
    }

    private GitHubJob(Set<String> told, AtomicReference<byte[]> written) {
        this.annotations = new GitHubAnnotations(told);
        this.written = written;
    }

    /** The job of a session, as far as its goals have shown anything. */
    static GitHubJob of(SessionState state) {
        return new GitHubJob(state.setOfAllRealms("annotated"), state.bytesOfAllRealms("summary"));
    }

    /**
     * Whether the build is to show its findings there.
     *
     * @param mode {@code auto} for where GitHub Actions runs the build, else true or false
     * @throws ConfigurationException when it is none of these
     */
    static boolean isWanted(String mode, Map<String, String> variables) {
        return switch (mode.strip().toLowerCase(Locale.ROOT)) {
            case "auto" -> "true".equals(variables.get("GITHUB_ACTIONS"));
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new ConfigurationException("hardening.github", "'" + mode + "' is none of auto, true and false");
        };
    }

    /**
     * Shows a result.
     *
     * @param out standard output, a line at a time
     * @param variables the environment of the build
     * @return what was not shown and why, a sentence each for the user
     */
    List<String> show(Result result, ReportContext context, Consumer<String> out, Map<String, String> variables) {
        Result spelled = SpelledResult.of(result, context.commands());
        annotations.lines(spelled, context).forEach(out);
        return summarise(room -> new MarkdownReport().encodeWithin(spelled, context, room), variables);
    }

    /** A text in Markdown within a number of bytes. */
    interface Summary {
        Report.Encoded within(int room);
    }

    /**
     * Shows a text in the summary of the job, where there is one.
     *
     * @param variables the environment of the build
     * @return what was not shown and why, a sentence each for the user
     */
    List<String> summarise(Summary text, Map<String, String> variables) {
        String summary = variables.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (summary.isBlank()) {
            return List.of();
        }
        try {
            return write(Path.of(summary), text)
                    .map(cut -> List.of("Summary of the job: " + cut))
                    .orElse(List.of());
        } catch (IOException | InvalidPathException e) {
            return List.of(
                    "The summary of the job cannot be written: GITHUB_STEP_SUMMARY is not a file that can be written to");
        }
    }

    /** Writes the summary behind what others wrote into the file, in place of our own where that is the last part. */
    private Optional<String> write(Path path, Summary summary) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long start = file.length() - ownTail(file);
            String gap = start == 0 ? "" : "\n";
            long room = MarkdownReport.LIMIT - start - gap.length();
            if (room < 0) {
                return Optional.of("nothing is added, as it is larger than GitHub shows");
            }
            Report.Encoded text = summary.within((int) room);
            if (text.bytes().length > room) {
                return Optional.of("nothing is added, as it would be larger than GitHub shows");
            }
            file.seek(start);
            byte[] all = join(gap, text.bytes());
            file.write(all);
            file.setLength(start + all.length);
            written.set(all);
            return text.cut().stream().findFirst();
        }
    }

    /** How many bytes at the file's end are those that were written last. */
    private int ownTail(RandomAccessFile file) throws IOException {
        byte[] last = written.get();
        if (last.length == 0 || file.length() < last.length) {
            return 0;
        }
        byte[] tail = new byte[last.length];
        file.seek(file.length() - tail.length);
        file.readFully(tail);
        return Arrays.equals(tail, last) ? tail.length : 0;
    }

    private static byte[] join(String gap, byte[] text) {
        byte[] all = new byte[gap.length() + text.length];
        Arrays.fill(all, 0, gap.length(), (byte) '\n');
        System.arraycopy(text, 0, all, gap.length(), text.length);
        return all;
    }
}
