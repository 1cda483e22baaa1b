package io.github.mavenhardening.core.signature;

/** What a line of a keys map allows beside keys. */
public enum Exemption {
    /** Any key. */
    ANY_KEY,
    /** No signature. */
    NO_SIGNATURE,
    /** A signature that does not hold. */
    BAD_SIGNATURE,
    /** A key that nobody has. */
    NO_KEY
}
