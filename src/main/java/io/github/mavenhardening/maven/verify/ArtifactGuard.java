package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.maven.inventory.Reach;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.spi.resolution.ArtifactResolverPostProcessor;

/**
 * Refuses files with other bytes than the lock has, at the moment Maven asks for them: nothing of them is loaded. Maven
 * knows such a component from 3.9 on; older ones never load this class.
 */
public final class ArtifactGuard implements ArtifactResolverPostProcessor {

    @Override
    public void postProcess(RepositorySystemSession session, List<ArtifactResult> results) {
        Optional<LoadGate> gate = LoadGate.of(session);
        if (gate.isEmpty() || session.getConfigProperties().containsKey(Reach.MARKER)) {
            return;
        }
        for (ArtifactResult result : results) {
            Artifact artifact = result.getArtifact();
            if (artifact != null && artifact.getFile() != null) {
                gate.get().objection(artifact, session).ifPresent(text -> {
                    // What has no file counts as not resolved, and is reported with the exceptions that were added.
                    result.setArtifact(artifact.setFile(null));
                    result.addException(new RepositoryException(text));
                });
            }
        }
    }
}
