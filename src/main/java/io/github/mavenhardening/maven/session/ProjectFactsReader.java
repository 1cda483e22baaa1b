package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.insights.ProjectFacts;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Developer;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;

/**
 * Takes from the POM what a Security Insights file is compared with. What a parent says that is not in the repository is
 * nothing that the project says: the licence and the people of a company's or a foundation's parent POM are that one's.
 */
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
        List<Model> own = ownModels(project, root);
        return new ProjectFacts(
                pom.toString().replace('\\', '/'),
                said(own, Model::getUrl, project.getUrl()),
                scmUrl(own, project),
                connections(own, project),
                says(own, model -> !model.getLicenses().isEmpty()) ? licenses(project.getLicenses()) : List.of(),
                says(own, model -> !model.getDevelopers().isEmpty()) ? developers(project.getDevelopers()) : List.of());
    }

    /** The POM as it is written, and those of its parents that lie in the repository. */
    private static List<Model> ownModels(MavenProject project, Path root) {
        List<Model> models = new ArrayList<>();
        for (MavenProject level = project; level != null; level = level.getParent()) {
            File file = level.getFile();
            // A local repository may lie in the checkout; its POMs have another extension.
            boolean isOwn = file != null
                    && file.getName().endsWith(".xml")
                    && file.toPath().toAbsolutePath().normalize().startsWith(root);
            if (!isOwn) {
                break;
            }
            models.add(level.getOriginalModel());
        }
        return models;
    }

    private static boolean says(List<Model> own, Predicate<Model> what) {
        return own.stream().anyMatch(what);
    }

    /** A value of the whole hierarchy, with its expressions resolved, where a POM of the repository is what gives it. */
    private static Optional<String> said(List<Model> own, Function<Model, String> element, String effective) {
        return says(own, model -> element.apply(model) != null) ? Optional.ofNullable(effective) : Optional.empty();
    }

    private static Optional<String> scmUrl(List<Model> own, MavenProject project) {
        Scm scm = project.getScm();
        return scm == null ? Optional.empty() : said(own, inScm(Scm::getUrl), scm.getUrl());
    }

    private static List<String> connections(List<Model> own, MavenProject project) {
        Scm scm = project.getScm();
        List<String> connections = new ArrayList<>();
        if (scm != null) {
            said(own, inScm(Scm::getConnection), scm.getConnection()).ifPresent(connections::add);
            said(own, inScm(Scm::getDeveloperConnection), scm.getDeveloperConnection())
                    .ifPresent(connections::add);
        }
        return connections;
    }

    private static Function<Model, String> inScm(Function<Scm, String> element) {
        return model -> model.getScm() == null ? null : element.apply(model.getScm());
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
