package io.github.mavenhardening.core.lock;

import io.github.mavenhardening.core.file.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file of this plugin's in a checkout: read up to a bound, never through a link that leads out, and written so that a reader
 * sees the old content or the new one. Not thread-safe.
 */
public final class CheckoutFile {

    private final Path root;
    private final Path file;
    private final int maxBytes;

    /** What was read last. */
    private Optional<byte[]> known = Optional.empty();

    private boolean wasRead;

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
     * @throws IOException when it is there but cannot be read, is too large, or is a link that leads out of the checkout;
     *     messages
     *     that begin with "it" are for the user
     */
    public Optional<byte[]> read() throws IOException {
        known = content();
        wasRead = true;
        return known;
    }

    private Optional<byte[]> content() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!file.toRealPath().startsWith(root.toRealPath())) {
            throw new IOException("it is a symbolic link that leads out of the repository");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is not a regular file");
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
     * Replaces the content, atomically where the file system can, with the line breaks that the file has: a checkout on Windows has
     * others than the repository. What would not change is left alone.
     *
     * @return whether the file was written
     * @throws IOException as {@link #stage}
     */
    public boolean write(byte[] content) throws IOException {
        Optional<AtomicFile> staged = stage(content);
        if (staged.isEmpty()) {
            return false;
        }
        try (AtomicFile file = staged.get()) {
            file.commit();
        }
        return true;
    }

    /**
     * Makes ready to replace the content.
     *
     * @return empty where the file has that content already
     * @throws IOException when the new content cannot be written, the file or its folder is none that may be written to, or the
     *     content is another than {@link #read} came to: somebody else has changed it since
     */
    public Optional<AtomicFile> stage(byte[] content) throws IOException {
        makeFolder();
        Optional<byte[]> now = content();
        if (wasRead && !same(known, now)) {
            throw new IOException("it was changed while this build ran: run the goal again");
        }
        byte[] next = now.isPresent() && hasReturns(now.get()) ? withReturns(content) : content;
        if (now.isPresent() && Arrays.equals(now.get(), next)) {
            return Optional.empty();
        }
        return Optional.of(AtomicFile.stage(Files.isSymbolicLink(file) ? file.toRealPath() : file, next));
    }

    /** Whether the first line ends in a carriage return. */
    private static boolean hasReturns(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                return i > 0 && text[i - 1] == '\r';
            }
        }
        return false;
    }

    private static byte[] withReturns(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + text.length / 32);
        for (byte each : text) {
            if (each == '\n') {
                out.write('\r');
            }
            out.write(each);
        }
        return out.toByteArray();
    }

    private static boolean same(Optional<byte[]> a, Optional<byte[]> b) {
        return Arrays.equals(a.orElse(null), b.orElse(null));
    }

    /** Nothing is made behind a link that leads elsewhere, a folder on the way included. */
    private void makeFolder() throws IOException {
        Path folder = file.getParent();
        Path existing = folder;
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        if (!existing.toRealPath().startsWith(root.toRealPath())) {
            throw new IOException("its folder is a symbolic link that leads out of the repository");
        }
        Files.createDirectories(folder);
    }
}
