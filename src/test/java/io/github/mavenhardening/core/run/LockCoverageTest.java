package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.LockState;
import io.github.mavenhardening.core.dependency.LockedBuild;
import io.github.mavenhardening.core.dependency.MetadataState;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockFile;
import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockCoverageTest {

    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path root;

    private static UsedArtifact used(String path, Certainty certainty, String... usedBy) {
        return new UsedArtifact(path, Coordinates.ofLayoutPath(path), List.of(usedBy), Path.of(path), certainty);
    }

    private static UsedArtifact ofPlugin(String path, String... usedBy) {
        return new UsedArtifact(
                path, Coordinates.ofLayoutPath(path), List.of(usedBy), Path.of(path), Certainty.USED, true);
    }

    private List<Coverage> coverage() {
        return coverage(BuildDescription.none());
    }

    private List<Coverage> coverage(BuildDescription description) {
        Inventory inventory = Inventory.of(
                List.of(
                        used("org/example/a/1/a-1.jar", Certainty.USED),
                        used("org/example/b/1/b-1.jar", Certainty.USED),
                        used("org/example/c/1/c-1.jar", Certainty.POSSIBLE),
                        used("org/example/a/1/a-1.pom", Certainty.USED),
                        ofPlugin("org/example/e/1/e-1.jar", ".mvn/extensions.xml", "org.example:e:1"),
                        ofPlugin("org/example/p-maven-plugin/1/p-maven-plugin-1.jar", "org.example:app:1"),
                        ofPlugin("org/example/q/1/q-1.jar", "org.example:app:1", "org.example:p-maven-plugin:1"),
                        ofPlugin("org/example/q/1/q-1.pom", "org.example:app:1", "org.example:p-maven-plugin:1"),
                        used("org/example/z/1/z-1.zip", Certainty.USED),
                        used("./lib/own.jar", Certainty.USED)),
                List.of());
        return LockCoverage.of(new LockedBuild(
                LockState.of(new LockFile(root)),
                MetadataState.of(root, (range, version) -> true),
                inventory,
                new TreeMap<>(),
                description,
                LockedBuild.Extent.WHOLE));
    }

    @Test
    void countsByKindWhatTheBuildMustHaveUsed() throws Exception {
        Path lock = root.resolve(Lock.LOCATION);
        Files.createDirectories(lock.getParent());
        Files.writeString(
                lock,
                HASH + "  org/example/a/1/a-1.jar\n" + HASH + "  org/example/e/1/e-1.jar\n" + HASH
                        + "  org/example/q/1/q-1.jar\n");

        assertThat(coverage())
                .containsExactly(
                        new Coverage("POMs", "locked", 0, 2),
                        new Coverage("core extensions", "locked", 1, 1),
                        new Coverage("files of the repository", "locked", 0, 1),
                        new Coverage("jars of dependencies", "locked", 1, 2),
                        new Coverage("jars of plugins", "locked", 1, 2),
                        new Coverage("other files", "locked", 0, 1));
    }

    @Test
    void saysThatNothingIsLockedWithoutALock() {
        assertThat(coverage()).allMatch(kind -> kind.covered() == 0).hasSize(6);
    }

    /** What the wrapper downloads, by the lines of its properties and whether its jar lies beside them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "distributionUrl=x | false | 0 | 1",
                "distributionUrl=x;distributionSha256Sum=HASH | false | 1 | 1",
                "distributionUrl=x;distributionSha256Sum=0123 | false | 0 | 1",
                "distributionUrl=x;distributionSha256Sum=HASH;wrapperUrl=y | false | 1 | 2",
                "distributionUrl=x;distributionSha256Sum=HASH;wrapperUrl=y;wrapperSha256Sum=HASH | false | 2 | 2",
                "distributionUrl=x;distributionSha256Sum=HASH;wrapperUrl=y | true | 1 | 1",
                "distributionUrl=x;wrapperUrl=y;distributionType=only-script | false | 0 | 1",
                "distributionUrl=x;distributionType=script | false | 0 | 2"
            })
    void countsWhatTheWrapperDownloads(String lines, boolean jar, int locked, int total) throws Exception {
        Path wrapper = Files.createDirectories(root.resolve(".mvn/wrapper"));
        Files.writeString(
                wrapper.resolve("maven-wrapper.properties"),
                lines.replace(';', '\n').replace("HASH", HASH));
        if (jar) {
            Files.writeString(wrapper.resolve("maven-wrapper.jar"), "x");
        }

        assertThat(coverage(withWrapper())).contains(new Coverage("wrapper downloads", "locked", locked, total));
    }

    @Test
    void countsAWrapperThatCannotBeReadAsNotLocked() throws Exception {
        Files.createDirectories(root.resolve(".mvn/wrapper/maven-wrapper.properties"));

        assertThat(coverage(withWrapper())).contains(new Coverage("wrapper downloads", "locked", 0, 1));
    }

    private BuildDescription withWrapper() throws Exception {
        Repository checkout = new Repository(new Checkout(root), Optional.empty());
        BuildFiles files = new BuildFiles(List.of(), List.of(), List.of(MavenFolder.of(checkout, "")), List.of());
        return new BuildDescription(files, BuildFacts.none(), List.of(), new Origins());
    }
}
