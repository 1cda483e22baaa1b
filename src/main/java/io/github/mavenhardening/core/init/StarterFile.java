package io.github.mavenhardening.core.init;

import io.github.mavenhardening.core.posture.SecurityPolicy;

/**
 * A starter file that {@code hardening:init} writes.
 *
 * @param path relative to the repository's root, with {@code /}
 * @param content ends in a line break
 */
public record StarterFile(String path, String content) {

    /** How many questions it leaves to a maintainer. */
    public int questions() {
        return SecurityPolicy.questionsIn(content);
    }
}
