package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** What is published by the repository's own code where it is checked out into a folder of the workspace. */
class ReleasesOfOwnCheckoutsTest {

    private static final ReleaseWithoutEnvironment CHECK = new ReleaseWithoutEnvironment();
    private static final String FOUND = "  # finds: release-without-environment high medium-confidence";
    private static final String PUSH = "docker push example/app\n";

    private static MarkedYaml job(String mark, String checkout, String step) {
        String steps = """
                - uses: actions/checkout@v6
                  with: {CHECKOUT}
                """.replace("CHECKOUT", checkout) + step;
        return MarkedYaml.workflow("""
                on: push
                jobs:
                  build:MARK
                    runs-on: ubuntu-24.04
                    env: {TOKEN: "${{ secrets.CENTRAL_TOKEN }}"}
                    steps:
                """.replace("MARK", mark) + steps.indent(6))
                .and("ci/go.sh", PUSH)
                .and("Makefile", "include ci/images.mk\n")
                .and("ci/images.mk", "all:\n\tdocker push example/app\n")
                .and("build/action.yml", """
                        runs:
                          using: composite
                          steps: [{run: docker push example/app, shell: bash}]
                        """);
    }

    private static final String[] STEPS = {
        "- run: ./tools/own/ci/go.sh\n",
        "- run: bash \"${GITHUB_WORKSPACE}/tools/own/ci/go.sh\"\n",
        "- run: make -C tools/own all\n",
        "- {run: ./go.sh, working-directory: tools/own/ci}\n",
        "- uses: ./tools/own/build\n"
    };

    @Test
    void followsScriptsTasksAndActions() {
        for (String step : STEPS) {
            for (String checkout : new String[] {
                "path: tools/own",
                "path: ./tools/own/, ref: '${{ github.sha }}'",
                "path: tools/own, repository: '${{ github.repository }}'"
            }) {
                job(FOUND, checkout, step).isFoundBy(CHECK);
            }
        }
    }

    @Test
    void leavesOtherCode() {
        for (String step : STEPS) {
            // Silent: it is of another repository, of another commit, or lies elsewhere.
            for (String checkout : new String[] {
                "path: tools/own, repository: other/tools", "path: tools/own, ref: v1", "path: own", "fetch-depth: 0"
            }) {
                job("", checkout, step).isFoundBy(CHECK);
            }
        }
    }
}
