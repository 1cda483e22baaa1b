package io.github.mavenhardening.maven.inventory;

import java.util.Optional;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Profile;
import org.apache.maven.model.Repository;
import org.apache.maven.model.RepositoryPolicy;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The outline of a POM: a model with what its hierarchy is followed by, and nothing else: its coordinates, its parent, properties,
 * what may be an import of a BOM, repositories and modules, those of its profiles included. Finding that in the text costs a
 * fraction of what Maven's own reader takes.
 */
final class PomOutline {

    private PomOutline() {}

    /** Of a POM's text; empty where {@link PomScanner} does not understand it. */
    static Optional<Model> of(String text) {
        Optional<Xpp3Dom> project = PomScanner.scan(text);
        return project.isPresent() ? Optional.of(model(project.get())) : Optional.empty();
    }

    private static Model model(Xpp3Dom project) {
        Model model = new Model();
        model.setGroupId(text(project, "groupId"));
        model.setArtifactId(text(project, "artifactId"));
        model.setVersion(text(project, "version"));
        Xpp3Dom parent = project.getChild("parent");
        if (parent != null) {
            model.setParent(new Parent());
            model.getParent().setGroupId(text(parent, "groupId"));
            model.getParent().setArtifactId(text(parent, "artifactId"));
            model.getParent().setVersion(text(parent, "version"));
        }
        fill(model, project);
        for (Xpp3Dom written : children(project, "profiles")) {
            Profile profile = new Profile();
            fill(profile, written);
            model.addProfile(profile);
        }
        return model;
    }

    private static void fill(ModelBase level, Xpp3Dom written) {
        for (Xpp3Dom property : children(written, "properties")) {
            level.addProperty(property.getName(), property.getValue());
        }
        for (Xpp3Dom module : children(written, "modules")) {
            level.addModule(module.getValue());
        }
        for (Xpp3Dom repository : children(written, "repositories")) {
            level.addRepository(repository(repository));
        }
        for (Xpp3Dom repository : children(written, "pluginRepositories")) {
            level.addPluginRepository(repository(repository));
        }
        Xpp3Dom management = written.getChild("dependencyManagement");
        if (management != null) {
            level.setDependencyManagement(new DependencyManagement());
            for (Xpp3Dom dependency : children(management, "dependencies")) {
                if (mayBeImport(text(dependency, "scope"))) {
                    level.getDependencyManagement().addDependency(dependency(dependency));
                }
            }
        }
    }

    private static boolean mayBeImport(String scope) {
        return scope != null && (scope.equals("import") || scope.contains("${"));
    }

    private static Dependency dependency(Xpp3Dom written) {
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

    private static Repository repository(Xpp3Dom written) {
        Repository repository = new Repository();
        repository.setId(text(written, "id"));
        repository.setUrl(text(written, "url"));
        Xpp3Dom releases = written.getChild("releases");
        if (releases != null) {
            repository.setReleases(new RepositoryPolicy());
            repository.getReleases().setEnabled(text(releases, "enabled"));
        }
        return repository;
    }

    /** What is listed there; nothing where there is no list. */
    private static Xpp3Dom[] children(Xpp3Dom parent, String list) {
        Xpp3Dom child = parent.getChild(list);
        return child == null ? new Xpp3Dom[0] : child.getChildren();
    }

    private static String text(Xpp3Dom parent, String name) {
        Xpp3Dom child = parent.getChild(name);
        return child == null ? null : child.getValue();
    }
}
