package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.dependency.BuildDescription;

/** A check of the files that configure a build: POMs, extensions, wrapper, configuration. Run once a session. */
public interface BuildCheck extends Check {

    /** Looks at the build's files and leaves what it finds. */
    void check(BuildDescription build, CheckContext context, FindingSink sink);
}
