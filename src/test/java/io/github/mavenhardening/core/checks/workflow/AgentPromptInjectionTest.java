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
    void isHighWhereCommandsWriteToTheForge() {
        on("issues", "{issues: write}", """
                - uses: anthropics/claude-code-base-action@v1
                  with:
                    prompt: Look at ${{ github.event.issue.body }}      # finds: agent-prompt-injection high medium-confidence
                    allowed_tools: Bash(gh issue edit:*)
                - uses: anthropics/claude-code-base-action@v1
                  with:
                    prompt: Look at ${{ github.event.issue.body }}      # finds: agent-prompt-injection high medium-confidence
                    allowed_tools: Bash(printenv)
                - uses: anthropics/claude-code-base-action@v1
                  with:
                    prompt: Look at ${{ github.event.issue.body }}      # finds: agent-prompt-injection low medium-confidence
                    allowed_tools: Bash(gh issue view:*),Bash(gh search:*),Bash(gh label list)
                """).isFoundBy(CHECK);
    }

    @Test
    void takesAnswersOfTheForgeForTextsOfOutsiders() {
        String asking = """
                - run: |
                    gh issue list --json title,body > issues.json
                    claude -p "Group these" --allowedTools Bash < issues.json%s
                """;
        on(
                        "schedule",
                        "{contents: write}",
                        asking.formatted("      # finds: agent-prompt-injection high medium-confidence"))
                .isFoundBy(CHECK);
        on("schedule", "{contents: read}", asking.formatted("")).isFoundBy(CHECK);
    }

    @Test
    void readsFilesOfCommands() {
        on("issues", "{contents: write}", """
                - env: {BODY: "${{ github.event.issue.body }}"}
                  run: |
                    printf '%s' "$BODY" > message.txt
                    aider --yes-always --message-file message.txt      # finds: agent-prompt-injection high medium-confidence
                    aider --yes-always --message-file=message.txt      # finds: agent-prompt-injection high medium-confidence
                    goose run --instructions other.txt
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
