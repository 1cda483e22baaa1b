package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.finding.ArtifactRef;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file on this disk with other bytes than the lock accepts, in words.
 *
 * @param entry its line in the lock
 * @param artifact what it is
 * @param message what differs, where the file is from, who uses it, and the probable cause
 * @param remedy what to do
 */
public record Mismatch(LockEntry entry, ArtifactRef artifact, String message, String remedy) {

    /** Those of a build, sorted by path. Looks for the cause of each in its bytes. */
    public static List<Mismatch> of(LockedBuild build) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (String path : build.mismatches()) {
            mismatches.add(of(build, path));
        }
        return mismatches;
    }

    private static Mismatch of(LockedBuild build, String path) {
        LockEntry entry = build.lock().orElseThrow().entries().get(path);
        LockedBuild.Present present = build.present().get(path);
        String actual = ((HashResult.Hashed) present.hash()).sha256();
        Optional<UsedArtifact> use = build.use(path);
        MismatchCause cause = MismatchCause.of(present.file());
        String origin = use.flatMap(UsedArtifact::origin)
                .or(() -> LocalRepositories.originOf(present.file()))
                .map(id -> "repository " + id)
                .orElse("unknown repository");
        String message = ArtifactText.name(use, path) + " differs from the lock: expected SHA-256 " + entry.sha256()
                + " ("
                + Lock.LOCATION + ":" + entry.line() + "), actual " + actual + ", file " + path + ", from " + origin
                + ", used by " + ArtifactText.usedBy(use) + "; probable cause: " + cause.explanation();
        return new Mismatch(entry, ArtifactText.reference(use, path), message, cause.remedy(path));
    }
}
