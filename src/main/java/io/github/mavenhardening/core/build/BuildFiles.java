package io.github.mavenhardening.core.build;

import io.github.mavenhardening.core.finding.Location;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of the checkout by which Maven builds it.
 *
 * @param poms the POMs of all modules, also of those that this build leaves out, sorted by path
 * @param others {@code .mvn/extensions.xml} and {@code .mvn/settings.xml}, where they are there
 * @param unreadable sentences about files that could not be read
 */
public record BuildFiles(List<Pom> poms, List<Pom> others, List<String> unreadable) {

    /** Where Maven reads core extensions from. */
    public static final String EXTENSIONS = ".mvn/extensions.xml";

    public BuildFiles {
        poms = List.copyOf(poms);
        others = List.copyOf(others);
        unreadable = List.copyOf(unreadable);
    }

    /** Of a build without any. */
    public static BuildFiles none() {
        return new BuildFiles(List.of(), List.of(), List.of());
    }

    /** Everything that any of them names by coordinates. */
    public Stream<Declaration> declarations() {
        return all().flatMap(pom -> pom.declarations().stream());
    }

    /** Every repository that any of them names. */
    public Stream<RepositoryDeclaration> repositories() {
        return all().flatMap(pom -> pom.repositories().stream());
    }

    /** Where something of that {@code groupId:artifactId} is declared first. */
    public Optional<Location> declared(String key, Predicate<Declaration> wanted) {
        return declarations()
                .filter(declaration -> declaration.key().equals(key))
                .filter(wanted)
                .map(Declaration::location)
                .findFirst();
    }

    private Stream<Pom> all() {
        return Stream.concat(poms.stream(), others.stream());
    }
}
