package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.ProjectFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityInsightsContradictsPomTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsContradictsPom());

    private static ProjectFacts pom(String url, String scm, String license, String developer) {
        return new ProjectFacts(
                "pom.xml",
                Optional.ofNullable(url),
                Optional.ofNullable(scm),
                List.of(),
                license == null ? List.of() : List.of(new ProjectFacts.License(Optional.of(license), Optional.empty())),
                developer == null
                        ? List.of()
                        : List.of(new ProjectFacts.Developer(Optional.of(developer), Optional.empty())),
                List.of());
    }

    private static String repositoryOf(String url, String expression) {
        return """
                header: {schema-version: 2.2.0}
                repository:
                  url: %s
                  license:
                    expression: %s
                """.formatted(url, expression);
    }

    @Test
    void findsAnotherRepositoryAndAnotherLicence() {
        repository
                .project(pom(null, "https://github.com/o/r", "Apache License, Version 2.0", null))
                .with("""
                        header: {schema-version: 2.2.0}
                        repository:
                          url: https://github.com/o/renamed #! repository.url is 'https://github.com/o/renamed', but <scm> of pom.xml has
                          license:
                            expression: MIT #! repository.license.expression is 'MIT', but <licenses> of pom.xml has 'Apache-2.0'
                        """);
        repository.findsWhatIsMarked();
        assertThat(repository.findings())
                .allMatch(it -> it.severity() == Severity.MEDIUM && it.persona() == Persona.REGULAR);
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/o/r.git",
        "http://www.github.com/O/R/",
        "scm:git:https://github.com/o/r.git",
        "scm:git:git@github.com:o/r.git",
        "scm:git:ssh://git@github.com:22/o/r",
        "git@github.com:o/r.git",
        "https://github.com/o/r/tree/main/module",
        "https://${host}/o/elsewhere",
        "not a url"
    })
    void knowsTheSamePlaceInEveryForm(String scm) {
        repository
                .project(pom(null, scm, null, null))
                .with(repositoryOf("https://github.com/o/r", "MIT"))
                .findsNothing();
    }

    private static ProjectFacts connected(String url, String... connections) {
        return new ProjectFacts(
                "pom.xml",
                Optional.empty(),
                Optional.ofNullable(url),
                List.of(connections),
                List.of(),
                List.of(),
                List.of());
    }

    /** Many a POM has a connection and no URL. */
    @ParameterizedTest
    @CsvSource({
        "scm:git:https://github.com/o/r.git",
        "scm:git|ssh://git@github.com/o/r.git",
        "scm:git:[fetch=]https://github.com/o/r.git[push=]ssh://git@github.com/o/elsewhere.git",
    })
    void comparesAConnectionWhereThereIsNoUrl(String connection) {
        repository
                .with(repositoryOf("https://github.com/o/r", "MIT"))
                .project(connected(null, connection))
                .findsNothing();
        repository.with(repositoryOf("https://github.com/o/other", "MIT"));
        assertThat(repository.only().message())
                .startsWith("repository.url is 'https://github.com/o/other', but <scm> of pom.xml has '"
                        + connection.substring(0, 30));
        repository.project(connected("https://${host}/o/r", "not an address", connection));
        assertThat(repository.only().message()).contains(connection.substring(0, 30));
        repository.project(connected("https://github.com/o/other", connection)).findsNothing();
    }

    @Test
    void comparesAConnectionInVersionOne() {
        repository.with(Samples.ONE).project(connected(null, "scm:git:git@example.org:x/y.git"));
        assertThat(repository.only().message()).contains("header.project-url").contains("<scm>");
        repository.project(connected(null, "scm:git:git@example.org:o/r.git")).findsNothing();
    }

    @Test
    void anotherHostMayBeAMirror() {
        var finding = repository
                .project(pom(null, "https://gitbox.example.org/repos/r.git", null, null))
                .with(repositoryOf("https://github.com/o/r", "MIT"))
                .only();
        assertThat(finding.persona()).isEqualTo(Persona.PEDANTIC);
        assertThat(finding.confidence()).isEqualTo(Confidence.LOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Apache-2.0                             | Apache-2.0                            | 0
                    Apache-2.0                             | The Apache Software License, Version 2.0 | 0
                    Apache-2.0                             | Apache License 2.0                    | 0
                    MIT                                    | The MIT License                       | 0
                    EPL-2.0                                | Eclipse Public License v2.0           | 0
                    EPL-2.0                                | Eclipse Public License - v 2.0        | 0
                    apache-2.0                             | Apache-2.0                            | 0
                    GPL-2.0-only WITH Classpath-exception-2.0 | GPL-2.0                            | 0
                    (Apache-2.0 OR MIT)                    | MIT OR Apache-2.0                     | 0
                    Apache-2.0 OR MIT                      | MIT                                   | 1
                    BSD-3-Clause                           | BSD-2-Clause                          | 1
                    LGPL-2.1-or-later                      | GPL-2.0                               | 1
                    MIT                                    | Our own licence                       | 0
                    MIT                                    | BSD                                   | 0
                    """)
    void comparesLicencesThatItKnows(String expression, String name, int findings) {
        assertThat(repository
                        .project(pom(null, null, name, null))
                        .with(repositoryOf("https://github.com/o/r", expression))
                        .findings())
                .hasSize(findings);
    }

    @Test
    void comparesTheHomePage() {
        var finding = repository
                .project(pom("https://example.org/old", null, null, null))
                .with("{header: {schema-version: 2.2.0}, project: {homepage: 'https://example.org/new'}}")
                .only();
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.message()).contains("project.homepage").contains("<url>");
    }

    @Test
    void comparesPeople() {
        repository.project(pom(null, null, null, "Bob"));
        assertThat(repository.with(Samples.TWO).only().message()).contains("is among <developers> of pom.xml");
        repository.project(pom(null, null, null, "ada")).findsNothing();
    }

    @Test
    void inVersionOneTheProjectMayBeEither() {
        repository.with(Samples.ONE);
        repository
                .project(pom("https://example.org/home", "https://example.org/o/r", null, null))
                .findsNothing();
        repository
                .project(pom("https://example.org/o/r", "https://example.org/x/y", null, null))
                .findsNothing();
        repository.project(pom("https://example.org/home", "https://example.org/x/y", null, null));
        assertThat(repository.only().message()).contains("header.project-url").contains("<scm>");
    }

    @Test
    void isSilentWithoutAPom() {
        InsightsCase.of(new SecurityInsightsContradictsPom()).with(Samples.TWO).findsNothing();
    }
}
