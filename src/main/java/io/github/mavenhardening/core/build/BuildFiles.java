package io.github.mavenhardening.core.build;

import io.github.mavenhardening.core.launch.MavenFolder;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of the checkout by which Maven builds it.
 *
 * @param poms the POMs of all modules, also of those that this build leaves out, sorted by path
 * @param others {@code extensions.xml} and {@code settings.xml} of the folders, where they are there and can be read
 * @param folders whose {@code .mvn} configures Maven: those that this build's Maven reads first, then the root and every
 *     folder with a POM, from where another build may be started
 * @param unreadable sentences about POMs that could not be read
 */
public record BuildFiles(List<Pom> poms, List<Pom> others, List<MavenFolder> folders, List<String> unreadable) {

    public BuildFiles {
        poms = List.copyOf(poms);
        others = List.copyOf(others);
        folders = List.copyOf(folders);
        unreadable = List.copyOf(unreadable);
    }

    /** Of a build without any. */
    public static BuildFiles none() {
        return new BuildFiles(List.of(), List.of(), List.of(), List.of());
    }

    /** Everything that any of them names by coordinates. */
    public List<Declaration> declarations() {
        List<Declaration> declarations = new ArrayList<>();
        for (Pom pom : all()) {
            declarations.addAll(pom.declarations());
        }
        return declarations;
    }

    /** Every repository that any of them names. */
    public List<RepositoryDeclaration> repositories() {
        List<RepositoryDeclaration> repositories = new ArrayList<>();
        for (Pom pom : all()) {
            repositories.addAll(pom.repositories());
        }
        return repositories;
    }

    /** Everything of that {@code groupId:artifactId}, in the order of the files. */
    public List<Declaration> declared(String key) {
        List<Declaration> declared = new ArrayList<>();
        for (Declaration declaration : declarations()) {
            if (declaration.key().equals(key)) {
                declared.add(declaration);
            }
        }
        return declared;
    }

    private List<Pom> all() {
        List<Pom> all = new ArrayList<>(poms);
        all.addAll(others);
        return all;
    }
}
