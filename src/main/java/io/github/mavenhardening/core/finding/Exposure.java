package io.github.mavenhardening.core.finding;

/** Who can exploit what a finding is about, from the fewest to the most; the order of the constants is that order. */
public enum Exposure {
    /** Nobody by itself: something is not written down. */
    NOBODY,
    /** Nobody without rights in the repository, or whoever runs the forge. */
    INSIDER,
    /** Whoever publishes what is used: the owner of an action, and who takes the account over. */
    PUBLISHER,
    /** Anyone who can open a pull request or an issue, or write a comment. */
    ANYONE
}
