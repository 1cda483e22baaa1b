package io.github.mavenhardening.core.lock;

/** The result of hashing a file. A file that cannot be read is a result of its own: it must not pass for absent. */
public sealed interface HashResult {

    /**
     * The file was read to its end.
     *
     * @param sha256 64 lower-case hexadecimal digits
     */
    record Hashed(String sha256) implements HashResult {}

    /** There is no such file. */
    record Absent() implements HashResult {}

    /**
     * Something is there, but its content cannot be known.
     *
     * @param reason why, a sentence fragment without a machine path
     */
    record Unreadable(String reason) implements HashResult {}
}
