package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** The cases of {@link FlowCasesTest} say what is followed; here stands where it is told, and how severely. */
class OutputClobberingTest {

    private static final OutputClobbering CHECK = new OutputClobbering();

    private static MarkedYaml on(String trigger, String steps) {
        return MarkedYaml.workflow("on: " + trigger
                + "\npermissions: {contents: write}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
                + steps.indent(6));
    }

    @Test
    void tellsTheWrite() {
        on("issue_comment", """
                - env: {B: "${{ github.event.comment.body }}"}
                  run: |
                    echo "ok=no" >> $GITHUB_OUTPUT
                    echo "b=$B" >> $GITHUB_OUTPUT      # finds: output-clobbering medium medium-confidence
                - env: {B: "${{ github.event.comment.id }}"}
                  run: |
                    echo "ok=no" >> $GITHUB_OUTPUT
                    echo "b=$B" >> $GITHUB_OUTPUT
                """).isFoundBy(CHECK);
    }
}
