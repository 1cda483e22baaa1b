package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** The cases of {@link FlowCasesTest} say what is followed; here stands where it is told, and how severely. */
class ArgumentInjectionTest {

    private static final ArgumentInjection CHECK = new ArgumentInjection();

    private static MarkedYaml on(String trigger, String steps) {
        return MarkedYaml.workflow("on: " + trigger
                + "\npermissions: {contents: write}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
                + steps.indent(6));
    }

    @Test
    void tellsTheArgument() {
        on("issues", """
                - run: sed "s/x/$T/" f      # finds: argument-injection medium medium-confidence
                  env: {T: "${{ github.event.issue.title }}"}
                - run: sed "s/x/y/" f
                """).isFoundBy(CHECK);
        on("pull_request", """
                - run: sed "s/x/$GITHUB_HEAD_REF/" f      # finds: argument-injection medium low-confidence pedantic
                """).isFoundBy(CHECK);
    }
}
