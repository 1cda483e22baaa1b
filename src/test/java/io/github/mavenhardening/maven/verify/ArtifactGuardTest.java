package io.github.mavenhardening.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.maven.inventory.Reach;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactGuardTest {

    @TempDir
    Path folder;

    private Path file;
    private MavenSession session;

    @BeforeEach
    void guarded() throws Exception {
        GuardedBuild build = new GuardedBuild(folder);
        file = build.has(GuardedBuild.PATH, "abc");
        session = build.session();
        GuardedBuild.guard(session);
    }

    private ArtifactResult resolved(Artifact artifact) {
        ArtifactResult result = new ArtifactResult(new ArtifactRequest());
        result.setArtifact(artifact);
        new ArtifactGuard().postProcess(session.getRepositorySession(), List.of(result));
        return result;
    }

    @Test
    void letsTheLockedBytesPass() {
        ArtifactResult result = resolved(GuardedBuild.artifact(file));

        assertThat(result.isResolved()).isTrue();
        assertThat(result.getExceptions()).isEmpty();
    }

    @Test
    void takesTheFileAwayFromOtherBytesAndSaysWhy() throws Exception {
        Files.writeString(file, "abd");

        ArtifactResult result = resolved(GuardedBuild.artifact(file));

        assertThat(result.isResolved()).isFalse();
        assertThat(result.getExceptions())
                .singleElement()
                .extracting(Exception::getMessage)
                .asString()
                .contains("expected SHA-256 " + GuardedBuild.OF_ABC, GuardedBuild.PATH);
    }

    @Test
    void passesOverWhatWasNotResolved() {
        assertThat(resolved(null).getExceptions()).isEmpty();
        assertThat(resolved(new DefaultArtifact("org.example:lib:1.0")).getExceptions())
                .isEmpty();
    }

    @Test
    void leavesAReplayAlone() throws Exception {
        Files.writeString(file, "abd");
        ((DefaultRepositorySystemSession) session.getRepositorySession()).setConfigProperty(Reach.MARKER, true);

        assertThat(resolved(GuardedBuild.artifact(file)).isResolved()).isTrue();
    }

    @Test
    void leavesASessionWithoutAGateAlone() throws Exception {
        Files.writeString(file, "abd");
        ArtifactResult result = new ArtifactResult(new ArtifactRequest());
        result.setArtifact(GuardedBuild.artifact(file));

        new ArtifactGuard().postProcess(new DefaultRepositorySystemSession(), List.of(result));

        assertThat(result.isResolved()).isTrue();
    }
}
