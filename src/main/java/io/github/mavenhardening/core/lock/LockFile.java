package io.github.mavenhardening.core.lock;

import io.github.mavenhardening.core.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The lock on disk. */
public final class LockFile {

    /** Far beyond the largest builds (a line has about 150 bytes), far below what harms the build's memory. */
    static final int MAX_BYTES = 32 * 1024 * 1024;

    private final CheckoutFile file;

    /**
     * The lock of a repository.
     *
     * @param root the root of the checked repository
     */
    public LockFile(Path root) {
        // Silent: what is larger is refused when it is read.
        this.file = new CheckoutFile(root, Lock.LOCATION, MAX_BYTES);
    }

    /**
     * The lock that a file's bytes are, wherever they were read.
     *
     * @param content already bounded by the caller
     * @throws LockSyntaxException when they cannot be understood
     */
    public static Lock parse(byte[] content) throws LockSyntaxException {
        return LockParser.parse(content);
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
        Optional<byte[]> content = file.read();
        return content.isPresent() ? Optional.of(LockParser.parse(content.get())) : Optional.empty();
    }

    /**
     * Reads the lock with what both sides of an unresolved merge added to it.
     *
     * @throws LockSyntaxException also when the sides lock different bytes of a file: which of them are right is not for a tool
     *     to say
     * @see #read()
     */
    public Optional<Lock> readMerging() throws IOException, LockSyntaxException {
        Optional<byte[]> content = file.read();
        return content.isPresent() ? Optional.of(LockParser.parseMerging(content.get())) : Optional.empty();
    }

    /**
     * Makes ready to write the lock, so that a reader sees the old file or the new one, never half of it.
     *
     * @return empty where the lock would not change
     * @throws IOException also when the file is another than was read: somebody else has changed it since
     */
    public Optional<AtomicFile> stage(Lock lock) throws IOException {
        return file.stage(bytes(lock));
    }

    private static byte[] bytes(Lock lock) {
        return lock.render().getBytes(StandardCharsets.UTF_8);
    }
}
