package io.github.mavenhardening.core.api;

/** A check of the repository's posture, as far as a checkout shows it: its policies, its owners, its bots, its history. */
public interface PostureCheck extends Check {

    @Override
    default Family family() {
        return Family.POSTURE;
    }

    /**
     * Looks at the repository; called once.
     *
     * @throws java.io.UncheckedIOException when it cannot look; the audit says so
     */
    void check(CheckContext in);
}
