package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The cases of {@link FlowCasesTest} say what is followed; here stands where it is told, and how severely. */
class ArtifactPoisoningTest {

    private static final ArtifactPoisoning CHECK = new ArtifactPoisoning();

    @Test
    void weighsWhatSomebodyWithRightsStartsLess() {
        String jobs = """
                on: issue_comment
                permissions: {contents: write}
                jobs:
                  rights:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: example/actions/check-permissions@v1
                  a:
                    needs: [rights]
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                      - run: gh run download 1 --dir foo
                      - run: sh foo/x.sh      # finds: artifact-poisoning low low-confidence
                """;
        MarkedYaml.workflow(jobs).isFoundBy(CHECK);
        MarkedYaml.workflow(jobs.replace("needs: [rights]", "needs: []").replace("low low-", "high medium-"))
                .isFoundBy(CHECK);
    }

    @Test
    void namesTheEventInWhoseRunsTheCodeIsFetched() {
        MarkedYaml workflow = MarkedYaml.workflow("""
                on:
                  pull_request_target:
                  workflow_run: {workflows: [Elsewhere], types: [completed]}
                permissions: {contents: write}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: gh run download 1
                        if: github.event_name == 'workflow_run'
                      - run: sh x.sh      # finds: artifact-poisoning high medium-confidence
                """);
        workflow.isFoundBy(CHECK);
        assertThat(workflow.findings(CHECK))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("'workflow_run'").doesNotContain("pull_request_target"));
    }

    @Test
    void tellsWhatRuns() {
        MarkedYaml.on("workflow_run", """
                - uses: actions/checkout@v5
                - run: gh run download 1 --dir foo
                - run: make
                - run: sh foo/x.sh      # finds: artifact-poisoning high medium-confidence
                """).isFoundBy(CHECK);
        MarkedYaml.on("workflow_run", """
                - run: gh run download 1
                - uses: actions/checkout@v5
                  with: {path: own}
                - run: pip install -e own/tools[bot]
                - run: pip install -e other/tools[bot]      # finds: artifact-poisoning high medium-confidence
                """).isFoundBy(CHECK);
        MarkedYaml.on("push", """
                - run: gh run download 1
                - run: ./x.sh
                """).isFoundBy(CHECK);
    }
}
