package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.fix.Repairs;
import org.junit.jupiter.api.Test;

/** The fixes of checks that say what GitHub takes for granted: names, time limits, what becomes of older runs, reasons. */
class PedanticFixesTest {

    @Test
    void names() {
        Repairs.of(".github/workflows/my-build.yaml", """
                        # Of the project.
                        ---
                        on: push   # each
                        jobs:
                          # the job
                          build-it:
                            # its runner
                            runs-on: x
                          flow: {runs-on: x}
                          named: {name: N, runs-on: x}
                        """)
                .made("anonymous-definition", true)
                .gives(".github/workflows/my-build.yaml", """
                        # Of the project.
                        ---
                        name: my-build
                        on: push   # each
                        jobs:
                          # the job
                          build-it:
                            # its runner
                            name: build-it
                            runs-on: x
                          flow: {name: flow, runs-on: x}
                          named: {name: N, runs-on: x}
                        """);
    }

    @Test
    void namesSafelyOnlyWhatIsShownAlready() {
        Repairs.ofWorkflow("""
                        on: push
                        jobs:
                          plain: {runs-on: x}
                          many: {runs-on: x, strategy: {matrix: {a: [1, 2]}}}
                          shared: &shared {runs-on: x}
                          same: *shared
                        """).made("anonymous-definition", false).gives("""
                        on: push
                        jobs:
                          plain: {name: plain, runs-on: x}
                          many: {runs-on: x, strategy: {matrix: {a: [1, 2]}}}
                          shared: &shared {runs-on: x}
                          same: *shared
                        """);
        String crlf = "on: push\r\njobs:\r\n  a:\r\n    runs-on: x\r\n";
        Repairs.ofWorkflow(crlf)
                .made("anonymous-definition", true)
                .gives("name: ci\r\n" + crlf.replace("a:\r\n", "a:\r\n    name: a\r\n"));
    }

    @Test
    void limitsTheTime() {
        String before = """
                on: push
                jobs:
                  a:
                    steps: [{run: make}]
                    runs-on: [x,
                      y]   # where
                  b: {runs-on: x, steps: [{run: make}]}
                  c: &c
                    runs-on: x
                  d: *c
                  e:
                    runs-on: x
                    timeout-minutes: 5
                """;
        Repairs.ofWorkflow(before).made("missing-timeout", false).changesNothing();
        Repairs.ofWorkflow(before).made("missing-timeout", true).gives("""
                on: push
                jobs:
                  a:
                    steps: [{run: make}]
                    runs-on: [x,
                      y]   # where
                    timeout-minutes: 60
                  b: {runs-on: x, timeout-minutes: 60, steps: [{run: make}]}
                  c: &c
                    runs-on: x
                    timeout-minutes: 60
                  d: *c
                  e:
                    runs-on: x
                    timeout-minutes: 5
                """);
    }

    @Test
    void cancelsOutdatedRunsOfPullRequests() {
        Repairs.ofWorkflow("""
                        on:
                          pull_request:
                            # all of them
                        permissions: {}

                        jobs: {a: {runs-on: x}}
                        """).made("concurrency-limits", true).gives("""
                        on:
                          pull_request:
                            # all of them
                        permissions: {}
                        concurrency:
                          group: ${{ github.workflow }}-${{ github.event.pull_request.number || github.ref }}
                          cancel-in-progress: ${{ startsWith(github.event_name, 'pull_request') }}

                        jobs: {a: {runs-on: x}}
                        """);
        Repairs.ofWorkflow("on: [push, workflow_call]\njobs: {a: {runs-on: x}}\n")
                .made("concurrency-limits", true)
                .changesNothing();
    }

