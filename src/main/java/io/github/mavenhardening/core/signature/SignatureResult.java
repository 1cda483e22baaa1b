package io.github.mavenhardening.core.signature;

import java.time.Instant;

/** What verifying the detached signature of a file came to. */
public sealed interface SignatureResult {

    /**
     * A key of the ring signed these bytes, and could when it did.
     *
     * @param key the fingerprint of its primary key, in upper-case hexadecimal digits
     * @param created when, as the signature says
     */
    record Valid(String key, Instant created) implements SignatureResult {}

    /**
     * It does not hold: other bytes, or a key that was expired, revoked, or not meant for signing, or an algorithm that proves
     * nothing.
     *
     * @param reason a sentence fragment
     */
    record Invalid(String reason) implements SignatureResult {}

    /**
     * The ring has none of the keys that it names.
     *
     * @param keys their ids or fingerprints, in upper-case hexadecimal digits, separated by blanks
     */
    record UnknownKey(String keys) implements SignatureResult {}

    /**
     * It is no detached signature.
     *
     * @param reason a sentence fragment
     */
    record Unreadable(String reason) implements SignatureResult {}
}
