package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.insights.ProjectFacts;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Developer;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Repository;
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
            Optional<Path> pom = PomFile.of(project).filter(file -> root.equals(file.getParent()));
            if (pom.isPresent()) {
                return Optional.of(facts(project, root.relativize(pom.get()), root));
            }
        }
        return Optional.empty();
    }

    private static ProjectFacts facts(MavenProject project, Path pom, Path root) {
        List<Model> own = ownModels(project, root);
        return new ProjectFacts(
                pom.toString().replace('\\', '/'),
                url(own, project),
                scmUrl(own, project),
                connections(own, project),
                licenses(own, project),
                developers(own, project),
                repositories(project));
    }

    /** As the effective model has them, that of Maven itself included: what settings put in their place is of this machine. */
    private static List<String> repositories(MavenProject project) {
        List<String> addresses = new ArrayList<>();
        List<Repository> all = new ArrayList<>(project.getModel().getRepositories());
        all.addAll(project.getModel().getPluginRepositories());
        for (Repository repository : all) {
            if (repository.getUrl() != null && !addresses.contains(repository.getUrl())) {
                addresses.add(repository.getUrl());
            }
        }
        return addresses;
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

    /** As all elements: of the whole hierarchy, with its expressions resolved, where a POM of the repository gives one. */
    private static Optional<String> url(List<Model> own, MavenProject project) {
        for (Model model : own) {
            if (model.getUrl() != null) {
                return Optional.ofNullable(project.getUrl());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> scmUrl(List<Model> own, MavenProject project) {
        Scm effective = project.getScm();
        for (Scm scm : scms(own)) {
            if (effective != null && scm.getUrl() != null) {
                return Optional.ofNullable(effective.getUrl());
            }
        }
        return Optional.empty();
    }

    private static List<String> connections(List<Model> own, MavenProject project) {
        boolean reading = false;
        boolean writing = false;
        for (Scm scm : scms(own)) {
            reading |= scm.getConnection() != null;
            writing |= scm.getDeveloperConnection() != null;
        }
        Scm effective = project.getScm();
        List<String> connections = new ArrayList<>();
        if (effective != null && reading && effective.getConnection() != null) {
            connections.add(effective.getConnection());
        }
        if (effective != null && writing && effective.getDeveloperConnection() != null) {
            connections.add(effective.getDeveloperConnection());
        }
        return connections;
    }

    private static List<Scm> scms(List<Model> own) {
        List<Scm> scms = new ArrayList<>();
        for (Model model : own) {
            if (model.getScm() != null) {
                scms.add(model.getScm());
            }
        }
        return scms;
    }

    private static List<ProjectFacts.License> licenses(List<Model> own, MavenProject project) {
        List<ProjectFacts.License> facts = new ArrayList<>();
        for (Model model : own) {
            if (!model.getLicenses().isEmpty()) {
                for (License license : project.getLicenses()) {
                    facts.add(new ProjectFacts.License(
                            Optional.ofNullable(license.getName()), Optional.ofNullable(license.getUrl())));
                }
                break;
            }
        }
        return facts;
    }

    private static List<ProjectFacts.Developer> developers(List<Model> own, MavenProject project) {
        List<ProjectFacts.Developer> facts = new ArrayList<>();
        for (Model model : own) {
            if (!model.getDevelopers().isEmpty()) {
                for (Developer developer : project.getDevelopers()) {
                    facts.add(new ProjectFacts.Developer(
                            Optional.ofNullable(developer.getName()), Optional.ofNullable(developer.getEmail())));
                }
                break;
            }
        }
        return facts;
    }
}
