package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowWideSecretTest {

    private static final WorkflowWideSecret CHECK = new WorkflowWideSecret();
    private static final String FOUND = "      # finds: workflow-wide-secret low medium-confidence";

    private static MarkedYaml jobs(String key, String first, String second) {
        return MarkedYaml.workflow(
                """
                on: push
                env:
                  LEVEL: info
                  KEY: VALUE
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps: [FIRST]
                  b:
                    runs-on: ubuntu-24.04
                    steps: [SECOND]
                """.replace("VALUE", key).replace("FIRST", first).replace("SECOND", second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{run: './deploy $KEY'}",
                "{run: './deploy --key ${KEY}'}",
                "{uses: octo-org/deploy@v1, with: {key: '${{ env.KEY }}'}}",
                "{run: 'echo $env:KEY', shell: pwsh}",
                "{uses: actions/github-script@v7, with: {script: 'await deploy(process.env.KEY)'}}"
            })
    void findsWhatOneJobUses(String step) {
        jobs("${{ secrets.KEY }}" + FOUND, "{run: make}", step).isFoundBy(CHECK);
        jobs("${{ secrets.KEY || 'none' }}" + FOUND, step, "{run: make}").isFoundBy(CHECK);
    }

    @Test
    void sparesWhatSeveralOrNoneUse() {
        jobs("${{ secrets.KEY }}", "{run: 'a $KEY'}", "{run: 'b $KEY'}").isFoundBy(CHECK);
        jobs("${{ secrets.KEY }}", "{run: make}", "{run: make}").isFoundBy(CHECK);
        jobs("${{ secrets.KEY }}", "{run: 'a $KEYS'}", "{run: make}").isFoundBy(CHECK);
    }

    @Test
    void sparesWhatNeedsNotBeKept() {
        jobs("${{ secrets.GITHUB_TOKEN }}", "{run: 'a $KEY'}", "{run: make}").isFoundBy(CHECK);
        jobs("${{ vars.KEY }}", "{run: 'a $KEY'}", "{run: make}").isFoundBy(CHECK);
        jobs("${{ secrets.KEY != '' }}", "{run: 'a $KEY'}", "{run: make}").isFoundBy(CHECK);
    }

    @Test
    void sparesASingleJob() {
        MarkedYaml.workflow("""
                on: push
                env: {KEY: "${{ secrets.KEY }}"}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps: [{run: "a $KEY"}]
                  b:
                    uses: ./.github/workflows/b.yml
                  c:
                    if: false
                    runs-on: ubuntu-24.04
                    steps: [{run: make}]
                """).isFoundBy(CHECK);
    }
}
