package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.dependency.BuildDescription;

/**
 * A check of what a build's own files say: POMs, extensions, wrapper, configuration. It runs once a session, also where
 * there is no POM to build.
 */
public interface BuildCheck extends Check {

    @Override
    default Family family() {
        return Family.DEPENDENCIES;
    }

    /** Looks at the build's files. */
    void check(BuildDescription build, CheckContext in);
}
