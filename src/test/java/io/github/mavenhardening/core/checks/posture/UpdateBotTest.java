package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateBotTest {

    private static final String DEPENDABOT = ".github/dependabot.yml";
    private static final String MAVEN = """
            version: 2
            updates:
              - package-ecosystem: maven
                directory: /
                cooldown:
                  default-days: 7
            """;

    private final PostureCase repository = PostureCase.of(new UpdateBot()).with("pom.xml", "<project/>");

    @Test
    void findsNone() {
        assertThat(repository.found()).containsExactly("medium :0 neither Dependabot nor Renovate is configured");
    }

    @Test
    void takesDependabot() {
        repository.with(DEPENDABOT, MAVEN).findsNothing();
    }

    @Test
    void demandsEveryEcosystemInUse() {
        repository.with(DEPENDABOT, MAVEN).with(".github/workflows/ci.yml", "on: push");
        assertThat(repository.only().message()).contains("'github-actions'");
        repository.with(DEPENDABOT, MAVEN.replace("maven", "github-actions"));
        assertThat(repository.only().message()).contains("'maven'");
        repository.with("renovate.json", "{\"minimumReleaseAge\": \"7 days\"}").findsNothing();
    }

    /** That is dependabot-cooldown's to tell, among the workflow checks. */
    @Test
    void leavesTheCooldownOfEntriesToTheCheckOfThatName() {
        repository
                .with(DEPENDABOT, MAVEN + "  - package-ecosystem: docker\n    directory: /\n")
                .findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version: 1\nupdates: []",
                "version: 2",
                "version: 2\nupdates: []",
                "version: 2\nupdates: [x]",
                "{"
            })
    void findsWhatDependabotRefuses(String text) {
        assertThat(repository.with(DEPENDABOT, text).only().message()).contains("cannot be taken");
    }

    @Test
    void readsRenovateAsJson5() {
        repository
                .with("renovate.json5", "// ours\n{extends: ['config:recommended'], minimumReleaseAge: '3 days',}")
                .findsNothing();
    }

    @Test
    void demandsAnAgeOfRenovate() {
        repository.with("renovate.json", "{\"extends\": [\"config:recommended\"]}");
        assertThat(repository.found()).singleElement().asString().startsWith("low renovate.json:0");
        // What other people's preset says is not here.
        repository
                .with("renovate.json", "{\"extends\": [\"github>o/presets\"]}")
                .findsNothing();
        repository.with("renovate.json", "{\"extends\": [");
        assertThat(repository.only().message()).contains("no JSON object");
    }

    @Test
    void readsRenovateInNodesManifest() {
        repository.with("package.json", "{\"name\": \"a\"}");
        assertThat(repository.only().message()).contains("neither Dependabot nor Renovate");
        repository.with("package.json", "{\"renovate\": {\"minimumReleaseAge\": \"7 days\"}}");
        repository.findsNothing();
        repository.with("package.json", "{\"renovate\": true}");
        assertThat(repository.only().message()).contains("it is no JSON object");
    }
}
