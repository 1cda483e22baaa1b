package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.maven.inventory.DownloadProblem;
import io.github.mavenhardening.maven.inventory.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/**
 * The files that builds on other systems use in place of those that this one uses: artifacts whose classifier has the name of
 * the system, as {@code ${os.detected.classifier}} gives it.
 */
final class OtherPlatforms {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+-[a-z0-9_]+");

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> from;

    /**
     * From some repositories.
     *
     * @param from the repositories that the build downloads from
     */
    OtherPlatforms(RepositorySystem system, RepositorySystemSession original, List<RemoteRepository> from) {
        DefaultRepositorySystemSession own = new DefaultRepositorySystemSession(original);
        // Neither noted as used by a goal nor compared with the old lock: what is new is to be locked.
        own.setConfigProperty(Reach.MARKER, true);
        this.system = system;
        this.session = own;
        this.from = from;
    }

    /**
     * The inventory with those files, which are downloaded where they are not here.
     *
     * @param here the name of this system
     * @param others the names of the others
     * @throws LockException when a name is none
     */
    Inventory add(Inventory inventory, String here, List<String> others) throws LockException {
        Map<Coordinates, UsedArtifact> wanted = new LinkedHashMap<>();
        for (String other : others) {
            if (!NAME.matcher(other).matches()) {
                throw LockException.refused("hardening.platforms: '" + Sanitizer.line(other)
                        + "' does not name a system; names are such as linux-x86_64, osx-aarch_64 and windows-x86_64");
            }
            for (UsedArtifact use : inventory.artifacts().values()) {
                Coordinates file = use.coordinates().orElse(null);
                if (!other.equals(here) && file != null && file.classifier().contains(here)) {
                    wanted.putIfAbsent(withClassifier(file, file.classifier().replace(here, other)), use);
                }
            }
        }
        List<UsedArtifact> used = new ArrayList<>(inventory.artifacts().values());
        List<Unresolved> unresolved = new ArrayList<>(inventory.unresolved());
        List<Coordinates> asked = List.copyOf(wanted.keySet());
        List<ArtifactResult> results = resolve(asked);
        for (int i = 0; i < asked.size(); i++) {
            Coordinates file = asked.get(i);
            UsedArtifact like = wanted.get(file);
            Artifact artifact = results.get(i).getArtifact();
            if (artifact != null && artifact.getFile() != null) {
                used.add(new UsedArtifact(
                        file.layoutPath(),
                        Optional.of(file),
                        like.usedBy(),
                        artifact.getFile().toPath(),
                        Certainty.POSSIBLE));
            } else {
                String why = DownloadProblem.reason(results.get(i));
                unresolved.add(new Unresolved(file.toString(), why, like.usedBy(), Certainty.POSSIBLE));
            }
        }
        return Inventory.of(used, unresolved);
    }

    private static Coordinates withClassifier(Coordinates file, String classifier) {
        return new Coordinates(
                file.groupId(), file.artifactId(), file.version(), file.baseVersion(), classifier, file.extension());
    }

    private List<ArtifactResult> resolve(List<Coordinates> files) {
        List<ArtifactRequest> requests = new ArrayList<>();
        for (Coordinates file : files) {
            Artifact artifact = new DefaultArtifact(
                    file.groupId(), file.artifactId(), file.classifier(), file.extension(), file.version());
            requests.add(new ArtifactRequest(artifact, from, null));
        }
        if (requests.isEmpty()) {
            return List.of();
        }
        try {
            return system.resolveArtifacts(session, requests);
        } catch (ArtifactResolutionException e) {
            return e.getResults();
        }
    }
}
