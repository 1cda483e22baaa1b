package io.github.mavenhardening.core.lock;

import io.github.mavenhardening.core.text.Digests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** SHA-256, the one algorithm of the lock. */
public final class Sha256 {

    /** Digits of a hash in hexadecimal notation. */
    public static final int HEX_LENGTH = 64;

    /** Larger ones leave the processor's cache. */
    private static final int BUFFER_BYTES = 128 * 1024;

    /**
     * As many as there were threads at once: most files are small, and a fresh buffer for each would cost more than hashing
     * it. Outside the heap, for what is read into an array is copied once more on its way. Not one a thread, since threads may
     * outlive this class.
     */
    private static final Queue<ByteBuffer> BUFFERS = new ConcurrentLinkedQueue<>();

    private Sha256() {}

    /**
     * Hashes a file as a stream, so that its size does not matter.
     *
     * @return 64 lower-case hexadecimal digits
     * @throws IOException when the file cannot be read to its end
     */
    public static String of(Path file) throws IOException {
        return digest(file, "SHA-256");
    }

    /** The SHA-1 of a file: Maven's side-car files speak it, the lock never does. */
    public static String sha1Of(Path file) throws IOException {
        return digest(file, "SHA-1");
    }

    /** Tells whether a text is a hash as the lock writes it. */
    public static boolean isHex(String text) {
        if (text.length() != HEX_LENGTH) {
            return false;
        }
        for (int i = 0; i < HEX_LENGTH; i++) {
            char c = text.charAt(i);
            boolean digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (!digit) {
                return false;
            }
        }
        return true;
    }

    /** The hash of a text in UTF-8. */
    public static String ofText(String text) {
        return Digests.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(Path file, String algorithm) throws IOException {
        MessageDigest digest = Digests.of(algorithm);
        ByteBuffer idle = BUFFERS.poll();
        ByteBuffer buffer = idle == null ? ByteBuffer.allocateDirect(BUFFER_BYTES) : idle;
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            while (in.read(buffer.clear()) >= 0) {
                digest.update(buffer.flip());
            }
        } finally {
            BUFFERS.add(buffer);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
