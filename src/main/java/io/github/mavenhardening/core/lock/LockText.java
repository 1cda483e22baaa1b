package io.github.mavenhardening.core.lock;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a file that belongs to the lock, and why it is none. */
public final class LockText {

    /** What stands where git left a conflict in such a file, for the user. */
    public static final String CONFLICT =
            "an unresolved merge conflict; 'mvn hardening:lock' keeps the lines of both sides";

    private LockText() {}

    /**
     * Decodes it. A byte order mark, which some editors write, is refused here: to Maven and {@code sha256sum}, which read the
     * lock as well, it would be a part of the first hash.
     *
     * @throws LockSyntaxException when the bytes are not plain UTF-8
     */
    public static String of(byte[] content) throws LockSyntaxException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LockSyntaxException(1, 1, "the file is not valid UTF-8");
        }
        if (text.startsWith("\uFEFF")) {
            throw new LockSyntaxException(1, 1, "it begins with a byte order mark; save it as UTF-8 without one");
        }
        return text;
    }
}
