package io.github.mavenhardening.maven.inventory;

import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Profile;
import org.apache.maven.model.Repository;
import org.apache.maven.model.RepositoryPolicy;

/**
 * The outline of a POM: a model with what its hierarchy is followed by, and nothing else: its coordinates, its parent, properties,
 * what may be an import of a BOM, repositories and modules, those of its profiles included. Finding that in the text costs a
 * fraction of what Maven's own reader takes.
 */
final class PomOutline {

    private PomOutline() {}

    /** Of a POM's bytes; empty where {@link PomScanner} does not understand them. */
    static Optional<Model> of(byte[] text) {
        Optional<PomElement> project = PomScanner.scan(text);
        return project.isPresent() ? Optional.of(model(project.get())) : Optional.empty();
    }

    private static Model model(PomElement project) {
        Model model = new Model();
        model.setGroupId(text(project, "groupId"));
        model.setArtifactId(text(project, "artifactId"));
        model.setVersion(text(project, "version"));
        PomElement parent = project.child("parent");
        if (parent != null) {
            model.setParent(new Parent());
            model.getParent().setGroupId(text(parent, "groupId"));
            model.getParent().setArtifactId(text(parent, "artifactId"));
            model.getParent().setVersion(text(parent, "version"));
        }
        fill(model, project);
        for (PomElement written : children(project, "profiles")) {
            Profile profile = new Profile();
            fill(profile, written);
            model.addProfile(profile);
        }
        return model;
    }

    private static void fill(ModelBase level, PomElement written) {
        for (PomElement property : children(written, "properties")) {
            level.addProperty(property.name(), property.text());
        }
        for (PomElement module : children(written, "modules")) {
            level.addModule(module.text());
        }
        for (PomElement repository : children(written, "repositories")) {
            level.addRepository(repository(repository));
        }
        for (PomElement repository : children(written, "pluginRepositories")) {
            level.addPluginRepository(repository(repository));
        }
        PomElement management = written.child("dependencyManagement");
        if (management != null) {
            level.setDependencyManagement(new DependencyManagement());
            for (PomElement dependency : children(management, "dependencies")) {
                if (mayBeImport(text(dependency, "scope"))) {
                    level.getDependencyManagement().addDependency(dependency(dependency));
                }
            }
        }
    }

    private static boolean mayBeImport(String scope) {
        return scope != null && (scope.equals("import") || scope.contains("${"));
    }

    private static Dependency dependency(PomElement written) {
        Dependency dependency = new Dependency();
        dependency.setGroupId(text(written, "groupId"));
        dependency.setArtifactId(text(written, "artifactId"));
        dependency.setVersion(text(written, "version"));
        dependency.setScope(text(written, "scope"));
        String type = text(written, "type");
        if (type != null) {
            dependency.setType(type);
        }
        return dependency;
    }

    private static Repository repository(PomElement written) {
        Repository repository = new Repository();
        repository.setId(text(written, "id"));
        repository.setUrl(text(written, "url"));
        PomElement releases = written.child("releases");
        if (releases != null) {
            repository.setReleases(new RepositoryPolicy());
            repository.getReleases().setEnabled(text(releases, "enabled"));
        }
        return repository;
    }

    /** What is listed there; nothing where there is no list. */
    private static List<PomElement> children(PomElement parent, String list) {
        PomElement child = parent.child(list);
        return child == null ? List.of() : child.children();
    }

    private static String text(PomElement parent, String name) {
        PomElement child = parent.child(name);
        return child == null ? null : child.text();
    }
}
