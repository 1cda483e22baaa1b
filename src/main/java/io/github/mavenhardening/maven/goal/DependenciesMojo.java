package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.Family;
import java.util.EnumSet;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks what the build used, against the lock; fails the build when the threshold is crossed. */
@Mojo(name = "dependencies", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class DependenciesMojo extends AuditMojo {

    @Override
    Set<Family> families() {
        return EnumSet.of(Family.DEPENDENCIES);
    }
}
