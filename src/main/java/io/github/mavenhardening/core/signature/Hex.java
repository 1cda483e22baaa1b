package io.github.mavenhardening.core.signature;

import java.util.HexFormat;

/** Hexadecimal notation of fingerprints and key ids. */
final class Hex {

    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private Hex() {}

    static String of(byte[] fingerprint) {
        return UPPER.formatHex(fingerprint);
    }

    static String of(long id) {
        return UPPER.toHexDigits(id);
    }
}
