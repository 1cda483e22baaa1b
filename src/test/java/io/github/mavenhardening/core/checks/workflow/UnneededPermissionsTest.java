package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import org.junit.jupiter.api.Test;

class UnneededPermissionsTest {

    private static final UnneededPermissions CHECK = new UnneededPermissions();
    private static final String FOUND = "      # finds: unneeded-permissions medium medium-confidence pedantic";

    private static MarkedYaml job(String permissions, String steps) {
        return MarkedYaml.workflow("on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    permissions:\n"
                + permissions.indent(6) + "    steps:\n" + steps.indent(6));
    }

    @Test
    void addsUpWhatKnownActionsNeed() {
        String steps = """
                - uses: step-security/harden-runner@v2
                - uses: actions/checkout@v5
                  with: {persist-credentials: false}
                - uses: actions/setup-java@v5
                - run: mvn verify
                - uses: github/codeql-action/upload-sarif@v4
                """;
        MarkedYaml repository =
                job("contents: write" + FOUND + "\nissues: write" + FOUND + "\nsecurity-events: write", steps);
        repository.isFoundBy(CHECK);
        assertThat(repository.findings(CHECK))
                .extracting(Finding::message)
                .contains(
                        "'issues: write' is more than the job 'build' needs: its steps need actions: read (to read the run),"
                                + " contents: read (to check the repository out),"
                                + " security-events: write (to upload the findings)");
        assertThat(repository.findings(CHECK))
                .extracting(Finding::remedy)
                .containsExactly("Lower it to 'contents: read'", "Remove it");
    }

    @Test
    void saysNothingOfWhatIsNotKnown() {
        job("issues: write", "- uses: other/action@v1").isFoundBy(CHECK);
        job("issues: write", "- uses: actions/github-script@v8").isFoundBy(CHECK);
        job("issues: write", "- uses: ./.github/actions/missing").isFoundBy(CHECK);
        job("issues: write", "- run: gh issue create").isFoundBy(CHECK);
        job("issues: write", "- run: ./report.sh\n  env: {T: '${{ github.token }}'}")
                .isFoundBy(CHECK);
        job("issues: write", "- run: ./report.sh\n  env: {T: '${{ secrets.GITHUB_TOKEN }}'}")
                .isFoundBy(CHECK);
        job("id-token: write", "- run: mvn deploy").isFoundBy(CHECK);
        job("id-token: write" + FOUND, "- uses: actions/checkout@v5").isFoundBy(CHECK);
        job("contents: write", "- uses: actions/checkout@v5\n- run: ./release.sh")
                .isFoundBy(CHECK);
        job(
                        "contents: write" + FOUND,
                        "- uses: actions/checkout@v5\n  with: {persist-credentials: false}\n- run: ./release.sh")
                .isFoundBy(CHECK);
        job("contents: write", "- uses: softprops/action-gh-release@v2").isFoundBy(CHECK);
        job("contents: read", "- run: mvn verify").isFoundBy(CHECK);
    }

    @Test
    void asksWhatTheInputsMakeAnActionDo() {
        job("contents: write" + FOUND, "- uses: actions/stale@v10").isFoundBy(CHECK);
        job("contents: write", "- uses: actions/stale@v10\n  with: {delete-branch: true}")
                .isFoundBy(CHECK);
        job("contents: write" + FOUND, "- uses: gradle/actions/setup-gradle@v5\n  with: {dependency-graph: disabled}")
                .isFoundBy(CHECK);
        // Silent: what the expression says is known in a run alone.
        job(
                        "contents: write",
                        "- uses: gradle/actions/setup-gradle@v5\n  with: {dependency-graph: '${{ vars.GRAPH }}'}")
                .isFoundBy(CHECK);
        // Silent: the comment may be asked for in the file.
        job(
                        "pull-requests: write",
                        "- uses: actions/dependency-review-action@v4\n  with: {config-file: .github/review.yml}")
                .isFoundBy(CHECK);
    }

    @Test
    void followsLocalActions() {
        String composite = "runs:\n  using: composite\n  steps:\n    - uses: USES\n";
        job("pull-requests: write", "- uses: ./a")
                .and("a/action.yml", composite.replace("USES", "actions/labeler@v6"))
                .isFoundBy(CHECK);
        job("pull-requests: write" + FOUND, "- uses: ./a")
                .and("a/action.yml", composite.replace("USES", "actions/cache@v4"))
                .isFoundBy(CHECK);
    }

    /** A local action can use a token that it is given, or takes by itself; one other than a composite runs code that nobody sees. */
    @Test
    void saysNothingOfALocalActionThatIsGivenTheToken() {
        String composite = "runs:\n  using: composite\n  steps: [{run: ./x, shell: bash}]\n";
        String script = "runs: {using: node24, main: a.js}\n";
        job("issues: write", "- uses: ./a\n  with: {token: '${{ github.token }}'}")
                .and("a/action.yml", composite)
                .isFoundBy(CHECK);
        job("issues: write", "- uses: ./a")
                .and("a/action.yml", "inputs: {token: {default: '${{ github.token }}'}}\n" + composite)
                .isFoundBy(CHECK);
        job("id-token: write", "- uses: ./a").and("a/action.yml", script).isFoundBy(CHECK);
        job("contents: write", "- uses: actions/checkout@v5\n- uses: ./a")
                .and("a/action.yml", script)
                .isFoundBy(CHECK);
        job("issues: write" + FOUND, "- uses: ./a").and("a/action.yml", script).isFoundBy(CHECK);
        job("packages: read", "- run: make").isFoundBy(CHECK);
    }

    @Test
    void heedsTheEnvironmentOfJobAndWorkflow() {
        MarkedYaml.workflow("""
                on: push
                env: {GH_TOKEN: '${{ github.token }}'}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    permissions: {issues: write}
                    steps: [{run: ./report.sh}]
                """).isFoundBy(CHECK);
    }
}
