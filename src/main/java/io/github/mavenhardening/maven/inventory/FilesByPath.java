package io.github.mavenhardening.maven.inventory;

import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.metadata.Metadata;
import org.eclipse.aether.repository.LocalArtifactRegistration;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.LocalArtifactResult;
import org.eclipse.aether.repository.LocalMetadataRegistration;
import org.eclipse.aether.repository.LocalMetadataRequest;
import org.eclipse.aether.repository.LocalMetadataResult;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * A local repository whose files are there for whoever asks. Maven offers a file only to those who ask the repository that it
 * came from, and a mirror with another id is another repository; which bytes the build used does not depend on it.
 */
final class FilesByPath implements LocalRepositoryManager {

    private final LocalRepositoryManager manager;

    FilesByPath(LocalRepositoryManager manager) {
        this.manager = manager;
    }

    @Override
    public LocalArtifactResult find(RepositorySystemSession session, LocalArtifactRequest request) {
        LocalArtifactResult result = manager.find(session, request);
        return result.getFile() == null ? result : result.setAvailable(true);
    }

    @Override
    public LocalRepository getRepository() {
        return manager.getRepository();
    }

    @Override
    public String getPathForLocalArtifact(Artifact artifact) {
        return manager.getPathForLocalArtifact(artifact);
    }

    @Override
    public String getPathForRemoteArtifact(Artifact artifact, RemoteRepository repository, String context) {
        return manager.getPathForRemoteArtifact(artifact, repository, context);
    }

    @Override
    public String getPathForLocalMetadata(Metadata metadata) {
        return manager.getPathForLocalMetadata(metadata);
    }

    @Override
    public String getPathForRemoteMetadata(Metadata metadata, RemoteRepository repository, String context) {
        return manager.getPathForRemoteMetadata(metadata, repository, context);
    }

    @Override
    public void add(RepositorySystemSession session, LocalArtifactRegistration request) {
        manager.add(session, request);
    }

    @Override
    public LocalMetadataResult find(RepositorySystemSession session, LocalMetadataRequest request) {
        return manager.find(session, request);
    }

    @Override
    public void add(RepositorySystemSession session, LocalMetadataRegistration request) {
        manager.add(session, request);
    }
}
