package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.pom.Declaration.Kind;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            addAll(Kind.EXTENSION, elements(root, "extension"));
            return;
        }
        Optional<XmlElement> parent = root.child("parent");
        if (parent.isPresent()) {
            add(Kind.PARENT, parent.get());
        }
        level(root);
        for (XmlElement profile : elements(root, "profiles", "profile")) {
            level(profile);
        }
        download(elements(root, "mirrors", "mirror"));
    }

    /** A project or a profile: what both may have. */
    private void level(XmlElement level) {
        addAll(Kind.DEPENDENCY, elements(level, "dependencies", "dependency"));
        addAll(Kind.DEPENDENCY, elements(level, "dependencyManagement", "dependencies", "dependency"));
        addAll(Kind.EXTENSION, elements(level, "build", "extensions", "extension"));
        plugins(Kind.PLUGIN, elements(level, "build", "plugins", "plugin"));
        plugins(Kind.MANAGED_PLUGIN, elements(level, "build", "pluginManagement", "plugins", "plugin"));
        plugins(Kind.PLUGIN, elements(level, "reporting", "plugins", "plugin"));
        download(elements(level, "repositories", "repository"));
        download(elements(level, "pluginRepositories", "pluginRepository"));
        upload(level.at("distributionManagement", "repository"));
        upload(level.at("distributionManagement", "snapshotRepository"));
    }

    private void plugins(Kind kind, List<XmlElement> plugins) {
        for (XmlElement plugin : plugins) {
            add(kind, plugin);
            addAll(Kind.DEPENDENCY, elements(plugin, "dependencies", "dependency"));
            processors(plugin);
            for (XmlElement execution : elements(plugin, "executions", "execution")) {
                processors(execution);
            }
        }
    }

    private void processors(XmlElement configured) {
        addAll(Kind.PROCESSOR, children(configured.at("configuration", "annotationProcessorPaths")));
    }

    private void addAll(Kind kind, List<XmlElement> elements) {
        for (XmlElement element : elements) {
            add(kind, element);
        }
    }

    private void add(Kind kind, XmlElement element) {
        if (element.child("artifactId").isPresent()) {
            artifacts.add(new Declaration(pom, kind, element));
        }
    }

    private void download(List<XmlElement> found) {
        for (XmlElement repository : found) {
            repositories.add(new RepositoryDeclaration(pom, true, repository));
        }
    }

    private void upload(Optional<XmlElement> found) {
        if (found.isPresent()) {
            repositories.add(new RepositoryDeclaration(pom, false, found.get()));
        }
    }

    /** The elements of the path's last name, all of them, in the first element of the path before. */
    private static List<XmlElement> elements(XmlElement from, String... path) {
        int last = path.length - 1;
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement element : children(from.at(Arrays.copyOf(path, last)))) {
            if (element.name().equals(path[last])) {
                found.add(element);
            }
        }
        return found;
    }

    /** The elements in one that may be missing. */
    static List<XmlElement> children(Optional<XmlElement> parent) {
        return parent.isPresent() ? parent.get().children() : List.of();
    }

    static Map<String, XmlElement> properties(XmlElement root) {
        Map<String, XmlElement> properties = new HashMap<>();
        for (XmlElement property : children(root.child("properties"))) {
            properties.put(property.name(), property);
        }
        for (XmlElement profile : elements(root, "profiles", "profile")) {
            for (XmlElement property : children(profile.child("properties"))) {
                properties.putIfAbsent(property.name(), property);
            }
        }
        return Collections.unmodifiableMap(properties);
    }
}
