package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** The cases of {@link AgentCasesTest} say what is known of agents; here stands where it is reported, and how severely. */
class AgentOpenToAnyoneTest {

    private static final AgentOpenToAnyone CHECK = new AgentOpenToAnyone();

    private static MarkedYaml on(String trigger, String permissions, String steps) {
        return MarkedYaml.workflow("on: " + trigger + "\npermissions: " + permissions
                + "\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n" + steps.indent(6));
    }

    @Test
    void tellsTheStar() {
        on("issues", "{issues: write}", """
                - uses: anthropics/claude-code-action@v1
                  with:
                    allowed_non_write_users: "*"      # finds: agent-open-to-anyone high
                    allowed_bots: "*"      # finds: agent-open-to-anyone medium
                - uses: anthropics/claude-code-action@v1
                  with: {allowed_non_write_users: anna, allowed_bots: "renovate[bot]"}
                """).isFoundBy(CHECK);
    }

    @Test
    void asksWhoStartsTheRun() {
        String step = "- {uses: openai/codex-action@v1, with: {allow-users: '*'}}";
        String marked = step + "   # finds: agent-open-to-anyone high";
        on("[workflow_dispatch, schedule]", "{issues: write}", step).isFoundBy(CHECK);
        on("[workflow_dispatch, issue_comment]", "{issues: write}", marked).isFoundBy(CHECK);
        String call = "permissions: {issues: write}\njobs: {a: {uses: ./.github/workflows/agent.yml}}\n";
        String called =
                "on: workflow_call\njobs:\n  a:\n    runs-on: x\n    permissions: {issues: write}\n    steps:\n";
        MarkedYaml.workflow("on: schedule\n" + call)
                .and(".github/workflows/agent.yml", called + step.indent(6))
                .isFoundBy(CHECK);
        MarkedYaml.workflow("on: issues\n" + call)
                .and(".github/workflows/agent.yml", called + marked.indent(6))
                .isFoundBy(CHECK);
    }

    @Test
    void weighsWhatTheAgentMayDo() {
        on("issues", "{contents: read}", """
                - uses: openai/codex-action@v1
                  with:
                    allow-users: "*"      # finds: agent-open-to-anyone medium
                - uses: openai/codex-action@v1
                  with:
                    allow-users: "*"      # finds: agent-open-to-anyone low
                    sandbox: read-only
                """).isFoundBy(CHECK);
    }
}
