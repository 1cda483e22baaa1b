package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.file.AtomicFile;
import io.github.mavenhardening.core.policy.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes reports into a folder, UTF-8, each file whole or not at all: whoever reads one meanwhile sees the old or the new. */
public final class ReportWriter {

    private final Path folder;

    /** Into that folder, which is made when it is first written to. */
    public ReportWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the result in each of the formats.
     *
     * @return the files written, in the order of the reports
     * @throws IOException when one cannot be written; those before it are
     */
    public List<Path> write(Collection<Report> reports, Result result, ReportContext context) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Report report : reports) {
            written.add(write(report.fileName(), report.encode(result, context)));
        }
        return List.copyOf(written);
    }

    private Path write(String name, byte[] text) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        AtomicFile.write(file, text);
        return file;
    }
}
