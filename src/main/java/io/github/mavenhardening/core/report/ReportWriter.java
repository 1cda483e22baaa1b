package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.file.AtomicFile;
import io.github.mavenhardening.core.policy.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Writes reports into a folder, UTF-8, each file whole or not at all: whoever reads one meanwhile sees the old or the new. */
public final class ReportWriter {

    private final Path folder;

    /** Into that folder, which is made when it is first written to. */
    public ReportWriter(Path folder) {
        this.folder = folder;
    }

    /** The folder as a message names it: the way from the root; in full where there is none, as to another drive. */
    public String folderFrom(Path root) {
        return Objects.equals(root.getRoot(), folder.getRoot())
                ? root.relativize(folder).toString()
                : folder.toString();
    }

    /** Whether there is a file of each of the formats. */
    public boolean hasWritten(Collection<Report> reports) {
        for (Report report : reports) {
            if (!Files.exists(folder.resolve(report.fileName()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes the result in each of the formats.
     *
     * @return what limits of formats kept out of the files, a sentence each; empty when nothing
     * @throws IOException when one cannot be written; those before it are
     */
    public List<String> write(Collection<Report> reports, Result result, ReportContext context) throws IOException {
        Result spelled = SpelledResult.of(result, context.commands());
        List<String> cut = new ArrayList<>();
        for (Report report : reports) {
            Report.Encoded encoded = report.encodeWithin(spelled, context);
            Files.createDirectories(folder);
            AtomicFile.write(folder.resolve(report.fileName()), encoded.bytes());
            for (String what : encoded.cut()) {
                cut.add(report.fileName() + ": " + what);
            }
        }
        return List.copyOf(cut);
    }
}
