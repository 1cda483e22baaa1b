package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.Family;
import java.util.EnumSet;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks the rest of the repository: security policy, update bot, owners, licence, binaries, sign-offs; fails the build when
 * the threshold is crossed.
 */
@Mojo(name = "posture", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class PostureMojo extends AuditMojo {

    @Override
    Set<Family> families() {
        return EnumSet.of(Family.POSTURE);
    }
}
