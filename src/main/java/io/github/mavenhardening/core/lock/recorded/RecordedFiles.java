package io.github.mavenhardening.core.lock.recorded;

import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds and reads files of recorded checksums. */
public final class RecordedFiles {

    /** maven-lockfile writes a tree of all dependencies for each module: tens of megabytes are known. */
    private static final int MAX_BYTES = 128 * 1024 * 1024;

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
            return parse(decoded(name, file), file.getFileName().toString());
        } catch (LockSyntaxException e) {
            throw new UnreadableException(name + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UnreadableException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static SourceFile decoded(String name, Path file) throws IOException, LockSyntaxException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new IOException("it is larger than " + MAX_BYTES + " bytes");
        }
        try {
            return SourceFile.decode(name, bytes);
        } catch (UnreadableFileException e) {
            throw new LockSyntaxException(
                    Math.max(1, e.location().line()), Math.max(1, e.location().column()), e.reason());
        }
    }

    /** The records of a file, whose name and first characters tell whose it is. */
    static RecordedFile parse(SourceFile source, String fileName) throws LockSyntaxException {
        if (MavenSummary.isName(fileName)) {
            return MavenSummary.read(source, fileName);
        }
        String start = source.text().stripLeading();
        if (start.startsWith("{")) {
            return MavenLockfile.read(source);
        }
        if (start.startsWith("<")) {
            return GradleVerification.read(source);
        }
        throw new LockSyntaxException(
                1,
                1,
                "neither checksums that Maven recorded (checksums[-<repository>].<algorithm>), nor maven-lockfile's"
                        + " lockfile.json, nor Gradle's verification-metadata.xml");
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
