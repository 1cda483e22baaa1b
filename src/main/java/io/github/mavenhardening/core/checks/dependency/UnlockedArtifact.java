package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.ArtifactText;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.Lock;
import java.util.Optional;

/** The build used a file that nobody has locked: its bytes could be anything. */
@AutoService(Check.class)
@CheckInfo(
        id = "unlocked-artifact",
        title = "A file that the build used is not in the lock",
        severity = Severity.HIGH,
        sources = "https://maven.apache.org/resolver/expected-checksums.html")
public final class UnlockedArtifact implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context) {
        if (build.lock().isEmpty()) {
            return;
        }
        Lock lock = build.lock().get();
        for (UsedArtifact use : build.inventory().artifacts().values()) {
            if (use.certainty() == UsedArtifact.Certainty.USED
                    && lock.find(use.path()).isEmpty()) {
                report(use, context);
            }
        }
    }

    private void report(UsedArtifact use, CheckContext context) {
        Optional<UsedArtifact> known = Optional.of(use);
        context.report(at(Location.ofFile(Lock.LOCATION))
                .message(ArtifactText.name(known, use.path()) + " is not locked: file " + use.path() + ", from "
                        + use.origin().map(id -> "repository " + id).orElse("unknown repository") + ", used by "
                        + ArtifactText.usedBy(known))
                .remedy("Run 'mvn hardening:lock' (or 'mvn verify hardening:lock') and review what it adds")
                .subject(use.path())
                .artifact(ArtifactText.reference(known, use.path())));
    }
}
