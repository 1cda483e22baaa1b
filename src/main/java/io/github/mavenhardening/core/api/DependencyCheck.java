package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.dependency.LockedBuild;

/** A check on what the build used. */
public interface DependencyCheck extends Check {

    /** Looks at a build and leaves what it finds. */
    void check(LockedBuild build, CheckContext context, FindingSink sink);
}
