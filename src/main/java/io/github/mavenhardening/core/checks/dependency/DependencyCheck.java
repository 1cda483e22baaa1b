package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckContext;
import io.github.mavenhardening.core.check.FindingSink;

/** A check on what the build used. */
public interface DependencyCheck extends Check {

    /** Looks at a build and leaves what it finds. */
    void check(LockedBuild build, CheckContext context, FindingSink sink);
}
