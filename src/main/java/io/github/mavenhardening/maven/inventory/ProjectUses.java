package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import io.github.mavenhardening.core.lock.Coordinates;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.collection.CollectRequest;

/** What a project itself uses: its parents and the BOMs they import, and what it asks of Maven as its dependencies. */
final class ProjectUses {

    private ProjectUses() {}

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

    /** Adds a project's parents; those in this checkout are not artifacts, but what they import and build on is. */
    static void addHierarchy(MavenProject project, UsagePath start, RawPoms poms, ArtifactUses uses) {
        Map<String, String> properties = new HashMap<>();
        for (Map.Entry<Object, Object> property : project.getProperties().entrySet()) {
            properties.put(property.getKey().toString(), property.getValue().toString());
        }
        PomHierarchy lineage = new PomHierarchy(poms, uses);
        UsagePath reason = start;
        lineage.followModel(poms.asWritten(project), start, properties);
        for (MavenProject level = project.getParent(); level != null; level = level.getParent()) {
            Coordinates pom = Coordinates.pom(level.getGroupId(), level.getArtifactId(), level.getVersion());
            uses.add(pom, reason, Certainty.USED);
            reason = reason.then(pom.gav());
            lineage.followModel(poms.asWritten(level), reason, properties);
        }
    }
}
