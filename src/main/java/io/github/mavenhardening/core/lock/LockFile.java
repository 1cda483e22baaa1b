package io.github.mavenhardening.core.lock;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;

/** The lock on disk. */
public final class LockFile {

    /** Far beyond the largest builds (a line has about 150 bytes), far below what harms the build's memory. */
    static final int MAX_BYTES = 32 * 1024 * 1024;

    private final Path root;
    private final Path file;

    /**
     * The lock of a repository.
     *
     * @param root the root of the checked repository
     */
    public LockFile(Path root) {
        this.root = root;
        this.file = root.resolve(Lock.LOCATION);
    }

    /** Where the lock lies. */
    public Path path() {
        return file;
    }

    /**
     * Reads the lock.
     *
     * @return empty when there is no lock file
     * @throws IOException when the file is there but cannot be read, is too large, or is a link that
     *     leads out of the repository
     * @throws LockSyntaxException when its content cannot be understood
     */
    public Optional<Lock> read() throws IOException, LockSyntaxException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!file.toRealPath().startsWith(root.toRealPath())) {
            throw new IOException("it is a symbolic link that leads out of the repository");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is no regular file");
        }
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MAX_BYTES + 1);
        }
        if (content.length > MAX_BYTES) {
            throw new IOException("it is larger than " + MAX_BYTES + " bytes");
        }
        return Optional.of(LockParser.parse(content));
    }

    /**
     * Writes the lock so that a reader sees the old file or the new one, never half of it. A lock
     * that would not change is left alone.
     *
     * @return whether the file was written
     */
    public boolean write(Lock lock) throws IOException {
        byte[] content = lock.render().getBytes(StandardCharsets.UTF_8);
        Path folder = file.getParent();
        Files.createDirectories(folder);
        if (!folder.toRealPath().startsWith(root.toRealPath())) {
            throw new IOException("its folder is a symbolic link that leads out of the repository");
        }
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return false;
        }
        Path temporary = Files.createTempFile(folder, "checksums", ".tmp");
        try {
            Files.write(temporary, content);
            shareable(temporary);
            move(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return true;
    }

    private void move(Path temporary) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A temporary file is private to its owner; the lock is a file of the project like any other. */
    private static void shareable(Path temporary) throws IOException {
        if (Files.getFileStore(temporary).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
