package io.github.mavenhardening.core.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digests that every Java has. */
public final class Digests {

    private Digests() {}

    /** A fresh digest. */
    public static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must support " + algorithm, e);
        }
    }

    /** The SHA-256 of bytes. */
    public static byte[] sha256(byte[] bytes) {
        return of("SHA-256").digest(bytes);
    }

    /** The same in lower-case hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }
}
