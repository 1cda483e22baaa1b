package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnpinnedMavenGoalTest {

    private static final UnpinnedMavenGoal CHECK = new UnpinnedMavenGoal();

    private static final String POM = "<project><modelVersion>4.0.0</modelVersion><artifactId>a</artifactId></project>";

    @Test
    void findsPluginsWithoutAFixedVersion() {
        MarkedYaml.steps("""
                - run: mvn -B org.example:scan-maven-plugin:scan             # finds: unpinned-maven-goal medium medium-confidence
                - run: ./mvnw verify org.example:scan-maven-plugin:scan@nightly -Dx   # finds: unpinned-maven-goal medium medium-confidence
                - run: mvn org.example:scan-maven-plugin:LATEST:scan         # finds: unpinned-maven-goal medium medium-confidence
                - run: mvnd org.example:scan-maven-plugin:RELEASE:scan       # finds: unpinned-maven-goal medium medium-confidence
                - run: mvn org.example:scan-maven-plugin:2.0-SNAPSHOT:scan   # finds: unpinned-maven-goal medium medium-confidence
                - run: |
                    mvn org.example:scan-maven-plugin:scan -f a              # finds: unpinned-maven-goal medium medium-confidence
                    mvn org.example:scan-maven-plugin:scan -f b
                """).and("pom.xml", POM).isFoundBy(CHECK);
    }

    @Test
    void isLessSureWhereThePomIsElsewhere() {
        MarkedYaml.steps("""
                - run: mvn org.example:scan-maven-plugin:scan          # finds: unpinned-maven-goal medium low-confidence
                - run: mvn org.example:scan-maven-plugin:LATEST:scan   # finds: unpinned-maven-goal medium medium-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void acceptsFixedVersionsAndWhatIsNoGoal() {
        MarkedYaml.steps("""
                - run: mvn -B org.example:scan-maven-plugin:1.2.3:scan
                - run: mvn org.example:scan-maven-plugin:${{ env.VERSION }}:scan
                - run: mvn "org.example:scan-maven-plugin:$VERSION:scan"
                - run: mvn verify -pl org.example:app -rf :app
                - run: mvn versions:set -DnewVersion=1
                - run: mvn dependency:get -Dartifact=org.example:lib:1.0
                - run: echo org.example:scan-maven-plugin:scan
                - run: gradle org.example:scan-maven-plugin:scan
                """).isFoundBy(CHECK);
    }

    @Test
    void takesTheVersionThatAPomGives() {
        String pom = """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId><artifactId>app</artifactId><version>1</version>
                  <build><pluginManagement><plugins>
                    <plugin><groupId>org.example</groupId><artifactId>scan-maven-plugin</artifactId>VERSION</plugin>
                  </plugins></pluginManagement></build>
                </project>
                """;
        String goal = "- run: mvn org.example:scan-maven-plugin:scan";
        MarkedYaml.steps(goal + "\n")
                .and("app/pom.xml", pom.replace("VERSION", "<version>1.2</version>"))
                .isFoundBy(CHECK);
        MarkedYaml.steps(goal + "   # finds: unpinned-maven-goal medium medium-confidence\n")
                .and("app/pom.xml", pom.replace("VERSION", ""))
                .isFoundBy(CHECK);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(MarkedYaml.steps("- run: mvn org.example:a-maven-plugin:go\n")
                        .findings(CHECK)
                        .get(0)
                        .message())
                .contains("neither the command nor a POM of the repository names a version");
        assertThat(MarkedYaml.steps("- run: mvn org.example:a-maven-plugin:LATEST:go\n")
                        .findings(CHECK)
                        .get(0)
                        .message())
                .contains("'LATEST' is not a fixed version");
    }
}
