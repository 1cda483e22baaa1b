package io.github.mavenhardening.core.lock.recorded;

import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds and reads files of recorded checksums. */
public final class RecordedFiles {

    private final Path root;

    /**
     * Those of a repository.
     *
     * @param root the root of the checked repository
     */
    public RecordedFiles(Path root) {
        this.root = root;
    }

    /** A file that cannot be read or understood. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message, Exception cause) {
            super(message, cause);
        }
    }

    /**
     * What Maven itself recorded beside the lock.
     *
     * @throws UnreadableException naming file, line and column
     */
    public RecordedChecksums besideTheLock() throws UnreadableException {
        Path lock = root.resolve(Lock.LOCATION);
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(lock.getParent())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(lock.getParent(), "checksums*")) {
                for (Path file : files) {
                    if (!file.equals(lock)
                            && MavenSummary.isName(file.getFileName().toString())) {
                        found.add(file);
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                throw new UnreadableException(nameOf(lock.getParent()) + " cannot be listed", e);
            }
        }
        Collections.sort(found);
        return read(found);
    }

    /**
     * What certain files hold.
     *
     * @throws UnreadableException naming file, line and column
     */
    public RecordedChecksums read(List<Path> files) throws UnreadableException {
        List<RecordedFile> read = new ArrayList<>();
        for (Path file : files) {
            read.add(read(file));
        }
        return new RecordedChecksums(read);
    }

    private RecordedFile read(Path file) throws UnreadableException {
        String name = nameOf(file);
        try {
            if (!Files.isRegularFile(file)) {
                throw new UnreadableException(name + ": there is no such file", null);
            }
            return RecordedFile.read(name, file);
        } catch (LockSyntaxException e) {
            throw new UnreadableException(name + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UnreadableException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The way from the root; of a file elsewhere only its own name, since messages name no path of this machine. */
    private String nameOf(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path from = root.toAbsolutePath().normalize();
        return absolute.startsWith(from)
                ? from.relativize(absolute).toString().replace('\\', '/')
                : file.getFileName().toString();
    }
}
