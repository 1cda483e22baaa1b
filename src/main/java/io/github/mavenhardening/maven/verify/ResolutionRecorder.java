package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.maven.inventory.Reach;
import io.github.mavenhardening.maven.inventory.SeenArtifacts;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceRepository;

/** Notes every file of a repository that Maven and its plugins resolve while the build runs. */
public final class ResolutionRecorder extends AbstractRepositoryListener {

    @Override
    public void artifactResolved(RepositoryEvent event) {
        Artifact artifact = event.getArtifact();
        boolean ofReplay = event.getSession().getConfigProperties().containsKey(Reach.MARKER);
        // What the reactor gives out is a module, whatever a repository has under its name.
        boolean ofReactor = event.getRepository() instanceof WorkspaceRepository;
        if (ofReplay || ofReactor || event.getFile() == null || artifact == null) {
            return;
        }
        SeenArtifacts.add(
                event.getSession(),
                new Coordinates(
                        artifact.getGroupId(),
                        artifact.getArtifactId(),
                        artifact.getVersion(),
                        artifact.getBaseVersion(),
                        artifact.getClassifier(),
                        artifact.getExtension()));
    }
}
