package io.github.mavenhardening.core.lock.recorded;

import java.util.Locale;
import java.util.Optional;

/**
 * The algorithms whose checksums say something about bytes. SHA-1 is among them, because many have recorded nothing else; MD5
 * is not, since two files of one MD5 are made in seconds.
 */
public enum ChecksumAlgorithm {
    SHA_1("SHA-1", 40),
    SHA_256("SHA-256", 64),
    SHA_384("SHA-384", 96),
    SHA_512("SHA-512", 128),
    SHA3_256("SHA3-256", 64),
    SHA3_384("SHA3-384", 96),
    SHA3_512("SHA3-512", 128);

    private final String standardName;
    private final int hexLength;

    ChecksumAlgorithm(String standardName, int hexLength) {
        this.standardName = standardName;
        this.hexLength = hexLength;
    }

    /**
     * The algorithm of a name, whichever way the name is written: {@code SHA-256}, {@code sha256}, {@code SHA3-512}.
     *
     * @return empty for a name of none of these
     */
    public static Optional<ChecksumAlgorithm> of(String name) {
        String wanted = plain(name);
        for (ChecksumAlgorithm algorithm : values()) {
            if (plain(algorithm.standardName).equals(wanted)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The name that Java's security providers know. */
    public String standardName() {
        return standardName;
    }

    /** Whether a text may be a checksum of this algorithm: as many hexadecimal digits, in either case. */
    public boolean isHex(String text) {
        if (text.length() != hexLength) {
            return false;
        }
        for (int i = 0; i < hexLength; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
