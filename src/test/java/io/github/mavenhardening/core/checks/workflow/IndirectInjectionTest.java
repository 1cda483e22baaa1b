package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** The cases of {@link FlowCasesTest} say what is followed; here stands where it is told, and how severely. */
class IndirectInjectionTest {

    private static final IndirectInjection CHECK = new IndirectInjection();

    private static MarkedYaml on(String trigger, String steps) {
        return MarkedYaml.workflow("on: " + trigger
                + "\npermissions: {contents: write}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
                + steps.indent(6));
    }

    @Test
    void tellsItWhereItRuns() {
        on("issues", """
                - id: a
                  run: echo "t=$T" >> $GITHUB_OUTPUT
                  env: {T: "${{ github.event.issue.title }}"}
                - run: echo ${{ steps.a.outputs.t }}      # finds: indirect-injection high medium-confidence
                - run: echo "$T"
                  env: {T: "${{ steps.a.outputs.t }}"}
                """).isFoundBy(CHECK);
        on("pull_request", """
                - run: echo ${{ env.T }}      # finds: indirect-injection medium medium-confidence
                  env: {T: "${{ github.event.pull_request.title }}"}
                - run: echo ${{ env.N }}
                  env: {N: "${{ github.event.pull_request.number }}"}
                """).isFoundBy(CHECK);
    }
}
