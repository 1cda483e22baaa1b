package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.Family;
import java.util.EnumSet;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks the repository's OpenSSF Security Insights file; fails the build when the threshold is crossed. */
@Mojo(name = "security-insights", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class SecurityInsightsMojo extends AuditMojo {

    @Override
    Set<Family> families() {
        return EnumSet.of(Family.SECURITY_INSIGHTS);
    }
}
