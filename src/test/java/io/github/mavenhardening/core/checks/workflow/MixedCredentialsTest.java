package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixedCredentialsTest {

    private static final MixedCredentials CHECK = new MixedCredentials();
    private static final String FOUND = "   # finds: mixed-credentials medium medium-confidence";

    private static MarkedYaml with(String first, String second) {
        return MarkedYaml.steps("- run: ./a\n  env:\n    A: " + first + "\n    B: " + second + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROD_DB_PASSWORD STAGING_DB_PASSWORD",
                "AWS_ROLE_PROD AWS_ROLE_DEV",
                "KUBECONFIG_PRODUCTION KUBECONFIG_QA",
                "LIVE_API_KEY SANDBOX_API_KEY",
                "PROD_DATABASE_URL UAT_DATABASE_URL",
                "API_PROD_TOKEN API_NONPROD_TOKEN",
                "PRD_DB STG_DB",
            })
    void findsACredentialForTwoStages(String names) {
        String[] both = names.split(" ", -1);
        with("${{ secrets." + both[0] + " }}" + FOUND, "${{ secrets." + both[1] + " }}")
                .isFoundBy(CHECK);
        with("${{ secrets." + both[1] + " }}", "${{ secrets." + both[0] + " }}" + FOUND)
                .isFoundBy(CHECK);
        with("${{ vars.X && secrets." + both[0] + " || secrets." + both[1] + " }}" + FOUND, "b")
                .isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROD_DB_PASSWORD STAGING_API_PASSWORD",
                "PROD_TOKEN PRODUCTION_TOKEN",
                "DEV_TOKEN STAGING_TOKEN",
                "API_URL_PROD API_URL_DEV",
                "AWS_ECS_SERVICE_PRODUCTION AWS_ECS_SERVICE_STAGING",
                "SLACK_WEBHOOK_TOKEN_PROD SLACK_WEBHOOK_TOKEN_DEV",
                "PROD_CLIENT_ID TEST_CLIENT_ID",
                "PRODUCT_TOKEN TEST_TOKEN",
                "TOKEN TEST_TOKEN",
                "PROD_TEST_TOKEN TEST_TOKEN",
            })
    void leavesOtherNames(String names) {
        String[] both = names.split(" ", -1);
        with("${{ secrets." + both[0] + " }}", "${{ secrets." + both[1] + " }}").isFoundBy(CHECK);
    }

    @Test
    void findsRolesAsTheyAreWritten() {
        String role = "  with: {role-to-assume: 'arn:aws:iam::111111111111:role/NAME'}";
        String uses = "- uses: aws-actions/configure-aws-credentials@v5\n";
        String staging = uses + role.replace("NAME", "deploy-staging") + "\n";
        MarkedYaml.steps(staging + uses + role.replace("NAME", "deploy-prod") + FOUND + "\n")
                .isFoundBy(CHECK);
        MarkedYaml.steps(staging + uses + role.replace("NAME", "read-prod") + "\n")
                .isFoundBy(CHECK);
    }

    @Test
    void tellsOnceOfAVariableOfTheWorkflow() {
        MarkedYaml.workflow("""
                on: push
                env:
                  KEY: ${{ github.ref_name == 'main' && secrets.KEY_PROD || secrets.KEY_DEV }}   # finds: mixed-credentials medium medium-confidence
                jobs:
                  a: {runs-on: ubuntu-24.04, steps: [{run: './a "$KEY"'}]}
                  b: {runs-on: ubuntu-24.04, steps: [{run: './b "$KEY"'}]}
                """).isFoundBy(CHECK);
    }

    @Test
    void isLessSureBehindAnEnvironment() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    environment: ${{ github.ref_name }}
                    steps:
                      - run: ./a
                        env:
                          KEY: ${{ github.ref_name == 'main' && secrets.KEY_PROD || secrets.KEY_DEV }}   # finds: mixed-credentials medium low-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesSeparateJobsAndWhatIsChosenForACall() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a: {runs-on: ubuntu-24.04, steps: [{run: ./a, env: {KEY: '${{ secrets.KEY_PROD }}'}}]}
                  b: {runs-on: ubuntu-24.04, steps: [{run: ./b, env: {KEY: '${{ secrets.KEY_DEV }}'}}]}
                  c:
                    uses: o/r/.github/workflows/c.yml@v1
                    secrets:
                      KEY: ${{ github.ref_name == 'main' && secrets.KEY_PROD || secrets.KEY_DEV }}
                """).isFoundBy(CHECK);
    }
}
