package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.LockState;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.MetadataState;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;

/**
 * Finds a lock, or a file that belongs to it, that cannot be read. Nothing was verified then, which must not pass for verified.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "unreadable-lock",
        title = "The lock cannot be read",
        severity = Severity.CRITICAL,
        silence = CheckInfo.Silence.NEVER,
        sources = "https://maven.apache.org/resolver/expected-checksums.html")
public final class UnreadableLock implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context) {
        if (build.state() instanceof LockState.Unreadable unreadable) {
            context.report(at(unreadable.location())
                    .message("The lock cannot be read, so nothing was verified: " + unreadable.reason())
                    .remedy("Correct the line or restore the file from version control, then run 'mvn hardening:lock'")
                    .subject("unreadable"));
        }
        for (MetadataState.Unreadable unreadable : build.metadata().unreadable()) {
            context.report(at(unreadable.location())
                    .severity(Severity.HIGH)
                    .message("This file belongs to the lock and cannot be read, so no check could use it: "
                            + unreadable.reason())
                    .remedy("Correct it or restore it from version control; after a merge conflict in "
                            + LockMetadata.LOCATION + ", run 'mvn hardening:lock', which keeps both sides")
                    .subject("unreadable " + unreadable.location().path()));
        }
    }
}
