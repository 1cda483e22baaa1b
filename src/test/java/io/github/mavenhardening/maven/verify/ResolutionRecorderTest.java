package io.github.mavenhardening.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.maven.inventory.Reach;
import io.github.mavenhardening.maven.inventory.SeenArtifacts;
import java.nio.file.Path;
import java.util.HashSet;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.junit.jupiter.api.Test;

class ResolutionRecorderTest {

    private final DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();

    private void resolved(Artifact artifact, Path file) {
        new ResolutionRecorder()
                .artifactResolved(new RepositoryEvent.Builder(session, RepositoryEvent.EventType.ARTIFACT_RESOLVED)
                        .setArtifact(artifact)
                        .setFile(file == null ? null : file.toFile())
                        .build());
    }

    @Test
    void notesWhatWasResolved() {
        resolved(
                new DefaultArtifact("org.example", "lib", "tests", "jar", "1.0-20260102.030405-6"), Path.of("lib.jar"));

        assertThat(SeenArtifacts.of(session, new HashSet<>()))
                .containsExactly(
                        new Coordinates("org.example", "lib", "1.0-20260102.030405-6", "1.0-SNAPSHOT", "tests", "jar"));
    }

    @Test
    void passesOverWhatHasNoFileOrIsNoArtifact() {
        resolved(new DefaultArtifact("org.example:lib:1.0"), null);
        resolved(null, Path.of("lib.jar"));

        assertThat(SeenArtifacts.of(session, new HashSet<>())).isEmpty();
    }

    @Test
    void passesOverWhatAReplayResolves() {
        session.setConfigProperty(Reach.MARKER, true);
        resolved(new DefaultArtifact("org.example:lib:1.0"), Path.of("lib.jar"));

        assertThat(SeenArtifacts.of(session, new HashSet<>())).isEmpty();
    }

    @Test
    void passesOverWhatTheReactorGivesOut() {
        new ResolutionRecorder()
                .artifactResolved(new RepositoryEvent.Builder(session, RepositoryEvent.EventType.ARTIFACT_RESOLVED)
                        .setArtifact(new DefaultArtifact("org.example:module:1.0"))
                        .setFile(Path.of("module.jar").toFile())
                        .setRepository(new WorkspaceRepository("reactor"))
                        .build());

        assertThat(SeenArtifacts.of(session, new HashSet<>())).isEmpty();
    }
}
