package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckContext;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.FindingSink;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.inventory.LocalRepositories;
import io.github.mavenhardening.core.inventory.UsedArtifact;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import java.util.Optional;

/**
 * A file on this disk has other bytes than the lock accepts. Every locked file that is present is
 * compared, whether this build is known to use it or not: what a plugin resolves while it runs is
 * covered that way too.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "artifact-mismatch",
        title = "A jar, POM or plugin is not the one that was locked",
        family = Family.DEPENDENCIES,
        severity = Severity.CRITICAL,
        needs = CheckInfo.Need.BUILD,
        sources = "https://maven.apache.org/resolver/expected-checksums.html")
public final class ArtifactMismatch implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context, FindingSink sink) {
        build.lock()
                .ifPresent(lock -> build.present().forEach((path, present) -> {
                    LockEntry entry = lock.entries().get(path);
                    if (present.hash() instanceof HashResult.Hashed hashed
                            && !hashed.sha256().equals(entry.sha256())) {
                        sink.add(finding(build, entry, present, hashed.sha256()));
                    }
                }));
    }

    private Finding finding(LockedBuild build, LockEntry entry, LockedBuild.Present present, String actual) {
        Optional<UsedArtifact> use = build.use(entry.path());
        MismatchCause cause = MismatchCause.of(present.file());
        String origin = use.flatMap(UsedArtifact::origin)
                .or(() -> LocalRepositories.originOf(present.file()))
                .map(id -> "repository " + id)
                .orElse("unknown repository");
        String message = ArtifactText.name(use, entry.path()) + " is not what was locked: expected SHA-256 "
                + entry.sha256() + " (" + Lock.LOCATION + ":" + entry.line() + "), actual " + actual + ", file "
                + entry.path() + ", from " + origin + ", used by " + ArtifactText.usedBy(use) + "; probable cause: "
                + cause.explanation();
        Location location =
                entry.span().map(span -> Location.of(Lock.LOCATION, span)).orElse(Location.ofFile(Lock.LOCATION));
        return at(location)
                .message(message)
                .remedy(cause.remedy(entry.path()))
                .subject(entry.path())
                .artifact(ArtifactText.reference(use, entry.path()))
                .build();
    }
}
