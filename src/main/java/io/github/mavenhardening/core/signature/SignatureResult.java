package io.github.mavenhardening.core.signature;

/** The result of verifying the detached signature of a file. */
public sealed interface SignatureResult {

    /**
     * A key of the ring signed these bytes, and could when it did.
     *
     * @param key the fingerprint of its primary key, in upper-case hexadecimal digits
     * @param signingKey the fingerprint of the key that made the signature: a subkey, or the primary key itself
     */
    record Valid(String key, String signingKey) implements SignatureResult {}

    /**
     * It does not hold.
     *
     * @param cause why
     * @param key the fingerprint of the primary key that it says it is of, in upper-case hexadecimal digits
     * @param signingKey the fingerprint of the key itself
     */
    record Invalid(Cause cause, String key, String signingKey) implements SignatureResult {

        /** Why, a sentence fragment. */
        public String reason() {
            return cause.reason();
        }
    }

    /**
     * The ring has none of the keys that it names.
     *
     * @param keys their ids or fingerprints, in upper-case hexadecimal digits, separated by blanks
     */
    record UnknownKey(String keys) implements SignatureResult {}

    /**
     * It is not a detached signature.
     *
     * @param reason a sentence fragment
     */
    record Unreadable(String reason) implements SignatureResult {}

    /** Why a signature does not hold, the worst first. */
    enum Cause {
        /** The file is not what was signed, or the signature is damaged. */
        OTHER_BYTES("it is for other bytes"),
        /** A signature of a text, which other line ends leave as it is; or of a key, or of nothing. */
        OTHER_KIND("it is not a signature of a file's bytes"),
        /** No signature of the primary key binds it, or it does not say itself that it belongs to that key. */
        KEY_NOT_BOUND("its key lacks the signatures that bind it to its primary key"),
        /** Revoked before the signature was made; or at any time, when the key may have been stolen. */
        KEY_REVOKED("its key was revoked"),
        /** The key, or its primary key, had expired when the signature was made. */
        KEY_EXPIRED("its key had expired when it signed"),
        /** The signature is older than its key, or of the future. */
        OTHER_TIME("it claims an impossible creation time"),
        /** The key is there to encrypt, or to certify other keys. */
        KEY_NOT_FOR_SIGNING("its key is not meant for signing files"),
        /** It would hold but for a hash such as MD5 or SHA-1, or for a key that is too short. */
        WEAK_ALGORITHM("it was made with an algorithm or a key that is no longer secure"),
        /** An algorithm that is not known here. */
        UNSUPPORTED("it was made with an algorithm that is not supported");

        private final String reason;

        Cause(String reason) {
            this.reason = reason;
        }

        /** Why, a sentence fragment. */
        public String reason() {
            return reason;
        }
    }
}
