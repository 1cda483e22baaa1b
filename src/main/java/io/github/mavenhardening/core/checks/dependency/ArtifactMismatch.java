package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.Mismatch;
import io.github.mavenhardening.core.finding.Severity;

/**
 * A file on this disk has other bytes than the lock accepts. Every locked file that is present is
 * compared, whether this build is known to use it or not: what a plugin resolves while it runs is
 * covered that way too.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "artifact-mismatch",
        title = "A jar, POM or plugin is not the one that was locked",
        severity = Severity.CRITICAL,
        silence = CheckInfo.Silence.NEVER,
        sources = "https://maven.apache.org/resolver/expected-checksums.html")
public final class ArtifactMismatch implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context) {
        for (Mismatch mismatch : Mismatch.of(build)) {
            context.report(at(LockedBuild.locationOf(mismatch.entry()))
                    .message(mismatch.message())
                    .remedy(mismatch.remedy())
                    .subject(mismatch.entry().path())
                    .artifact(mismatch.artifact()));
        }
    }
}
