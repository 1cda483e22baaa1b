package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.launch.Effect;
import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.OtherBuilds;
import io.github.mavenhardening.core.pom.RepositoryDeclaration;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * Repositories and mirrors by which Maven verifies less.
 *
 * @param isStrict whether arguments that are checked in have wrong checksums fail, whatever a repository says
 * @see <a href="https://maven.apache.org/docs/3.8.1/release-notes.html">Maven 3.8.1: blocked repositories</a>
 * @see <a href="https://maven.apache.org/pom.html#repositories">POM reference: repositories</a>
 */
record RepositorySwitches(boolean isStrict, SwitchReport report) {

    /** The mirror in the settings that come with Maven; one of the same id in other settings takes its place. */
    private static final String BLOCKER = "maven-default-http-blocker";

    private static final String REMEDY =
            "Remove the mirror and use https:// URLs; a repository that has none yet gets a"
                    + " mirror of its own, by its id, so that Maven goes on refusing the others";

    void check(BuildFiles files, OtherBuilds others) {
        for (RepositoryDeclaration repository : files.repositories()) {
            look(repository);
        }
        for (RepositoryDeclaration repository : others.files().repositories()) {
            // Of POMs, those of the build; settings may be named on any command line.
            String path = repository.pom().path();
            if (repository.pom().root().name().equals("settings") && !OtherBuilds.isExample(path)) {
                look(repository);
            }
        }
    }

    private void look(RepositoryDeclaration repository) {
        if (repository.element().name().equals("mirror")) {
            blocker(repository);
        } else if (repository.download() && !isStrict && !repository.url().startsWith("file:")) {
            for (String kind : List.of("releases", "snapshots")) {
                policy(repository, kind);
            }
        }
    }

    private void blocker(RepositoryDeclaration mirror) {
        Optional<XmlElement> id = mirror.element().child("id");
        if (id.isPresent() && id.get().text().equals(BLOCKER) && !blocks(mirror.element())) {
            report.add(
                    Optional.of(
                            Effect.high("replaces the one by which Maven refuses repositories that are not encrypted")),
                    "The mirror '" + BLOCKER + "'",
                    mirror.pom().path(),
                    mirror.pom().at(id.get()),
                    REMEDY);
        }
    }

    /** Whether it refuses at least what Maven's own one does. */
    private static boolean blocks(XmlElement mirror) {
        boolean isBlocked = mirror.childText("blocked").orElse("").equals("true");
        for (String pattern : mirror.childText("mirrorOf").orElse("").split(",", -1)) {
            if (isBlocked && List.of("external:http:*", "external:*", "*").contains(pattern.strip())) {
                return true;
            }
        }
        return false;
    }

    private void policy(RepositoryDeclaration repository, String kind) {
        Optional<XmlElement> part = repository.element().child(kind);
        Optional<XmlElement> policy = part.isPresent() ? part.get().child("checksumPolicy") : Optional.empty();
        boolean isOff =
                part.isPresent() && part.get().childText("enabled").orElse("").equals("false");
        if (policy.isPresent()
                && !isOff
                && repository.pom().resolve(policy.get().text()).value().equals("ignore")) {
            report.add(
                    Optional.of(Effect.medium("lets Maven take " + kind + " without comparing their checksums")),
                    "checksumPolicy=ignore of the repository '" + repository.id() + "'",
                    repository.pom().path(),
                    repository.pom().at(policy.get()),
                    "Set it to fail, or start Maven with --strict-checksums in .mvn/maven.config, which goes over it");
        }
    }
}
