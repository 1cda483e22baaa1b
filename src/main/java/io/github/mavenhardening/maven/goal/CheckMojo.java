package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.Family;
import java.util.EnumSet;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks everything: workflows, dependencies, Security Insights, posture; fails the build when the threshold is crossed. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AuditMojo {

    @Override
    Set<Family> families() {
        return EnumSet.allOf(Family.class);
    }
}
