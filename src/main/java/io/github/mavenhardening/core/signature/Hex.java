package io.github.mavenhardening.core.signature;

import java.util.HexFormat;

/** How fingerprints and ids are written everywhere. */
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
