package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.lock.recorded.RecordedChecksums;
import io.github.mavenhardening.core.lock.recorded.RecordedFile;
import java.util.ArrayList;
import java.util.List;

/** Compares what a build uses with what other tools recorded of it. */
public final class RecordedComparison {

    private RecordedComparison() {}

    /** A line for each file that is not what was recorded of it, sorted by path. */
    public static List<String> contradictions(Inventory inventory, RecordedChecksums recorded) {
        List<String> contradictions = new ArrayList<>();
        for (UsedArtifact use : inventory.artifacts().values()) {
            if (recorded.knows(use.path())) {
                for (String contradiction : Origins.contradictions(use, recorded)) {
                    contradictions.add(use.path() + ": " + contradiction);
                }
            }
        }
        return contradictions;
    }

    /** How far each file of records reaches: what it says nothing of is locked as it lies on this disk. */
    public static List<String> summaries(Inventory inventory, RecordedChecksums recorded) {
        List<String> summaries = new ArrayList<>();
        for (RecordedFile file : recorded.files()) {
            int known = 0;
            for (String path : inventory.artifacts().keySet()) {
                known += file.checksums().containsKey(path) ? 1 : 0;
            }
            int used = inventory.artifacts().size();
            summaries.add(known + " of " + Count.of(used, "files") + " match " + file.name()
                    + ", which has no record of the other "
                    + (used - known)
                    + (file.passedOver() > 0 ? "; " + file.passedOver() + " of its records cannot be used" : ""));
        }
        return summaries;
    }
}
