package io.github.mavenhardening.core.build;

import io.github.mavenhardening.core.build.Declaration.Kind;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds in a POM what names artifacts and repositories, wherever the model allows it: profiles, plugins, management. */
final class PomElements {

    private final Pom pom;
    private final List<Declaration> artifacts;
    private final List<RepositoryDeclaration> repositories;

    PomElements(Pom pom, List<Declaration> artifacts, List<RepositoryDeclaration> repositories) {
        this.pom = pom;
        this.artifacts = artifacts;
        this.repositories = repositories;
    }

    void read(XmlElement root) {
        if (root.name().equals("extensions")) {
            each(Optional.of(root), "extension", extension -> add(Kind.EXTENSION, extension));
            return;
        }
        root.child("parent").ifPresent(parent -> add(Kind.PARENT, parent));
        level(root);
        each(root.child("profiles"), "profile", this::level);
        each(root.child("mirrors"), "mirror", mirror -> repositories.add(new RepositoryDeclaration(pom, true, mirror)));
    }

    /** A project or a profile: what both may have. */
    private void level(XmlElement level) {
        each(level.child("dependencies"), "dependency", dependency -> add(Kind.DEPENDENCY, dependency));
        each(level.at("dependencyManagement", "dependencies"), "dependency", d -> add(Kind.DEPENDENCY, d));
        Optional<XmlElement> build = level.child("build");
        each(build.flatMap(b -> b.child("extensions")), "extension", extension -> add(Kind.EXTENSION, extension));
        each(build.flatMap(b -> b.child("plugins")), "plugin", plugin -> plugin(Kind.PLUGIN, plugin));
        each(
                build.flatMap(b -> b.at("pluginManagement", "plugins")),
                "plugin",
                plugin -> plugin(Kind.MANAGED_PLUGIN, plugin));
        each(level.at("reporting", "plugins"), "plugin", plugin -> plugin(Kind.PLUGIN, plugin));
        each(level.child("repositories"), "repository", this::download);
        each(level.child("pluginRepositories"), "pluginRepository", this::download);
        level.child("distributionManagement").ifPresent(management -> {
            management.child("repository").ifPresent(this::upload);
            management.child("snapshotRepository").ifPresent(this::upload);
        });
    }

    private void plugin(Kind kind, XmlElement plugin) {
        add(kind, plugin);
        each(plugin.child("dependencies"), "dependency", dependency -> add(Kind.DEPENDENCY, dependency));
        processors(plugin);
        each(plugin.child("executions"), "execution", this::processors);
    }

    private void processors(XmlElement configured) {
        configured
                .at("configuration", "annotationProcessorPaths")
                .ifPresent(paths -> paths.children().forEach(path -> add(Kind.PROCESSOR, path)));
    }

    private void add(Kind kind, XmlElement element) {
        if (element.child("artifactId").isPresent()) {
            artifacts.add(new Declaration(pom, kind, element));
        }
    }

    private void download(XmlElement repository) {
        repositories.add(new RepositoryDeclaration(pom, true, repository));
    }

    private void upload(XmlElement repository) {
        repositories.add(new RepositoryDeclaration(pom, false, repository));
    }

    private static void each(Optional<XmlElement> list, String name, Consumer<XmlElement> action) {
        list.ifPresent(elements -> elements.children().stream()
                .filter(element -> element.name().equals(name))
                .forEach(action));
    }

    static Map<String, XmlElement> properties(XmlElement root) {
        Map<String, XmlElement> properties = new HashMap<>();
        root.child("properties").ifPresent(own -> own.children().forEach(p -> properties.put(p.name(), p)));
        each(
                root.child("profiles"),
                "profile",
                profile -> profile.child("properties")
                        .ifPresent(own -> own.children().forEach(p -> properties.putIfAbsent(p.name(), p))));
        return Map.copyOf(properties);
    }
}
