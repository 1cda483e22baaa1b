package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.LockState;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.MetadataState;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockCoverageTest {

    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path root;

    private static UsedArtifact used(String path, Certainty certainty, String... usedBy) {
        return new UsedArtifact(path, Coordinates.ofLayoutPath(path), List.of(usedBy), Path.of(path), certainty);
    }

    private List<Coverage> coverage() {
        Inventory inventory = Inventory.of(
                List.of(
                        used("org/example/a/1/a-1.jar", Certainty.USED),
                        used("org/example/b/1/b-1.jar", Certainty.USED),
                        used("org/example/c/1/c-1.jar", Certainty.POSSIBLE),
                        used("org/example/a/1/a-1.pom", Certainty.USED),
                        used("org/example/e/1/e-1.jar", Certainty.USED, ".mvn/extensions.xml", "org.example:e:1"),
                        used("org/example/z/1/z-1.zip", Certainty.USED),
                        used("./lib/own.jar", Certainty.USED)),
                List.of());
        return LockCoverage.of(new LockedBuild(
                LockState.of(new LockFile(root)),
                MetadataState.of(root, (range, version) -> true),
                inventory,
                new TreeMap<>(),
                BuildDescription.none(),
                true));
    }

    @Test
    void countsByKindWhatTheBuildMustHaveUsed() throws Exception {
        Path lock = root.resolve(Lock.LOCATION);
        Files.createDirectories(lock.getParent());
        Files.writeString(lock, HASH + "  org/example/a/1/a-1.jar\n" + HASH + "  org/example/e/1/e-1.jar\n");

        assertThat(coverage())
                .containsExactly(
                        new Coverage("POMs", "locked", 0, 1),
                        new Coverage("core extensions", "locked", 1, 1),
                        new Coverage("files of the repository", "locked", 0, 1),
                        new Coverage("jars", "locked", 1, 2),
                        new Coverage("other files", "locked", 0, 1));
    }

    @Test
    void saysThatNothingIsLockedWithoutALock() {
        assertThat(coverage()).allMatch(kind -> kind.covered() == 0).hasSize(5);
    }
}
