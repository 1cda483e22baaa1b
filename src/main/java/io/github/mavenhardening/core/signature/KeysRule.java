package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.Coordinates;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a keys map: artifacts, and who may sign them.
 *
 * @param line where it begins, from 1
 * @param artifacts which artifacts
 * @param keys fingerprints, or ids of 16 digits, in upper-case hexadecimal digits
 * @param unavailable those of them that are known to be revoked, and of which no public key is left to verify with
 * @param exceptions what else is right
 */
record KeysRule(
        int line, ArtifactsPattern artifacts, Set<String> keys, Set<String> unavailable, Set<Exemption> exceptions) {

    private static final int ID_DIGITS = 16;
    private static final int DIGITS_OF_VERSION_4 = 40;

    /**
     * What the line says of an artifact; empty when it is about others. One that cannot be decided is about it and allows
     * nothing:
     * it must not be silent.
     */
    Optional<KeysRule> about(Coordinates coordinates) {
        return switch (artifacts.matches(coordinates)) {
            case YES -> Optional.of(this);
            case NO -> Optional.empty();
            case UNDECIDED -> Optional.of(new KeysRule(line, artifacts, Set.of(), Set.of(), Set.of()));
        };
    }

    boolean names(String key) {
        return isAmong(key, keys);
    }

    boolean namesUnavailable(String key) {
        return isAmong(key, unavailable);
    }

    private static boolean isAmong(String key, Set<String> allowed) {
        if (allowed.contains(key)) {
            return true;
        }
        return key.length() >= DIGITS_OF_VERSION_4 && allowed.contains(idOf(key));
    }

    /**
     * A key's id is the end of its fingerprint, and since version 6 the beginning.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.5.4">RFC 9580, section 5.5.4: key IDs and fingerprints</a>
     */
    private static String idOf(String fingerprint) {
        return fingerprint.length() == DIGITS_OF_VERSION_4
                ? fingerprint.substring(DIGITS_OF_VERSION_4 - ID_DIGITS)
                : fingerprint.substring(0, ID_DIGITS);
    }
}
