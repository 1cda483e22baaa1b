package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** The cases of {@link AgentCasesTest} say what is known of agents; here stands where it is reported, and how severely. */
class AgentPromptInjectionTest {

    private static final AgentPromptInjection CHECK = new AgentPromptInjection();

    private static MarkedYaml on(String trigger, String permissions, String steps) {
        return MarkedYaml.workflow("on: " + trigger + "\npermissions: " + permissions
                + "\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n" + steps.indent(6));
    }

    @Test
    void tellsWhatAsks() {
        on("issues", "{contents: write}", """
                - uses: anthropics/claude-code-base-action@v1
                  with:
                    prompt: Look at ${{ github.event.issue.body }}      # finds: agent-prompt-injection high medium-confidence
                    allowed_tools: Bash
                - uses: anthropics/claude-code-base-action@v1
                  with:
                    prompt: Look at ${{ github.event.issue.body }}      # finds: agent-prompt-injection low medium-confidence
                - uses: anthropics/claude-code-base-action@v1
                  with: {prompt: Look at the weather, allowed_tools: Bash}
                """).isFoundBy(CHECK);
        on("issues", "{contents: read}", """
                - uses: anthropics/claude-code-base-action@v1
                  with:
                    prompt: Look at ${{ github.event.issue.body }}      # finds: agent-prompt-injection medium medium-confidence
                    allowed_tools: Bash
                """).isFoundBy(CHECK);
    }

    @Test
    void isLowBehindAGuard() {
        on("issue_comment", "{contents: write}", """
                - uses: openai/codex-action@v1
                  with:
                    prompt: ${{ github.event.comment.body }}      # finds: agent-prompt-injection low low-confidence
                - uses: google-github-actions/run-gemini-cli@v0
                  if: github.event.comment.author_association == 'OWNER'
                  with:
                    prompt: ${{ github.event.comment.body }}      # finds: agent-prompt-injection low low-confidence
                """).isFoundBy(CHECK);
        on("pull_request", "{contents: read}", """
                - uses: openai/codex-action@v1
                  with: {prompt: "${{ github.event.pull_request.body }}", allow-users: "*"}
                """).isFoundBy(CHECK);
    }
}
