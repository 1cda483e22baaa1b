package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.DependencyCheck;
import io.github.mavenhardening.core.dependency.ArtifactText;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.recorded.RecordedChecksums;
import java.util.Optional;

/**
 * A used file that is not what Maven's own summaries say, which a team may have recorded before it had a lock, or keeps for one
 * repository or in another algorithm.
 */
@AutoService(Check.class)
@CheckInfo(
        id = "recorded-mismatch",
        title = "A file differs from the recorded checksum",
        severity = Severity.CRITICAL,
        silence = CheckInfo.Silence.NEVER,
        sources = "https://maven.apache.org/resolver/expected-checksums.html")
public final class RecordedMismatch implements DependencyCheck {

    @Override
    public void check(LockedBuild build, CheckContext context) {
        RecordedChecksums recorded = build.metadata().recorded();
        if (recorded.files().isEmpty()) {
            return;
        }
        for (UsedArtifact use : build.inventory().artifacts().values()) {
            if (recorded.knows(use.path())) {
                for (String contradiction : Origins.contradictions(use, recorded)) {
                    report(use, contradiction, context);
                }
            }
        }
    }

    private void report(UsedArtifact use, String contradiction, CheckContext context) {
        Optional<UsedArtifact> known = Optional.of(use);
        context.report(at(Location.ofRepository())
                .message(ArtifactText.name(known, use.path()) + ": " + contradiction + ", file " + use.path()
                        + ", used by " + ArtifactText.usedBy(known))
                .remedy(
                        "Delete the file and build again; if the finding stays, find out which bytes are right before you change the record")
                .subject(use.path() + ' ' + contradiction)
                .artifact(ArtifactText.reference(known, use.path())));
    }
}
