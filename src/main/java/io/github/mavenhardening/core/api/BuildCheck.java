package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.dependency.BuildDescription;

/** A check on what a build's own files say: POMs, extensions, wrapper, configuration. Run once a session. */
public interface BuildCheck extends Check {

    /** Looks at the build's files and leaves what it finds. */
    void check(BuildDescription build, CheckContext context, FindingSink sink);
}
