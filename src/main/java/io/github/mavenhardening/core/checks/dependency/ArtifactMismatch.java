package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.FindingSink;
import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        silence = CheckInfo.Silence.NEVER,
        needs = CheckInfo.Need.BUILD,
        sources = "https://maven.apache.org/resolver/expected-checksums.html")
public final class ArtifactMismatch implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context, FindingSink sink) {
        for (Finding finding : findings(build)) {
            sink.add(finding);
        }
    }

    /** The findings, for a caller that has no context to offer. */
    public List<Finding> findings(LockedBuild build) {
        Lock lock = build.lock().orElse(Lock.empty());
        List<Finding> findings = new ArrayList<>();
        for (String path : pathsOf(build)) {
            findings.add(
                    finding(build, lock.entries().get(path), build.present().get(path)));
        }
        return findings;
    }

    /** The paths of files with other bytes than the lock accepts, sorted. */
    public static List<String> pathsOf(LockedBuild build) {
        Lock lock = build.lock().orElse(Lock.empty());
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, LockedBuild.Present> present : build.present().entrySet()) {
            if (present.getValue().hash() instanceof HashResult.Hashed hashed
                    && !hashed.sha256()
                            .equals(lock.entries().get(present.getKey()).sha256())) {
                paths.add(present.getKey());
            }
        }
        return paths;
    }

    private Finding finding(LockedBuild build, LockEntry entry, LockedBuild.Present present) {
        String actual = ((HashResult.Hashed) present.hash()).sha256();
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
        return at(LockedBuild.locationOf(entry))
                .message(message)
                .remedy(cause.remedy(entry.path()))
                .subject(entry.path())
                .artifact(ArtifactText.reference(use, entry.path()))
                .build();
    }
}
