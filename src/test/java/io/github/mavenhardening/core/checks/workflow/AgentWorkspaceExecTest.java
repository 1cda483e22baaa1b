package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** The cases of {@link AgentCasesTest} say what is known of agents; here stands where it is reported, and how severely. */
class AgentWorkspaceExecTest {

    private static final AgentWorkspaceExec CHECK = new AgentWorkspaceExec();

    private static MarkedYaml on(String trigger, String permissions, String steps) {
        return MarkedYaml.workflow("on: " + trigger + "\npermissions: " + permissions
                + "\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n" + steps.indent(6));
    }

    @Test
    void tellsTheFirstStepThatRuns() {
        on("issues", "{contents: write}", """
                - run: npm test
                - uses: google-github-actions/run-gemini-cli@v0
                  with: {prompt: "${{ github.event.issue.body }}"}
                - run: echo done
                - run: npm test      # finds: agent-workspace-exec high medium-confidence
                - run: make
                """).isFoundBy(CHECK);
        on("issues", "{contents: read}", """
                - uses: google-github-actions/run-gemini-cli@v0
                  with: {prompt: "${{ github.event.issue.body }}"}
                - uses: ./build      # finds: agent-workspace-exec medium medium-confidence
                """).and("build/action.yml", """
                name: b
                runs: {using: composite, steps: [{run: echo, shell: bash}]}
                """).isFoundBy(CHECK);
    }
}