    @Test
    void saysThatNewerRunsWait() {
        Repairs.ofWorkflow("""
                        on: push
                        concurrency: deploy-${{ github.ref }}   # one at a time
                        jobs: {a: {runs-on: x}}
                        """).made("concurrency-limits", false).gives("""
                        on: push
                        concurrency:   # one at a time
                          group: 'deploy-${{ github.ref }}'
                          cancel-in-progress: false
                        jobs: {a: {runs-on: x}}
                        """);
        Repairs.ofWorkflow("""
                        on: push
                        jobs:
                          a: {runs-on: x, concurrency: deploy}
                          b:
                            concurrency: site
                            runs-on: x
                        """).made("concurrency-limits", false).gives("""
                        on: push
                        jobs:
                          a: {runs-on: x, concurrency: { group: deploy, cancel-in-progress: false }}
                          b:
                            concurrency:
                              group: site
                              cancel-in-progress: false
                            runs-on: x
                        """);
        Repairs.ofWorkflow("on: push\nconcurrency: >-\n  deploy\njobs: {a: {runs-on: x}}\n")
                .made("concurrency-limits", true)
                .changesNothing();
    }

    @Test
    void saysWhatAPermissionIsFor() {
        String before = """
                on: push
                permissions: {}
                jobs:
                  a:
                    runs-on: x
                    permissions:
                      contents: read
                      issues: 'write'
                      pull-requests: write   # said
                    steps: [{uses: actions/labeler@v6}]
                  b:
                    runs-on: x
                    permissions:
                      issues: write
                      checks: write
                    steps: [{uses: actions/labeler@v6}]
                  c:
                    runs-on: x
                    permissions: {issues: write, contents: read}
                    steps: [{uses: actions/labeler@v6}]
                """;
        Repairs.ofWorkflow(before)
                .made("undocumented-permissions", false)
                .gives(before.replaceFirst("'write'", "'write' # to make labels"));
    }

    @Test
    void takesAwayWhatNothingNeeds() {
        String before = """
                on: push
                permissions: {}
                jobs:
                  a:
                    runs-on: x
                    permissions:
                      contents: write   # for the checkout
                      issues: write     # for nothing
                      pages: write
                    steps: [{uses: actions/checkout@v5}]
                  b:
                    runs-on: x
                    permissions:
                      issues: write # for nothing
                    steps: [{uses: actions/cache@v4}]
                  c:
                    runs-on: x
                    permissions: {issues: write}
                    steps: [{uses: actions/cache@v4}]
                  d:
                    runs-on: x
                    permissions: &shared {issues: write}
                    steps: [{uses: actions/cache@v4}]
                  e:
                    runs-on: x
                    permissions: *shared
                    steps: [{uses: actions/labeler@v6}]
                """;
        Repairs.ofWorkflow(before)
                .made("unneeded-permissions", false)
                .gives(before.replaceFirst("contents: write", "contents: read")
                        .replaceFirst("      issues: write     # for nothing\n      pages: write\n", "")
                        .replaceFirst("issues: write # for nothing", "issues: none # for nothing")
                        .replaceFirst("permissions: \\{issues: write}", "permissions: {issues: none}"));
    }

    @Test
    void turnsProvenanceOn() {
        String before = """
                on: push
                jobs:
                  image:
                    runs-on: x
                    steps:
                      - uses: docker/build-push-action@v6
                        with:
                          push: true
                          provenance: false   # why
                      - run: docker buildx bake --push
                        env: {BUILDX_NO_DEFAULT_ATTESTATIONS: 1}
                  package:
                    runs-on: x
                    env:
                      NPM_CONFIG_PROVENANCE: "false"
                    steps:
                      - run: npm publish
                """;
        Repairs.ofWorkflow(before).made("provenance-disabled", false).changesNothing();
        Repairs fixed = Repairs.ofWorkflow(before).made("provenance-disabled", true);
        fixed.gives(before.replace("provenance: false", "provenance: true")
                .replace("ATTESTATIONS: 1", "ATTESTATIONS: 0")
                .replace("\"false\"", "true"));
        assertThat(fixed.remedies("provenance-disabled")).isEmpty();
    }
}
