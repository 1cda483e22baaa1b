package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.insights.ProjectFacts;
import java.nio.file.Path;
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
        return session.getProjects().stream()
                .filter(project -> project.getFile() != null && isAt(root, project))
                .findFirst()
                .map(project -> facts(project, root));
    }

    private static boolean isAt(Path root, MavenProject project) {
        return project.getBasedir().toPath().toAbsolutePath().normalize().equals(root);
    }

    private static ProjectFacts facts(MavenProject project, Path root) {
        Path pom = root.relativize(project.getFile().toPath().toAbsolutePath().normalize());
        return new ProjectFacts(
                pom.toString().replace('\\', '/'),
                Optional.ofNullable(project.getUrl()),
                Optional.ofNullable(project.getScm()).map(Scm::getUrl),
                licenses(project.getLicenses()),
                developers(project.getDevelopers()));
    }

    private static List<ProjectFacts.License> licenses(List<License> licenses) {
        return licenses.stream()
                .map(license -> new ProjectFacts.License(
                        Optional.ofNullable(license.getName()), Optional.ofNullable(license.getUrl())))
                .toList();
    }

    private static List<ProjectFacts.Developer> developers(List<Developer> developers) {
        return developers.stream()
                .map(developer -> new ProjectFacts.Developer(
                        Optional.ofNullable(developer.getName()), Optional.ofNullable(developer.getEmail())))
                .toList();
    }
}
