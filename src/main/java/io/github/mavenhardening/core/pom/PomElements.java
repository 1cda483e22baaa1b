package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.pom.Declaration.Kind;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds in POMs what names artifacts and repositories, wherever the model allows it: profiles, plugins, management. */
final class PomElements {

    private final List<Declaration> artifacts = new ArrayList<>();
    private final List<RepositoryDeclaration> repositories = new ArrayList<>();
    private Pom pom;

    /** What names artifacts, in the order of the files. */
    List<Declaration> artifacts() {
        return artifacts;
    }

    /** What names repositories, in the order of the files. */
    List<RepositoryDeclaration> repositories() {
        return repositories;
    }

    /** Adds what a file names. */
    void read(Pom next) {
        pom = next;
        XmlElement root = next.root();
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
        addAll(Kind.PROCESSOR, configured.childrenAt("configuration", "annotationProcessorPaths"));
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
        for (XmlElement element : from.childrenAt(Arrays.copyOf(path, last))) {
            if (element.name().equals(path[last])) {
                found.add(element);
            }
        }
        return found;
    }
}
