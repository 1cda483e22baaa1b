package io.github.mavenhardening.core.insights;

import java.util.List;
import java.util.Optional;

/**
 * Facts about the project from its POM, to be compared with its Security Insights file: the POM of the
 * reactor's root, with what it inherits from parents that lie in the repository, too.
 *
 * @param path where it stands, relative to the repository's root: {@code pom.xml}
 * @param url the project's home page
 * @param scmUrl the browsable URL of the repository
 * @param scmConnections the connections to the repository, {@code scm:git:…}, that for reading first; none where not given
 * @param licenses the licences; several mean a choice
 * @param developers the people
 * @param repositories the addresses that the build takes artifacts and plugins from, as POMs name them, before any mirror
 */
public record ProjectFacts(
        String path,
        Optional<String> url,
        Optional<String> scmUrl,
        List<String> scmConnections,
        List<License> licenses,
        List<Developer> developers,
        List<String> repositories) {

    public ProjectFacts {
        scmConnections = List.copyOf(scmConnections);
        licenses = List.copyOf(licenses);
        developers = List.copyOf(developers);
        repositories = List.copyOf(repositories);
    }

    /** Where the repository is: the URL if it is one, else the first connection that is; empty where none tells. */
    public Optional<String> scm() {
        if (scmUrl.isPresent() && WebAddress.of(scmUrl.get()).isPresent()) {
            return scmUrl;
        }
        for (String connection : scmConnections) {
            if (WebAddress.of(connection).isPresent()) {
                return Optional.of(connection);
            }
        }
        return Optional.empty();
    }

    /**
     * A licence.
     *
     * @param name an SPDX identifier, or any name
     * @param url its text
     */
    public record License(Optional<String> name, Optional<String> url) {}

    /** A person. */
    public record Developer(Optional<String> name, Optional<String> email) {}
}
