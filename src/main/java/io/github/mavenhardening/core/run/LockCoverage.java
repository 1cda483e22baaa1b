package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.pom.WrapperProperties;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many of the files that a build must have used are locked, by kind; with what the Maven wrapper downloads. */
final class LockCoverage {

    private static final String EXTENSIONS = "extensions.xml";
    private static final String DOWNLOADS = "wrapper downloads";

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
        wrapper(build, counts);
        return List.copyOf(counts.values());
    }

    /** What the Maven wrapper downloads before Maven runs: its properties lock that, where they have a SHA-256. */
    private static void wrapper(LockedBuild build, SortedMap<String, Coverage> counts) {
        int locked = 0;
        int total = 0;
        for (MavenFolder folder : build.description().files().folders()) {
            if (!folder.has(WrapperProperties.FILE)) {
                continue;
            }
            try {
                WrapperProperties wrapper = WrapperProperties.of(folder);
                total++;
                locked += wrapper.sha256("distributionSha256Sum").isPresent() ? 1 : 0;
                if (wrapper.downloadsJar()) {
                    total++;
                    locked += wrapper.sha256("wrapperSha256Sum").isPresent() ? 1 : 0;
                }
            } catch (UnreadableFileException e) {
                // Silent: it counts as not locked, and the check of the wrapper reports it.
                total++;
            }
        }
        if (total > 0) {
            counts.put(DOWNLOADS, new Coverage(DOWNLOADS, "locked", locked, total));
        }
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
        if (!extension.equals("jar")) {
            return "other files";
        }
        return use.ofPlugin() ? "jars of plugins" : "jars of dependencies";
    }
}
