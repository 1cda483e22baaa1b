package io.github.mavenhardening.core.api;

/** Options that can be compared: where they are final, a policy above may ask for more, and not for less. */
public interface Strictness<O extends Record> {

    /** Whether all that those options ask for is asked for by these as well. */
    boolean isAtLeast(O other);
}
