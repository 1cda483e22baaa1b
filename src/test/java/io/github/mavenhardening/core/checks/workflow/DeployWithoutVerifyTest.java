package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class DeployWithoutVerifyTest {

    private static final DeployWithoutVerify CHECK = new DeployWithoutVerify();

    @Test
    void findsReleasesThatNothingTests() {
        MarkedYaml.steps("""
                - run: mvn -B deploy -DskipTests           # finds: deploy-without-verify low medium-confidence pedantic
                - run: mvn deploy -Dmaven.test.skip=true   # finds: deploy-without-verify low medium-confidence pedantic
                - run: ./gradlew publish -x test           # finds: deploy-without-verify low medium-confidence pedantic
                """).isFoundBy(CHECK);
    }

    /** An action is given the command by which it tests. */
    @Test
    void acceptsTestsThatActionsAreGiven() {
        String release = "\n- run: mvn -B deploy -DskipTests";
        String missing = "  # finds: deploy-without-verify low medium-confidence pedantic";
        MarkedYaml.steps("- uses: o/test-tool@v1\n  with: {test-cmd: mvn -B test}" + release)
                .isFoundBy(CHECK);
        MarkedYaml.steps("- uses: o/test-tool@v1\n  with: {test-cmd: mvn -B package -DskipTests}" + release + missing)
                .isFoundBy(CHECK);
        MarkedYaml.steps("- uses: o/test-tool@v1\n  with: {title: mvn -B test}" + release + missing)
                .isFoundBy(CHECK);
    }

    @Test
    void acceptsTestsBefore() {
        MarkedYaml.steps("- run: mvn -B deploy").isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn -B deploy -DskipTests=${{ inputs.quick }}").isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn -B verify\n- run: mvn -B deploy -DskipTests")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn -B install -DskipTests").isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn -B ${{ matrix.goals }}\n- run: mvn -B deploy -DskipTests")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: ./gradlew ${{matrix.gradle-argument}} --info\n- run: ./gradlew publish -x check")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: ./gradlew testWithJava17\n- run: ./gradlew publish -x check")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: make test\n- run: mvn -B deploy -DskipTests")
                .and("Makefile", "test:\n\tmvn -B verify\n")
                .isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: push
                jobs:
                  test:
                    runs-on: ubuntu-24.04
                    steps: [{run: mvn verify}]
                  sign:
                    needs: test
                    runs-on: ubuntu-24.04
                    steps: [{run: ./sign.sh}]
                  release:
                    needs: [sign]
                    runs-on: ubuntu-24.04
                    steps: [{run: mvn deploy -DskipTests}]
                  alone:
                    needs: elsewhere
                    runs-on: ubuntu-24.04
                    steps: [{run: mvn deploy -DskipTests}] # finds: deploy-without-verify low medium-confidence pedantic
                  called:
                    needs: remote
                    runs-on: ubuntu-24.04
                    steps: [{run: mvn deploy -DskipTests}]
                  remote:
                    uses: o/r/.github/workflows/test.yml@v1
                """).isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: {workflow_run: {workflows: [CI]}}
                jobs:
                  release:
                    runs-on: ubuntu-24.04
                    steps: [{run: mvn deploy -DskipTests}]
                """).isFoundBy(CHECK);
    }

    @Test
    void findsReleasesThatSkipTheseChecks() {
        MarkedYaml.steps("- run: mvn deploy -Dhardening.skip   # finds: deploy-without-verify medium medium-confidence")
                .isFoundBy(CHECK);
    }

    @Test
    void leavesIntegrationTestsToTheProject() {
        MarkedYaml.steps("- run: mvn deploy -DskipITs -DskipTests=false").isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn verify -DskipITs\n- run: mvn deploy -DskipTests")
                .isFoundBy(CHECK);
    }

    @Test
    void readsWhatComesBeforeTheWordsOfTheCommand() {
        String step = "- run: mvn deploy   # finds: deploy-without-verify low medium-confidence pedantic";
        MarkedYaml.steps(step).and(".mvn/maven.config", "-B\n-DskipTests\n").isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn deploy")
                .and(".mvn/maven.config", "# -DskipTests")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn deploy -DskipTests=false")
                .and(".mvn/maven.config", "-DskipTests")
                .isFoundBy(CHECK);
        // What should test does not either.
        MarkedYaml.steps("- run: mvn verify\n" + step)
                .and(".mvn/maven.config", "-DskipTests")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn verify -DskipTests=false\n- run: mvn deploy")
                .and(".mvn/maven.config", "-DskipTests")
                .isFoundBy(CHECK);
    }

    @Test
    void takesTheNearestMvnFolderAboveThePom() {
        String deploy = "      # finds: deploy-without-verify low medium-confidence pedantic";
        MarkedYaml.steps("- run: mvn -f app/core/pom.xml deploy" + deploy)
                .and("app/.mvn/maven.config", "-DskipTests")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn deploy" + deploy + "\n  working-directory: app")
                .and("app/.mvn/maven.config", "-DskipTests")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn -f app deploy")
                .and("app/.mvn/jvm.config", "")
                .and(".mvn/maven.config", "-DskipTests")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn -f /opt/app deploy")
                .and(".mvn/maven.config", "-DskipTests")
                .isFoundBy(CHECK);
    }

    @Test
    void takesTheFolderThatDefaultsName() {
        MarkedYaml.workflow("""
                on: push
                defaults: {run: {working-directory: app}}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: mvn deploy      # finds: deploy-without-verify low medium-confidence pedantic
                """).and("app/.mvn/maven.config", "-DskipTests").isFoundBy(CHECK);
        // Silent: defaults reach no script of an action.
        MarkedYaml.workflow("""
                on: push
                defaults: {run: {working-directory: app}}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: ./action
                """)
                .and("action/action.yml", """
                        runs:
                          using: composite
                          steps:
                            - {run: mvn deploy, shell: bash}
                        """)
                .and("app/.mvn/maven.config", "-DskipTests")
                .isFoundBy(CHECK);
    }

    @Test
    void readsTheVariableOfMavensArguments() {
        String deploy = "      # finds: deploy-without-verify low medium-confidence pedantic";
        MarkedYaml.workflow("""
                on: push
                env: {MAVEN_ARGS: "-B -DskipTests"}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: mvn deployHERE
                  b:
                    runs-on: ubuntu-24.04
                    env: {MAVEN_ARGS: "-B"}
                    steps:
                      - run: mvn deploy
                      - {run: mvn deploy, env: {MAVEN_ARGS: "-Dmaven.test.skip"}}
                  c:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: MAVEN_ARGS= mvn deploy
                """.replace("HERE", deploy)).isFoundBy(CHECK);
        MarkedYaml.steps("- run: MAVEN_ARGS=-DskipTests mvn deploy" + deploy).isFoundBy(CHECK);
    }

    @Test
    void readsAVariableOfAnyLengthThatASystemTakes() {
        String deploy = "      # finds: deploy-without-verify low medium-confidence pedantic";
        MarkedYaml.workflow("""
                on: push
                env: {MAVEN_ARGS: "-BPADDING-DskipTests"}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: mvn deployHERE
                """.replace("PADDING", " ".repeat(50_000)).replace("HERE", deploy))
                .isFoundBy(CHECK);
    }

    @Test
    void takesNoCommandForATestWhoseWordsAreTooManyToLookAt() {
        String words = "-B ".repeat(300);
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - {run: mvn verify, env: {MAVEN_ARGS: "WORDS -DskipTests"}}
                      - run: mvn deploy -DskipTestsHERE
                """.replace("WORDS", words)
                        .replace("HERE", "      # finds: deploy-without-verify low medium-confidence pedantic"))
                .isFoundBy(CHECK);
    }

    @Test
    void readsThePropertiesOfProfilesThatACommandAsksFor() {
        String pom = """
                <project><profiles>
                <profile><id>release</id><properties><maven.test.skip>true</maven.test.skip></properties></profile>
                <profile><id>other</id><properties><skipTests>${quick}</skipTests></properties></profile>
                </profiles></project>
                """;
        String found = "   # finds: deploy-without-verify low medium-confidence pedantic";
        MarkedYaml.steps("- run: mvn -B -Psign,release deploy" + found)
                .and("pom.xml", pom)
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn -f app deploy --activate-profiles=+release" + found)
                .and("app/pom.xml", pom)
                .isFoundBy(CHECK);
        MarkedYaml.steps("""
                        - run: mvn deploy
                        - run: mvn -Pother deploy
                        - run: mvn -P !release deploy
                        - run: mvn -Prelease -Dmaven.test.skip=false deploy
                        """).and("pom.xml", pom).isFoundBy(CHECK);
    }

    @Test
    void readsTheArgumentsOfTheBuildsThatTheReleasePluginStarts() {
        String found = "   # finds: deploy-without-verify low medium-confidence pedantic";
        MarkedYaml.steps("- run: mvn release:prepare release:perform -Darguments=\"-DskipTests -Dmaven.javadoc.skip\""
                        + found)
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn release:prepare\n- run: mvn release:perform -Darguments=-DskipTests")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn release:prepare release:perform -Darguments=\"-Dmaven.javadoc.skip -DskipITs\"")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn deploy -Darguments=-DskipTests").isFoundBy(CHECK);
    }
}
