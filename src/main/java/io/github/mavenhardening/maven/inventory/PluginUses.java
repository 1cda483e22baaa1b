package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import java.util.List;
import java.util.Set;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.repository.RemoteRepository;

/** The artifacts that plugins and extensions use: their own file, their dependencies, and all POMs on the way. */
final class PluginUses {

    /** Maven 3.6 and 3.8 give this to a plugin that does not bring the library itself. */
    private static final Coordinates INJECTED =
            new Coordinates("org.codehaus.plexus", "plexus-utils", "1.1", "1.1", "", "jar");

    /**
     * Maven resolves the whole graph, its own libraries included, although a realm then sees the
     * running Maven's in place of those. Only wagons are left out, and not by every version.
     */
    private static final Set<String> LEFT_OUT = Set.of("org.apache.maven.wagon");

    private final GraphUses graphUses;
    private final List<RemoteRepository> repositories;

    PluginUses(GraphUses graphUses, MavenProject project) {
        this.graphUses = graphUses;
        this.repositories = project.getRemotePluginRepositories();
    }

    void add(PluginRequest request, ArtifactUses uses) {
        CollectRequest collect = new CollectRequest();
        collect.setRepositories(repositories);
        Artifact root = graphUses
                .graphs()
                .chosen(
                        new DefaultArtifact(
                                request.plugin().getGroupId(),
                                request.plugin().getArtifactId(),
                                "jar",
                                request.plugin().getVersion()),
                        repositories);
        boolean unused = graphUses.reach() == Reach.DISK
                && uses.localFiles()
                        .find(DependencyGraphs.coordinatesOf(root).pom().layoutPath())
                        .isEmpty();
        if (unused) {
            // Noting the absence is all there is to do: Maven reads a plugin's POM before anything else of it.
            uses.add(DependencyGraphs.coordinatesOf(root).pom(), UsagePath.of(request.gav()), Certainty.USED);
            return;
        }
        collect.setRoot(new org.eclipse.aether.graph.Dependency(root, null));
        ArtifactTypeRegistry types = graphUses.graphs().session().getArtifactTypeRegistry();
        for (Dependency dependency : request.plugin().getDependencies()) {
            org.eclipse.aether.graph.Dependency converted = RepositoryUtils.toDependency(dependency, types);
            collect.addDependency("system".equals(converted.getScope()) ? converted : converted.setScope("runtime"));
        }
        UsagePath reason = request.isCoreExtension() ? UsagePath.of(".mvn/extensions.xml") : UsagePath.NONE;
        List<Artifact> files = graphUses.add(collect, request.gav(), reason, uses, Certainty.USED, LEFT_OUT);
        if (!bringsPlexusUtils(files)) {
            addInjected(UsagePath.of(request.gav()), uses);
        }
    }

    /** A lock has it whatever Maven it is made with, and whatever lies on the disk. */
    private void addInjected(UsagePath reason, ArtifactUses uses) {
        if (graphUses.reach() == Reach.DISK) {
            uses.add(INJECTED, reason, Certainty.POSSIBLE);
            uses.add(INJECTED.pom(), reason, Certainty.POSSIBLE);
            return;
        }
        CollectRequest collect = new CollectRequest();
        collect.setRepositories(repositories);
        Artifact injected = new DefaultArtifact(
                INJECTED.groupId(), INJECTED.artifactId(), INJECTED.extension(), INJECTED.version());
        collect.addDependency(new org.eclipse.aether.graph.Dependency(injected, "runtime"));
        graphUses.add(collect, INJECTED.gav(), reason, uses, Certainty.POSSIBLE, Set.of());
    }

    private static boolean bringsPlexusUtils(List<Artifact> files) {
        for (Artifact file : files) {
            if (file.getGroupId().equals(INJECTED.groupId())
                    && file.getArtifactId().equals(INJECTED.artifactId())) {
                return true;
            }
        }
        return false;
    }
}
