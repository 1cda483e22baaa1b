package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.ArtifactText;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.util.Optional;

/**
 * A locked file that no part of the build uses any more. Only a build of the whole reactor can tell,
 * and only of files that are on this disk: another operating system or profile may use the rest.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "stale-lock-entry",
        title = "A lock entry is not used by the build",
        severity = Severity.INFO,
        sources =
                "https://docs.gradle.org/current/userguide/dependency_verification.html#sec:verification-file-cleanup")
public final class StaleLockEntry implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context) {
        if (!build.complete() || build.lock().isEmpty()) {
            return;
        }
        Lock lock = build.lock().get();
        for (String path : build.present().keySet()) {
            if (build.use(path).isEmpty() && isExpected(path, build)) {
                report(lock.entries().get(path), context);
            }
        }
    }

    /** Whether builds of this kind count among those that need a file: what only others need, no build but theirs uses. */
    private static boolean isExpected(String path, LockedBuild build) {
        String environment = build.description().facts().environment();
        LockMetadata known = build.metadata().known();
        return !known.environments().contains(environment)
                || known.neededBy(path).contains(environment);
    }

    private void report(LockEntry entry, CheckContext context) {
        context.report(at(LockedBuild.locationOf(entry))
                .message(entry.path() + " is locked, but nothing in this build uses it")
                .remedy("Run 'mvn clean verify hardening:lock -Dhardening.prune' to remove entries that nothing uses")
                .subject(entry.path())
                .artifact(ArtifactText.reference(Optional.empty(), entry.path())));
    }
}
