package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** The cases of {@link AgentCasesTest} say what is known of agents; here stands where it is reported, and how severely. */
class AgentUnconfinedTest {

    private static final AgentUnconfined CHECK = new AgentUnconfined();

    private static MarkedYaml on(String trigger, String permissions, String steps) {
        return MarkedYaml.workflow("on: " + trigger + "\npermissions: " + permissions
                + "\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n" + steps.indent(6));
    }

    @Test
    void fillsInWhatItIsGiven() {
        MarkedYaml.workflow("""
                on:
                  workflow_call:
                    inputs:
                      sandbox: {type: string, default: danger-full-access}
                      mode: {type: string, default: read-only}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: openai/codex-action@v1
                        with:
                          sandbox: ${{ inputs.sandbox }}      # finds: agent-unconfined medium
                      - uses: openai/codex-action@v1
                        with:
                          sandbox: ${{ inputs.mode }}
                      - uses: openai/codex-action@v1
                        with:
                          safety-strategy: ${{ github.actor == 'x' && 'unsafe' || 'drop-sudo' }}      # finds: agent-unconfined medium
                """).isFoundBy(CHECK);
    }

    @Test
    void tellsTheWord() {
        on("push", "{contents: write}", """
                - uses: openai/codex-action@v1
                  with:
                    safety-strategy: unsafe      # finds: agent-unconfined medium
                - run: gemini --yolo -p Tidy      # finds: agent-unconfined medium
                - run: gemini -p Tidy
                """).isFoundBy(CHECK);
        on("push", "{contents: read}", """
                - uses: anthropics/claude-code-base-action@v1
                  with:
                    claude_args: --dangerously-skip-permissions      # finds: agent-unconfined low
                """).isFoundBy(CHECK);
    }
}
