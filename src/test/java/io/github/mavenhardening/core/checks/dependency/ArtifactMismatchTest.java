package io.github.mavenhardening.core.checks.dependency;

import static io.github.mavenhardening.core.checks.dependency.Builds.OF_ABC;
import static io.github.mavenhardening.core.checks.dependency.Builds.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.lock.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactMismatchTest {

    private static final String PATH = "org/example/lib/1.0/lib-1.0.pom";
    private static final String JAR = "org/example/lib/1.0/lib-1.0.jar";

    @TempDir
    Path folder;

    private Builds build;

    @BeforeEach
    void locked() {
        build = new Builds(folder).lock("# accepted", OF_ABC + "  " + JAR, OF_ABC + "  " + PATH);
    }

    @Test
    void isSilentWhenTheBytesAreTheLockedOnes() {
        build.file(PATH, "abc");

        assertThat(build.findings(new ArtifactMismatch())).isEmpty();
    }

    @Test
    void tellsEverythingThatIsKnown() throws IOException {
        Path file = build.file(PATH, "abd");
        Files.writeString(file.resolveSibling("_remote.repositories"), "lib-1.0.pom>central=\n");
        build.uses(PATH, Certainty.USED, "org.example:app:1.0", "org.example:plugin:2.0");

        assertThat(build.findings(new ArtifactMismatch())).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.primary().path()).isEqualTo(".mvn/checksums/checksums.sha256");
            assertThat(finding.primary().line()).isEqualTo(3);
            assertThat(finding.message())
                    .contains("org.example:lib:pom:1.0")
                    .contains("expected SHA-256 " + OF_ABC + " (.mvn/checksums/checksums.sha256:3)")
                    .contains("actual " + Sha256.of(file))
                    .contains("file " + PATH)
                    .contains("repository central")
                    .contains("used by org.example:app:1.0 > org.example:plugin:2.0")
                    .doesNotContain(folder.toString());
            assertThat(finding.remedy()).contains("-Dhardening.accept=" + PATH);
        });
    }

    @Test
    void looksAtLockedFilesThatNoProjectDeclares() {
        build.file(PATH, "abd");

        assertThat(build.findings(new ArtifactMismatch())).singleElement().satisfies(finding -> {
            assertThat(Builds.coordinates(finding)).contains("org.example:lib:pom:1.0");
            assertThat(finding.message()).contains("used by something that no project declares");
        });
    }

    @Test
    void knowsAPageOfAProxy() {
        build.file(PATH, "\n<!DOCTYPE HTML><title>Please log in</title>");

        assertThat(shown(only())).contains("HTML page");
    }

    @Test
    void knowsATruncatedDownload() {
        build.file(JAR, "PK\003\004 and then nothing");

        assertThat(shown(only())).contains("truncated");
    }

    @Test
    void knowsALocalInstallation() throws IOException {
        Path file = build.file(PATH, "abd");
        Files.writeString(file.resolveSibling("_remote.repositories"), "lib-1.0.pom>=\n");

        assertThat(shown(only())).contains("mvn install");
    }

    @Test
    void knowsAChangeAfterTheDownload() throws IOException {
        Path file = build.file(PATH, "abd");
        Files.writeString(file.resolveSibling("lib-1.0.pom.sha1"), "a9993e364706816aba3e25717850c26c9cd0d89d");

        assertThat(shown(only())).contains("changed after it was downloaded").contains("compromised");
    }

    @Test
    void knowsOtherBytesOfTheRepository() throws IOException {
        Path file = build.file(PATH, "abd");
        Files.writeString(file.resolveSibling("lib-1.0.pom.sha1"), Sha256.sha1Of(file) + "  lib-1.0.pom\n");

        assertThat(shown(only())).contains("serves other bytes than when the file was locked");
    }

    @Test
    void saysWhenTheCauseIsUnknown() {
        build.file(PATH, "abd");

        assertThat(shown(only())).contains("probable cause: unknown");
    }

    private Finding only() {
        assertThat(build.findings(new ArtifactMismatch())).hasSize(1);
        return build.findings(new ArtifactMismatch()).get(0);
    }
}
