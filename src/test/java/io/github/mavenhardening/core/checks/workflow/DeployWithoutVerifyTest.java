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
        MarkedYaml.steps("- run: mvn -B verify\n- run: mvn -B deploy -DskipTests")
                .isFoundBy(CHECK);
        MarkedYaml.steps("- run: mvn -B install -DskipTests").isFoundBy(CHECK);
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
}
