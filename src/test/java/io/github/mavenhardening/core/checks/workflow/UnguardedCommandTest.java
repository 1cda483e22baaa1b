package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnguardedCommandTest {

    private static final UnguardedCommand CHECK = new UnguardedCommand();
    private static final String FOUND = "      # finds: unguarded-command medium medium-confidence";

    private static MarkedYaml job(String condition, String rest) {
        return MarkedYaml.workflow("on: issue_comment\njobs:\n  deploy:\n    if: " + condition
                + "\n    runs-on: ubuntu-24.04\n" + rest.indent(4));
    }

    @Test
    void knowsActionsThatAsk() {
        job("contains(github.event.comment.body, '/fast-forward')", """
                permissions: {contents: write}
                steps: [{uses: sequoia-pgp/fast-forward@v1}]
                """).isFoundBy(CHECK);
    }

    @Test
    void acceptsAnAgentThatAsksBeforeTheSecretIsUsed() {
        String condition = "contains(github.event.comment.body, '@codex')";
        String agent = """
                permissions: {PERMISSIONS}
                steps:
                  - run: gh pr view "$NR"
                    env: {VARIABLE}
                  - uses: openai/codex-action@v1
                    with: {openai-api-key: "${{ secrets.KEY }}", prompt: Review}
                  - run: gh pr comment "$NR" --body-file review.md
                    AFTER
                """;
        String harmless = agent.replace("PERMISSIONS", "pull-requests: write")
                .replace("VARIABLE", "NR: '${{ github.event.issue.number }}'");
        job(condition, harmless.replace("AFTER", "if: success()")).isFoundBy(CHECK);
        job(condition + FOUND, harmless.replace("AFTER", "if: always()")).isFoundBy(CHECK);
        job(
                        condition + FOUND,
                        agent.replace("PERMISSIONS", "contents: write")
                                .replace("VARIABLE", "NR: '1'")
                                .replace("AFTER", "if: success()"))
                .isFoundBy(CHECK);
        job(
                        condition + FOUND,
                        agent.replace("PERMISSIONS", "contents: read")
                                .replace("VARIABLE", "TOKEN: '${{ secrets.TOKEN }}'")
                                .replace("AFTER", "if: success()"))
                .isFoundBy(CHECK);
    }

    @Test
    void knowsActionsThatAskForTheOwnersOfCode() {
        job("contains(github.event.comment.body, '/review')", """
                permissions: {}
                steps:
                  - uses: ./tools/.github/actions/codeowners-authz
                    with: {token: "${{ secrets.TOKEN }}"}
                  - run: ./review
                    env: {TOKEN: "${{ secrets.TOKEN }}"}
                """).isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startsWith(github.event.comment.body, '/deploy')",
                "${{ github.event.issue.pull_request && contains(github.event.comment.body, '/deploy') }}",
                "github.event.comment.body == '/deploy' && github.actor != 'dependabot[bot]'",
                "\"startsWith(github.event.comment.body, '/x') && github.repository == 'a/b'\"",
                "startsWith(github.event.comment.body, '/x') && github.event.comment.user.login == github.event.issue.user.login",
                "github.event_name == 'push' || startsWith(github.event.comment.body, '/deploy')",
                // The owner opened the issue, anybody comments on it.
                "startsWith(github.event.comment.body, '/x') && (github.event.comment.author_association == 'OWNER' || github.event.issue.author_association == 'OWNER')",
                "startsWith(github.event.comment.body, '/x') && (contains(fromJSON('[\"OWNER\"]'), github.event.comment.author_association) || contains(fromJSON('[\"OWNER\"]'), github.event.review.author_association) || contains(fromJSON('[\"OWNER\"]'), github.event.issue.author_association))"
            })
    void findsConditionsThatAskForAWord(String condition) {
        job(condition + FOUND, """
                permissions: {actions: write}
                steps: [{run: gh workflow run deploy.yml}]
                """).isFoundBy(CHECK);
        job(condition + FOUND, """
                permissions: {}
                steps: [{run: ./deploy, env: {KEY: "${{ secrets.KEY }}"}}]
                """).isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case \"$BODY\" in /release*) gh workflow run release.yml ;; *) exit 0 ;; esac",
                "case ${BODY,,} in */help) ;; '/release') gh workflow run release.yml ;; esac",
                "if [[ $BODY == /release* ]]; then gh workflow run release.yml; fi",
                "[[ \"$BODY\" =~ ^/release ]] && gh workflow run release.yml",
                "if echo \"$BODY\" | grep -qE '^/release'; then gh workflow run release.yml; fi",
                "grep -q '^!release' <<< \"$BODY\" && gh workflow run release.yml"
            })
    void findsScriptsThatAskForAWord(String script) {
        script(script).isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case \"$BODY\" in *thanks*) gh workflow run praise.yml ;; esac",
                "case \"$STAGE\" in /release*) gh workflow run release.yml ;; esac",
                "if [[ $BODY == /assign* ]]; then gh issue edit --add-assignee x; fi",
                "case \"$BODY\" in /release*) gh api repos/a/b/collaborators/$WHO/permission && gh workflow run release.yml ;; esac"
            })
    void acceptsScriptsThatAskWhoOrForNoCommand(String script) {
        String workflow =
                "on: issue_comment\npermissions: {actions: write}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
                        + "      - env: {BODY: \"${{ github.event.comment.body }}\", STAGE: x}\n        run: |\n          "
                        + script + "\n";
        MarkedYaml.workflow(workflow).isFoundBy(CHECK);
    }

    private static MarkedYaml script(String script) {
        return MarkedYaml.workflow(
                "on: issue_comment\npermissions: {actions: write}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
                        + "      - env: {BODY: \"${{ github.event.comment.body }}\"}\n        run: |" + FOUND
                        + "\n          "
                        + script + "\n");
    }

    @Test
    void findsScriptsOfJavaScript() {
        MarkedYaml.workflow("""
                on: issue_comment
                permissions: {contents: write}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/github-script@v8
                        with:
                          script: |%s
                            if (context.payload.comment.body.startsWith('/release')) await release();
                """.formatted(FOUND)).isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startsWith(github.event.comment.body, '/x') && github.event.comment.author_association == 'MEMBER'",
                "contains(fromJSON('[\"OWNER\",\"MEMBER\"]'), github.event.comment.author_association) && startsWith(github.event.comment.body, '/x')",
                "startsWith(github.event.comment.body, '/x') && !contains(fromJSON('[\"NONE\"]'), github.event.comment.author_association)",
                "github.event_name == 'issues' && github.event.issue.author_association == 'OWNER' || github.event_name == 'issue_comment' && startsWith(github.event.comment.body, '/x') && github.event.comment.author_association == 'OWNER'",
                "startsWith(github.event.comment.body, '/x') && github.event.comment.author_association != 'NONE'"
                        + " && github.event.comment.author_association != 'CONTRIBUTOR'"
                        + " && github.event.comment.author_association != 'FIRST_TIME_CONTRIBUTOR'",
                "startsWith(github.event.comment.body, '/x') && github.actor == 'octocat'",
                "startsWith(github.event.comment.body, '/x') && contains(fromJSON(vars.DEPLOYERS), github.event.comment.user.login)",
                "startsWith(github.event.comment.body, '/x') && contains('a b c', github.actor)",
                "github.event_name == 'workflow_dispatch' && startsWith(github.event.comment.body, '/x')",
                "startsWith(github.event.comment.body, '/assign')",
                "github.event.comment.body == '.take'",
                "github.event.issue.pull_request != null"
            })
    void acceptsConditionsThatAskWho(String condition) {
        job("\"" + condition.replace("\"", "\\\"") + "\"", """
                permissions: {contents: write}
                steps: [{run: ./deploy, env: {KEY: "${{ secrets.KEY }}"}}]
                """).isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{uses: actions-cool/check-user-permission@v2, with: {require: write}}",
                "{uses: octo-org/is-team-member@v1}",
                "{run: 'gh api \"repos/$R/collaborators/$WHO/permission\" --jq .permission | grep -E \"admin|write\"'}",
                "{uses: actions/github-script@v7, with: {script: 'await github.rest.orgs.getMembershipForUser({org, username})'}}",
                "{env: {WHO: '${{ github.event.comment.user.login }}'}, run: 'gh api \"/orgs/acme/members/$WHO\" --silent || exit 1'}",
                "{run: 'test \"$A\" = MEMBER', env: {A: '${{ github.event.comment.author_association }}'}}",
                "{run: ./deploy, if: \"github.event.comment.author_association == 'OWNER'\"}"
            })
    void acceptsStepsThatAskWho(String step) {
        job("startsWith(github.event.comment.body, '/deploy')", """
                permissions: {contents: write}
                steps: [STEP, {run: ./deploy, env: {KEY: "${{ secrets.KEY }}"}}]
                """.replace("STEP", step))
                .isFoundBy(CHECK);
    }

    @Test
    void acceptsJobsWithoutRights() {
        String condition = "startsWith(github.event.comment.body, '/label')";
        job(condition, "permissions: {contents: read}\nsteps: [{run: make}]\n").isFoundBy(CHECK);
        job(condition, "permissions: {issues: write, pull-requests: write}\nsteps: [{run: gh issue edit}]\n")
                .isFoundBy(CHECK);
        job(condition, "steps: [{run: make, env: {T: '${{ secrets.GITHUB_TOKEN }}'}}]\n")
                .isFoundBy(CHECK);
    }

    @Test
    void isLowInAnEnvironment() {
        job("startsWith(github.event.comment.body, '/deploy')      # finds: unguarded-command low low-confidence", """
                environment: production
                steps: [{run: ./deploy, env: {KEY: "${{ secrets.KEY }}"}}]
                """)
                .isFoundBy(CHECK);
    }

    @Test
    void followsWhatJobsNeed() {
        String workflow = """
                on: issue_comment
                permissions: {}
                jobs:
                  parse:
                    if: startsWith(github.event.comment.body, '/deploy')      # finds: unguarded-command medium medium-confidence
                    runs-on: ubuntu-24.04
                    steps: [{run: STEP}]
                  build:
                    needs: parse
                    runs-on: ubuntu-24.04
                    steps: [{run: make}]
                  deploy:
                    needs: [build]
                    runs-on: ubuntu-24.04
                    steps: [{run: ./deploy, env: {KEY: "${{ secrets.KEY }}"}}]
                """;
        MarkedYaml.workflow(workflow.replace("STEP", "echo")).isFoundBy(CHECK);
        MarkedYaml.workflow(workflow.replace("STEP", "gh api collaborators/$W/permission")
                        .replaceAll(" +# finds.*", ""))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(workflow.replace("issue_comment", "pull_request").replaceAll(" +# finds.*", ""))
                .isFoundBy(CHECK);
    }

    @Test
    void findsStepsAndCalls() {
        MarkedYaml.workflow("""
                on: issue_comment
                permissions: {contents: write}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: echo
                      - if: contains(github.event.comment.body, '/merge')      # finds: unguarded-command medium medium-confidence
                        run: gh pr merge
                  open:
                    if: github.event.comment.body == '/release'      # finds: unguarded-command medium medium-confidence
                    uses: ./.github/workflows/open.yml
                    secrets: inherit
                  asking:
                    if: github.event.comment.body == '/release'
                    uses: ./.github/workflows/asking.yml
                    secrets: inherit
                """)
                .and(".github/workflows/open.yml", """
                on: workflow_call
                jobs: {a: {runs-on: ubuntu-24.04, steps: [{run: make}]}}
                """)
                .and(".github/workflows/asking.yml", """
                on: workflow_call
                jobs: {a: {runs-on: ubuntu-24.04, steps: [{uses: octo-org/check-permission@v1}]}}
                """)
                .isFoundBy(CHECK);
    }

    /** Whoever contributes signs; a job that does anything else besides is looked at as ever. */
    @Test
    void letsEverybodySign() {
        String condition =
                "github.event.comment.body == 'I have read the CLA' || github.event_name == 'pull_request_target'";
        for (String uses : new String[] {
            "contributor-assistant/github-action@v2", "cla-assistant/github-action@v2", "example/cla-bot@v1"
        }) {
            job(condition, """
                    permissions: {contents: write}
                    steps:
                      - uses: actions/checkout@v5
                      - uses: USES
                        env: {TOKEN: "${{ secrets.TOKEN }}"}
                    """.replace("USES", uses)).isFoundBy(CHECK);
        }
        for (String step : new String[] {"uses: example/clamp@v1", "run: ./sign", "uses: example/deploy-clang@v1"}) {
            job(condition + FOUND, """
                    permissions: {contents: write}
                    steps:
                      - uses: contributor-assistant/github-action@v2
                      - STEP
                    """.replace("STEP", step)).isFoundBy(CHECK);
        }
    }

    /** A workflow of another repository may ask, and is not looked at. */
    @Test
    void isLessSureOfWorkflowsElsewhere() {
        MarkedYaml.workflow("""
                on: issue_comment
                jobs:
                  agent:
                    if: contains(github.event.comment.body, '@agent')  # finds: unguarded-command medium low-confidence
                    uses: example/workflows/.github/workflows/agent.yml@v1
                    secrets: inherit
                """).isFoundBy(CHECK);
    }

    /** Nor are an action that is all that the job does, and a script that is given who commented. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{uses: actions/checkout@v5}, {uses: example/approve@v1, with: {token: '${{ secrets.KEY }}'}}",
                "{run: 'node tools/merge.mjs --user \"$WHO\"', env: {WHO: '${{ github.event.comment.user.login }}', KEY: '${{ secrets.KEY }}'}}",
                "{run: './merge.sh \"$GITHUB_ACTOR\"', env: {KEY: '${{ secrets.KEY }}'}}"
            })
    void isLessSureOfWhatMayAsk(String steps) {
        job(
                        "contains(github.event.comment.body, '/merge')  # finds: unguarded-command medium low-confidence",
                        """
                permissions: {contents: write}
                steps: [STEPS]
                """.replace("STEPS", steps))
                .isFoundBy(CHECK);
    }

    /** It starts for nobody without the right to write, unless it is told to. */
    @Test
    void leavesAnAgentThatAsksAlone() {
        String steps = "steps: [{uses: actions/checkout@v5}, {uses: anthropics/claude-code-action@v1, with: {WITH}}]";
        String with = "anthropic_api_key: '${{ secrets.KEY }}'";
        job("contains(github.event.comment.body, '@claude')", steps.replace("WITH", with))
                .isFoundBy(CHECK);
        job(
                        "contains(github.event.comment.body, '@claude')  # finds: unguarded-command medium low-confidence",
                        steps.replace("WITH", with + ", allowed_non_write_users: '*'"))
                .isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{uses: example/approve@v1}, {run: ./deploy, env: {KEY: '${{ secrets.KEY }}'}}",
                "{run: 'node tools/merge.mjs', env: {KEY: '${{ secrets.KEY }}'}}",
                "{run: 'echo \"$WHO\"', env: {WHO: '${{ github.actor }}'}}, {run: ./deploy, env: {KEY: '${{ secrets.KEY }}'}}"
            })
    void isSureOfWhatDoesNot(String steps) {
        job("contains(github.event.comment.body, '/merge')" + FOUND, """
                permissions: {contents: write}
                steps: [STEPS]
                """.replace("STEPS", steps))
                .isFoundBy(CHECK);
    }

    /** Whoever opened the issue is not who commented. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "github.event.issue.author_association == 'OWNER'",
                "contains(fromJSON('[\"OWNER\"]'), github.event.issue.author_association)"
            })
    void findsConditionsThatAskForSomebodyElse(String condition) {
        MarkedYaml.workflow("""
                on: issue_comment
                permissions: {contents: write}
                jobs:
                  a:
                    if: startsWith(github.event.comment.body, '/x') && CONDITION   # finds: unguarded-command medium medium-confidence
                    runs-on: ubuntu-24.04
                    steps: [{run: ./deploy}]
                """.replace("CONDITION", condition)).isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "github.event.comment.author_association == 'CONTRIBUTOR'",
                "github.event.comment.author_association != 'NONE'",
                "contains(fromJSON('[\"OWNER\", \"CONTRIBUTOR\"]'), github.event.comment.author_association)",
                "contains('[\"MEMBER\",\"FIRST_TIME_CONTRIBUTOR\"]', github.event.comment.author_association)"
            })
    void isLowForContributors(String condition) {
        MarkedYaml.workflow("""
                on: issue_comment
                permissions: {contents: write}
                jobs:
                  a:
                    if: startsWith(github.event.comment.body, '/x') && CONDITION   # finds: unguarded-command low medium-confidence
                    runs-on: ubuntu-24.04
                    steps: [{run: ./deploy}]
                """.replace("CONDITION", condition)).isFoundBy(CHECK);
    }

    @Test
    void knowsActionsThatLookForAWord() {
        MarkedYaml.workflow("""
                on: issue_comment
                permissions: {contents: write}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: khan/pull-request-comment-trigger@v1   # finds: unguarded-command medium medium-confidence
                        id: look
                        with: {trigger: /deploy}
                      - run: ./deploy
                        if: steps.look.outputs.triggered == 'true'
                        env: {KEY: "${{ secrets.KEY }}"}
                  none:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: peter-evans/slash-command-dispatch@v4   # finds: unguarded-command medium medium-confidence
                        with: {token: "${{ secrets.KEY }}", commands: deploy, permission: none}
                  write:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: peter-evans/slash-command-dispatch@v4
                        with: {token: "${{ secrets.KEY }}", commands: deploy}
                """).isFoundBy(CHECK);
    }

    private static MarkedYaml on(String event, String condition) {
        return MarkedYaml.workflow("on: " + event + "\njobs:\n  deploy:\n    if: " + condition
                + "\n    runs-on: ubuntu-24.04\n    permissions: {contents: write}\n    steps: [{run: ./deploy}]\n");
    }

    @Test
    void knowsCommentsOnDiscussionsAndReviews() {
        String low = "      # finds: unguarded-command low medium-confidence";
        String command = "startsWith(github.event.comment.body, '/deploy')";
        String review = "contains(github.event.review.body, '/deploy')";
        on("discussion_comment", command + FOUND).isFoundBy(CHECK);
        on("pull_request_review_comment", command + low).isFoundBy(CHECK);
        on("pull_request_review", review + low).isFoundBy(CHECK);
        on("[issue_comment, pull_request_review_comment]", command + FOUND).isFoundBy(CHECK);
        on("pull_request_review", review + " && github.event.review.author_association == 'MEMBER'")
                .isFoundBy(CHECK);
        on("discussion_comment", command + " && github.event.comment.author_association == 'OWNER'")
                .isFoundBy(CHECK);
        on("pull_request", command).isFoundBy(CHECK);
    }
}
