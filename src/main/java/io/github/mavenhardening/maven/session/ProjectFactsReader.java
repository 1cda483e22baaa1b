package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.insights.ProjectFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Developer;
import org.apache.maven.model.License;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;

/** Takes from the POM what a Security Insights file is compared with. */
public final class ProjectFactsReader {

    private ProjectFactsReader() {}

    /**
     * What the POM at the repository's root says; empty when there is none, or when this session does not build it: a
     * submodule's POM speaks of the submodule.
     */
    public static Optional<ProjectFacts> of(MavenSession session, Path root) {
        for (MavenProject project : session.getProjects()) {
            if (project.getFile() != null && isAt(root, project)) {
                return Optional.of(facts(project, root));
            }
        }
        return Optional.empty();
    }

    private static boolean isAt(Path root, MavenProject project) {
        return project.getBasedir().toPath().toAbsolutePath().normalize().equals(root);
    }

    private static ProjectFacts facts(MavenProject project, Path root) {
        Path pom = root.relativize(project.getFile().toPath().toAbsolutePath().normalize());
        Scm scm = project.getScm();
        return new ProjectFacts(
                pom.toString().replace('\\', '/'),
                Optional.ofNullable(project.getUrl()),
                scm == null ? Optional.empty() : Optional.ofNullable(scm.getUrl()),
                scm == null ? List.of() : connections(scm),
                licenses(project.getLicenses()),
                developers(project.getDevelopers()));
    }

    private static List<String> connections(Scm scm) {
        List<String> connections = new ArrayList<>();
        if (scm.getConnection() != null) {
            connections.add(scm.getConnection());
        }
        if (scm.getDeveloperConnection() != null) {
            connections.add(scm.getDeveloperConnection());
        }
        return connections;
    }

    private static List<ProjectFacts.License> licenses(List<License> licenses) {
        List<ProjectFacts.License> facts = new ArrayList<>();
        for (License license : licenses) {
            facts.add(new ProjectFacts.License(
                    Optional.ofNullable(license.getName()), Optional.ofNullable(license.getUrl())));
        }
        return facts;
    }

    private static List<ProjectFacts.Developer> developers(List<Developer> developers) {
        List<ProjectFacts.Developer> facts = new ArrayList<>();
        for (Developer developer : developers) {
            facts.add(new ProjectFacts.Developer(
                    Optional.ofNullable(developer.getName()), Optional.ofNullable(developer.getEmail())));
        }
        return facts;
    }
}
