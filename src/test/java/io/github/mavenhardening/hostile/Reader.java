package io.github.mavenhardening.hostile;

/** Reads what anybody may have written. What it refuses, as its documentation says, it has refused when it returns. */
@FunctionalInterface
public interface Reader {

    /**
     * Reads a file's bytes, and asks what was read all that a check would.
     *
     * @throws Exception what the reader's documentation does not speak of: each is a defect
     */
    void read(byte[] input) throws Exception;
}
