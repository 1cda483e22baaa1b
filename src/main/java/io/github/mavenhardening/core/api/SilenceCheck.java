package io.github.mavenhardening.core.api;

/**
 * A check of what takes findings back. It is asked when the policy judges what the others found, as nothing is known of a comment's
 * use before; what it finds stands beside the findings that the comment is about.
 */
public interface SilenceCheck extends Check {

    @Override
    default Family family() {
        return Family.POSTURE;
    }

    /** Looks at one comment or exception. */
    void check(Silence silence, FindingSink findings);
}
