package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repository uses of itself by its own name is followed like what stands beside the workflow. */
class OwnBranchTest {

    private static final String TITLE_ACTION = """
            name: title
            description: passes a title on
            outputs:
              title: {value: "${{ steps.read.outputs.title }}", description: the title}
            runs:
              using: composite
              steps:
                - id: read
                  shell: bash
                  run: echo "title=$TITLE" >> "$GITHUB_OUTPUT"
                  env: {TITLE: "${{ github.event.issue.title }}"}
            """;

    private static MarkedYaml using(String action, String mark) {
        return MarkedYaml.workflow("""
                on: issues
                permissions: {contents: write}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - id: title
                        uses: %s
                      - run: echo ${{ steps.title.outputs.title }}%s
                """.formatted(action, mark))
                .and("tools/title/action.yml", TITLE_ACTION)
                .named("example/app");
    }

    @Test
    void followsAnActionOfABranch() {
        using("Example/app/tools/title@main", "      # finds: indirect-injection high medium-confidence")
                .isFoundBy(new IndirectInjection());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example/app/tools/title@v2",
                "example/app/tools/title@8f4b7f84864484a7bf31766abe9204da3cbe65b3",
                "example/app/tools/other@main",
                "elsewhere/app/tools/title@main"
            })
    void followsNoReleaseAndNoOtherRepository(String action) {
        using(action, "").isFoundBy(new IndirectInjection());
    }

    @Test
    void followsTheContainerOfAnActionOfABranch() {
        MarkedYaml.workflow("""
                on: issue_comment
                permissions: {contents: write}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: example/app/tools/run@main      # finds: indirect-injection high medium-confidence
                        with: {command: "${{ github.event.comment.body }}"}
                """)
                .and("tools/run/action.yml", """
                        name: run
                        description: runs a command
                        inputs: {command: {required: true, description: the command}}
                        runs: {using: docker, image: Dockerfile}
                        """)
                .and("tools/run/Dockerfile", "FROM alpine:3\nCOPY run.sh /run.sh\nENTRYPOINT [\"/run.sh\"]\n")
                .and("tools/run/run.sh", "#!/bin/sh\neval \"$INPUT_COMMAND\"\n")
                .named("example/app")
                .isFoundBy(new IndirectInjection());
    }

    @Test
    void followsAWorkflowOfABranch() {
        MarkedYaml.workflow("""
                on: pull_request_target
                permissions: {}
                jobs:
                  a:
                    uses: example/app/.github/workflows/build.yml@main
                    permissions: {contents: write}
                    with: {ref: "${{ github.event.pull_request.head.sha }}"}
                """)
                .and(".github/workflows/build.yml", """
                on:
                  workflow_call:
                    inputs: {ref: {type: string}}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v4
                        with: {ref: "${{ inputs.ref }}"}
                      - run: make      # finds: untrusted-checkout-exec high
                """)
                .named("example/app")
                .isFoundBy(new UntrustedCheckoutExec());
    }
}
