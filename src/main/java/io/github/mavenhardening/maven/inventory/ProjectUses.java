package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.collection.CollectRequest;

/** The artifacts that a project itself uses: its parents, the BOMs they import, and its dependencies of all scopes. */
final class ProjectUses {

    private final GraphUses graphUses;
    private final RawPoms poms;
    private final ArtifactUses uses;

    ProjectUses(GraphUses graphUses, RawPoms poms, ArtifactUses uses) {
        this.graphUses = graphUses;
        this.poms = poms;
        this.uses = uses;
    }

    /**
     * Adds what a project uses.
     *
     * @return the project's dependencies of all scopes, conflicts settled
     */
    List<Artifact> add(MavenProject project, UsagePath start) {
        addHierarchy(project, start);
        CollectRequest request = request(project, graphUses.graphs());
        if (request.getDependencies().isEmpty()) {
            return List.of();
        }
        return graphUses.add(request, project.getId(), start, uses, Certainty.USED, Set.of());
    }

    /** What Maven collects to resolve the dependencies of a project. */
    static CollectRequest request(MavenProject project, DependencyGraphs graphs) {
        CollectRequest request = new CollectRequest();
        request.setRepositories(project.getRemoteProjectRepositories());
        ArtifactTypeRegistry types = graphs.session().getArtifactTypeRegistry();
        for (Dependency dependency : project.getDependencies()) {
            request.addDependency(RepositoryUtils.toDependency(dependency, types));
        }
        if (project.getDependencyManagement() != null) {
            for (Dependency managed : project.getDependencyManagement().getDependencies()) {
                request.addManagedDependency(RepositoryUtils.toDependency(managed, types));
            }
        }
        return request;
    }

    /** Parents in this checkout are not artifacts, but what they import and build on is. */
    private void addHierarchy(MavenProject project, UsagePath start) {
        Map<String, String> properties = new HashMap<>();
        for (Map.Entry<Object, Object> property : project.getProperties().entrySet()) {
            properties.put(property.getKey().toString(), property.getValue().toString());
        }
        PomHierarchy lineage = new PomHierarchy(poms, uses);
        UsagePath reason = start;
        lineage.followModel(project.getOriginalModel(), start, Certainty.USED, properties);
        for (MavenProject level = project.getParent(); level != null; level = level.getParent()) {
            Coordinates pom = Coordinates.pom(level.getGroupId(), level.getArtifactId(), level.getVersion());
            uses.add(pom, reason, Certainty.USED);
            reason = reason.then(pom.gav());
            lineage.followModel(level.getOriginalModel(), reason, Certainty.USED, properties);
        }
    }
}
