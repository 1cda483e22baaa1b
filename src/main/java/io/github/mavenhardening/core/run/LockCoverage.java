package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockPath;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many of the files that a build must have used the lock holds, by kind. */
final class LockCoverage {

    private static final String EXTENSIONS = "extensions.xml";

    private LockCoverage() {}

    static List<Coverage> of(LockedBuild build) {
        Lock lock = build.lock().orElse(Lock.empty());
        SortedMap<String, Coverage> counts = new TreeMap<>();
        for (UsedArtifact use : build.inventory().artifacts().values()) {
            if (use.certainty() == UsedArtifact.Certainty.USED) {
                String kind = kind(use);
                Coverage known = counts.getOrDefault(kind, new Coverage(kind, "locked", 0, 0));
                int locked = lock.entries().containsKey(use.path()) ? 1 : 0;
                counts.put(kind, new Coverage(kind, "locked", known.covered() + locked, known.total() + 1));
            }
        }
        return List.copyOf(counts.values());
    }

    private static String kind(UsedArtifact use) {
        if (LockPath.isInProject(use.path())) {
            return "files of the repository";
        }
        String extension =
                use.coordinates().isPresent() ? use.coordinates().get().extension() : "";
        if (extension.equals("pom")) {
            return "POMs";
        }
        if (!use.usedBy().isEmpty() && use.usedBy().get(0).endsWith(EXTENSIONS)) {
            return "core extensions";
        }
        return extension.equals("jar") ? "jars" : "other files";
    }
}
