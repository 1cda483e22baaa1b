package io.github.mavenhardening.core.checks.posture;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.source.GitChanges;
import io.github.mavenhardening.core.source.GitHistory;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.IOException;
import java.util.Optional;

/** The two versions of each changed file, as Git stores them. What cannot be read is noted as a gap. */
record ChangedFiles(GitHistory history, GitChanges changes, CheckContext context) {

    /** A lock of a hundred thousand files has 15 MB. */
    private static final int LIMIT = 32 << 20;

    /** Both versions of a text, an absent one empty; empty when one of them is not text that can be read. */
    Optional<Versions> of(GitChanges.File file) {
        try {
            return Optional.of(new Versions(
                    text(changes.from(), file.before(), file.path()), text(changes.to(), file.after(), file.path())));
        } catch (IOException e) {
            context.gap("gate-changed: " + file.path()
                    + " changed, but its content could not be compared: it cannot be read from Git, or is larger than "
                    + (LIMIT >> 20) + " MiB");
        } catch (UnreadableFileException e) {
            context.gap(
                    "gate-changed: " + file.path() + " changed, but its content could not be compared: " + e.reason());
        }
        return Optional.empty();
    }

    /** A link or a submodule has no text. */
    private SourceFile text(String commit, Optional<String> path, String name)
            throws IOException, UnreadableFileException {
        // Silent: a larger file is refused by an exception.
        Optional<byte[]> bytes = path.isPresent() ? history.fileAt(commit, path.get(), LIMIT) : Optional.empty();
        return bytes.isPresent() ? SourceFile.decode(name, bytes.get()) : SourceFile.of(name, "");
    }

    /** Two versions of one text. */
    record Versions(SourceFile before, SourceFile after) {

        /** Whether neither says anything, as of a link. */
        boolean isBlank() {
            return before.text().isBlank() && after.text().isBlank();
        }
    }
}
