package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import java.util.List;
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
        on("issues", "{contents: read, copilot-requests: write}", """
                - uses: anthropics/claude-code-base-action@v1
                  with:
                    prompt: Look at ${{ github.event.issue.body }}      # finds: agent-prompt-injection medium medium-confidence
                    allowed_tools: Bash
                """).isFoundBy(CHECK);
    }

    @Test
    void saysWhetherTheAgentIsGivenTheTextOrReadsItByItself() {
        assertThat(messages(
                        "anthropics/claude-code-base-action@v1", "prompt: 'Look at ${{ github.event.issue.body }}'"))
                .singleElement()
                .asString()
                .startsWith("`${{ github.event.issue.body }}` lets an outsider instruct the agent");
        assertThat(messages("anthropics/claude-code-action@v1", "allowed_non_write_users: '*'"))
                .singleElement()
                .asString()
                .startsWith("The agent 'anthropics/claude-code-action', which")
                .contains("reads by itself what an outsider wrote");
    }

    @Test
    void saysThatTheTextReachesACommand() {
        assertThat(on(
                                "issues",
                                "{contents: write}",
                                "- run: goose run -t \"Fix $TITLE\"\n  env: {TITLE: '${{ github.event.issue.title }}'}\n")
                        .findings(CHECK))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .startsWith("What an outsider wrote reaches the agent 'goose', which may run commands");
    }

    private static List<String> messages(String uses, String with) {
        return on("issues", "{contents: write}", "- uses: " + uses + "\n  with: {" + with + "}\n")
                .findings(CHECK)
                .stream()
                .map(Finding::message)
                .toList();
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

    @Test
    void findsFilesThatThePromptNames() {
        String steps = """
                - env: {GH_TOKEN: "${{ github.token }}"}
                  run: |
                    gh issue view 1 --json title,body > "$RUNNER_TEMP/issue/text.json"
                    cp prompts/fix.md "$RUNNER_TEMP/fix.md"
                - uses: openai/codex-action@v1FOUND
                  with: {allow-users: "*", INPUT}
                """;
        String found = "      # finds: agent-prompt-injection high low-confidence";
        for (String input : new String[] {
            "prompt: 'Fix what ${{ runner.temp }}/issue/text.json says.'",
            "prompt: 'Look into $RUNNER_TEMP/issue/ first'",
            "prompt-file: prompts/fix.md",
            "prompt-file: '${{ runner.temp }}/fix.md'"
        }) {
            on("issues", "{contents: write}", steps.replace("INPUT", input).replace("FOUND", found))
                    .and("prompts/fix.md", "Fix the bug that `$RUNNER_TEMP/issue/text.json` describes.\n")
                    .isFoundBy(CHECK);
        }
        for (String input : new String[] {
            "prompt: 'Fix what text.jsonl says, in $RUNNER_TEMP/issues.'",
            "prompt: 'Write to $RUNNER_TEMP'",
            "prompt-file: prompts/other.md",
            "prompt: 'Read $RUNNER_TEMP/issue/text.json', sandbox: read-only"
        }) {
            on("issues", "{contents: write}", steps.replace("INPUT", input).replace("FOUND", ""))
                    .and("prompts/other.md", "Fix the bug of `text.txt`.\n")
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void findsFilesThatACommandNames() {
        on("issues", "{contents: write}", """
                - env: {BODY: "${{ github.event.issue.body }}"}
                  run: |
                    printf '%s' "$BODY" > body.md
                    claude -p "Do what ./body.md says" --allowedTools Bash    # finds: agent-prompt-injection high low-confidence
                    claude -p "Do what other.md says" --allowedTools Bash
                - run: claude -p "Do what body.md says"
                """).isFoundBy(CHECK);
    }

    @Test
    void isLowWhereTheAgentOnlyLabels() {
        on("issue_comment", "{issues: write, pull-requests: write, models: read}", """
                - uses: github/ai-moderator@v1      # finds: agent-prompt-injection low medium-confidence
                """)
                .isFoundBy(CHECK);
        on("push", "{issues: write}", "- uses: github/ai-moderator@v1\n").isFoundBy(CHECK);
    }
}
