package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.BuildFacts.Chooser;
import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.core.lock.Lock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class LockReportTest {

    @Test
    void namesWhatWasDownloadedAndIsNotLocked() {
        SortedSet<String> downloaded = new TreeSet<>(List.of("org/example/a/1/a-1.jar", "org/example/b/1/b-1.jar"));
        Lock lock = Lock.empty().with(new TreeMap<>(Map.of("org/example/a/1/a-1.jar", "0".repeat(64))));

        assertThat(LockReport.unlockedDownloads(downloaded, lock, true))
                .containsExactly(
                        "Not locked, though downloaded while this build ran, by it or by another that shares the local"
                                + " repository: org/example/b/1/b-1.jar");
        assertThat(LockReport.unlockedDownloads(downloaded, lock, false))
                .as("which Maven would have noted, had it downloaded it")
                .containsExactly(
                        "Not locked, though downloaded while this build ran, by a process that it started (a test, a"
                                + " second Maven) or by another that shares the local repository; name in the POM what builds"
                                + " need, as a dependency or in 'dependency:get': org/example/b/1/b-1.jar");
        downloaded.remove("org/example/b/1/b-1.jar");
        assertThat(LockReport.unlockedDownloads(downloaded, lock, false)).isEmpty();
    }

    @Test
    void saysOfWhatTychoTookHowItIsLocked() {
        SortedSet<String> downloaded = new TreeSet<>(List.of("p2/osgi/bundle/b/1.0.0/b-1.0.0.jar"));

        assertThat(LockReport.unlockedDownloads(downloaded, Lock.empty(), false))
                .containsExactly(
                        "Not locked, though Tycho took it from a p2 repository while this build ran; declare it as"
                                + " a dependency of a bundle of this build, so that the lock has it, too:"
                                + " p2/osgi/bundle/b/1.0.0/b-1.0.0.jar");
    }

    @Test
    void namesReportsThatNoSiteHasBroughtIntoTheLock() {
        List<UnpinnedVersion> plugins = List.of(
                new UnpinnedVersion("org.example:build", "1", Chooser.LIFECYCLE, List.of(), Set.of()),
                new UnpinnedVersion("org.example:seen", UnpinnedVersion.NONE_YET, Chooser.SITE, List.of(), Set.of()),
                new UnpinnedVersion("org.example:report", UnpinnedVersion.NONE_YET, Chooser.SITE, List.of(), Set.of()));
        Lock lock = Lock.empty().with(Map.of("org/example/seen/1/seen-1.jar", "0".repeat(64)));

        assertThat(LockReport.unlockedReports(plugins, lock))
                .hasValue("Not locked, as no POM gives them a version and 'mvn site' takes the newest of its day:"
                        + " org.example:report. Give them one in <reporting>");
        assertThat(LockReport.unlockedReports(plugins.subList(0, 2), lock)).isEmpty();
    }
}
