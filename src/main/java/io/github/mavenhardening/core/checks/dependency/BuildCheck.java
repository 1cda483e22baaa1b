package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.build.BuildDescription;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckContext;
import io.github.mavenhardening.core.check.FindingSink;

/** A check on what a build's own files say: POMs, extensions, wrapper, configuration. Run once a session. */
public interface BuildCheck extends Check {

    /** Looks at the build's files and leaves what it finds. */
    void check(BuildDescription build, CheckContext context, FindingSink sink);
}
