package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.dependency.LockedBuild;

/** A check of what a build used, against the lock. It runs where Maven builds a POM. */
public interface DependencyCheck extends Check {

    @Override
    default Family family() {
        return Family.DEPENDENCIES;
    }

    /** Looks at a build. */
    void check(LockedBuild build, CheckContext in);
}
