package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of the checkout by which Maven builds it. Thread-safe. */
public final class BuildFiles {

    private final List<Pom> poms;
    private final List<Pom> others;
    private final List<MavenFolder> folders;
    private final List<String> unreadable;
    private final List<Declaration> declarations;
    private final List<RepositoryDeclaration> repositories;
    /** By {@code groupId:artifactId}; made when first asked for. */
    private Map<String, List<Declaration>> byKey;

    /**
     * Those files.
     *
     * @param poms the POMs of all modules, also of those that this build leaves out, sorted by path
     * @param others {@code extensions.xml} and {@code settings.xml} of the folders, and settings that arguments there name, as far
     *     as they are there and can be read
     * @param folders whose {@code .mvn} configures Maven: those that this build's Maven reads first, then the root and every
     *     folder with a POM, from where another build may be started
     * @param unreadable sentences about files that could not be read
     */
    public BuildFiles(List<Pom> poms, List<Pom> others, List<MavenFolder> folders, List<String> unreadable) {
        this.poms = List.copyOf(poms);
        this.others = List.copyOf(others);
        this.folders = List.copyOf(folders);
        this.unreadable = List.copyOf(unreadable);
        PomElements elements = new PomElements();
        for (Pom pom : poms) {
            elements.read(pom);
        }
        for (Pom other : others) {
            elements.read(other);
        }
        this.declarations = List.copyOf(elements.artifacts());
        this.repositories = List.copyOf(elements.repositories());
    }

    /** Of a build without any. */
    public static BuildFiles none() {
        return new BuildFiles(List.of(), List.of(), List.of(), List.of());
    }

    /** The POMs of all modules, also of those that this build leaves out, sorted by path. */
    public List<Pom> poms() {
        return poms;
    }

    /** Extensions and settings, as far as they can be read. */
    public List<Pom> others() {
        return others;
    }

    /** The folders whose {@code .mvn} configures Maven: those that this build's Maven reads first. */
    public List<MavenFolder> folders() {
        return folders;
    }

    /** Sentences about files that could not be read. */
    public List<String> unreadable() {
        return unreadable;
    }

    /** Everything that any of them names by coordinates. */
    public List<Declaration> declarations() {
        return declarations;
    }

    /** Every repository that any of them names. */
    public List<RepositoryDeclaration> repositories() {
        return repositories;
    }

    /** Everything of that {@code groupId:artifactId}, in the order of the files. */
    public synchronized List<Declaration> declared(String key) {
        if (byKey == null) {
            byKey = new HashMap<>();
            for (Declaration declaration : declarations) {
                byKey.putIfAbsent(declaration.key(), new ArrayList<>());
                byKey.get(declaration.key()).add(declaration);
            }
        }
        return Collections.unmodifiableList(byKey.getOrDefault(key, List.of()));
    }

    /** Where a plugin is declared without a version. */
    public List<Declaration> withoutVersion(String key) {
        List<Declaration> without = new ArrayList<>();
        for (Declaration declaration : declared(key)) {
            if (declaration.kind() == Declaration.Kind.PLUGIN
                    && declaration.version().isEmpty()) {
                without.add(declaration);
            }
        }
        return without;
    }

    /** Whether a POM uses that plugin, {@code groupId:artifactId}, or would in a profile. */
    public boolean uses(String plugin) {
        for (Declaration declaration : declared(plugin)) {
            if (declaration.kind() == Declaration.Kind.PLUGIN) {
                return true;
            }
        }
        return false;
    }

    /** Whether a POM runs one of those plugins, {@code groupId:artifactId}, or would in a profile. */
    public boolean runsAny(List<String> plugins) {
        for (String plugin : plugins) {
            if (uses(plugin)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a POM binds that goal of a plugin, {@code groupId:artifactId}, or would in a profile. */
    public boolean binds(String plugin, String goal) {
        for (Declaration declaration : declarations) {
            if (declaration.kind() == Declaration.Kind.PLUGIN
                    && declaration.key().equals(plugin)) {
                for (XmlElement execution : declaration.executions()) {
                    for (XmlElement bound : execution.childrenAt("goals")) {
                        if (bound.text().equals(goal)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
