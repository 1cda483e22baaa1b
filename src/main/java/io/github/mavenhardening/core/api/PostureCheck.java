package io.github.mavenhardening.core.api;

/** A check of the repository's posture, as far as a checkout shows it: its policies, its owners, its bots, its history. */
@FunctionalInterface
public interface PostureCheck extends Check {

    /**
     * Looks at the repository; called once.
     *
     * @throws java.io.UncheckedIOException when it cannot look; the audit says so
     */
    void inspect(PostureContext context, FindingSink findings);
}
