package io.github.mavenhardening.core.lock.recorded;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.List;

/** The readers of recorded checksums, for inputs that anybody may have written. */
public final class RecordedInputs {

    private RecordedInputs() {}

    /** A summary of Maven's. */
    public static void summary(byte[] input) {
        read(input, "checksums.sha1");
    }

    /** A file whose first character tells whose it is: maven-lockfile's or Gradle's. */
    public static void other(byte[] input) {
        read(input, "recorded");
    }

    private static void read(byte[] input, String name) {
        try {
            RecordedFile file = RecordedFiles.parse(SourceFile.decode(name, input), name);
            RecordedChecksums all = new RecordedChecksums(List.of(file));
            file.checksums().keySet().forEach(all::knows);
        } catch (LockSyntaxException | UnreadableFileException e) {
            // As documented.
        }
    }
}
