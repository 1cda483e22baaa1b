package io.github.mavenhardening.core.lock;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file of this plugin's in a checkout: read up to a bound, never through a link that leads out, and written so that a reader
 * sees the old content or the new one.
 */
public final class CheckoutFile {

    private final Path root;
    private final Path file;
    private final int maxBytes;

    /**
     * A file, which need not be there.
     *
     * @param root the root of the checkout
     * @param location the way from there, with slashes
     * @param maxBytes what is larger is refused
     */
    public CheckoutFile(Path root, String location, int maxBytes) {
        this.root = root;
        this.file = root.resolve(location);
        this.maxBytes = maxBytes;
    }

    /** Where the file lies. */
    public Path path() {
        return file;
    }

    /**
     * The content.
     *
     * @return empty where there is no such file
     * @throws IOException when it is there but cannot be read, is too large, or is a link that leads out of the checkout; messages
     *     that begin with "it" are for the user
     */
    public Optional<byte[]> read() throws IOException {
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
            content = in.readNBytes(maxBytes + 1);
        }
        if (content.length > maxBytes) {
            throw new IOException("it is larger than " + maxBytes + " bytes");
        }
        return Optional.of(content);
    }

    /**
     * Replaces the content, atomically where the file system can. What would not change is left alone.
     *
     * @return whether the file was written
     */
    public boolean write(byte[] content) throws IOException {
        Path folder = file.getParent();
        Files.createDirectories(folder);
        if (!folder.toRealPath().startsWith(root.toRealPath())) {
            throw new IOException("its folder is a symbolic link that leads out of the repository");
        }
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return false;
        }
        Path temporary = Files.createTempFile(folder, "hardening", ".tmp");
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

    /** A temporary file is private to its owner; this is a file of the project like any other. */
    private static void shareable(Path temporary) throws IOException {
        if (Files.getFileStore(temporary).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
