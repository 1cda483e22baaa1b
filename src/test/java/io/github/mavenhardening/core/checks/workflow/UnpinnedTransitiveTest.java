package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnpinnedTransitiveTest {

    private static final UnpinnedTransitive CHECK = new UnpinnedTransitive();
    private static final String SHA = "8e8c483db84b4bee98b60c0593521ed34d9990e8";

    @Test
    void followsTheWholeGraph() {
        MarkedYaml repository = MarkedYaml.workflow("""
                on: push
                permissions: {}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: ./.github/actions/outer       # finds: unpinned-transitive medium pedantic
                      - uses: ./.github/actions/pinned
                      - uses: ./.github/actions/missing
                      - uses: actions/cache@v4
                  call:
                    # finds below: unpinned-transitive high pedantic
                    uses: ./.github/workflows/called.yml
                    secrets: inherit
                """)
                .and(".github/workflows/called.yml", """
                on: workflow_call
                jobs:
                  inner:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: $/.github/actions/outer       # finds: unpinned-transitive medium pedantic
                """)
                .and(".github/actions/outer/action.yml", """
                runs:
                  using: composite
                  steps:
                    - uses: ./.github/actions/inner
                    - uses: ./.github/actions/outer
                """)
                .and(".github/actions/inner/action.yml", """
                runs:
                  using: composite
                  steps:
                    - uses: actions/cache@v4
                    - uses: docker://alpine:3.22
                    - uses: actions/checkout@SHA
                """.replace("SHA", SHA))
                .and(".github/actions/pinned/action.yml", """
                runs:
                  using: composite
                  steps:
                    - uses: actions/checkout@SHA
                """.replace("SHA", SHA));
        repository.isFoundBy(CHECK);
        Finding finding = repository.findings(CHECK).stream()
                .filter(found -> found.primary().line() == 7)
                .findFirst()
                .orElseThrow();
        assertThat(finding.message())
                .isEqualTo("'./.github/actions/outer' uses 'actions/cache@v4' and 1 more, which are not pinned");
        assertThat(finding.related())
                .extracting(location -> location.path() + ":" + location.line() + " " + location.label())
                .containsExactly(
                        ".github/actions/outer/action.yml:4 calls .github/actions/inner/action.yml",
                        ".github/actions/inner/action.yml:4 not pinned",
                        ".github/actions/outer/action.yml:4 calls .github/actions/inner/action.yml",
                        ".github/actions/inner/action.yml:5 not pinned");
    }

    @Test
    void tellsWhatIsHandedOn() {
        Finding finding = MarkedYaml.workflow("""
                on: pull_request_target
                permissions:
                  contents: write
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: ./.github/actions/greet
                        with:
                          title: ${{ github.event.pull_request.title }}
                          number: ${{ github.event.pull_request.number }}
                          same: ${{ github.event.pull_request.title == 'same' }}
                          version: ${{ github.ref_name }}
                          asked: ${{ github.event.comment.body }}
                          key: ${{ secrets.KEY }}
                """)
                .and(
                        ".github/actions/greet/action.yml",
                        "runs:\n  using: composite\n  steps:\n    - uses: other/greet@v1\n")
                .findings(CHECK)
                .get(0);
        assertThat(finding.message())
                .endsWith(", in a job with a write token, runs of 'pull_request_target', and passes on secrets,"
                        + " an outsider's text in 'title'");
    }

    @Test
    void tellsSecretsOfOtherStepsFromThoseThatAreHandedOn() {
        Finding finding = MarkedYaml.steps("""
                - uses: ./.github/actions/setup       # finds: unpinned-transitive high pedantic
                - run: ./gradlew publish
                  env: {TOKEN: "${{ secrets.TOKEN }}"}
                """)
                .and(
                        ".github/actions/setup/action.yml",
                        "runs:\n  using: composite\n  steps:\n    - uses: other/setup@v1\n")
                .findings(CHECK)
                .get(0);
        assertThat(finding.message()).endsWith("which is not pinned, in a job with secrets");
    }

    @Test
    void isHighForRightsThatAreWorthTaking() {
        String workflow = """
                on: EVENT
                permissions: {GRANTS}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: ./.github/actions/build       # finds: unpinned-transitive FOUND pedantic
                        with: {ref: "${{ github.event.pull_request.head.ref || github.event.issue.title }}"}
                """;
        for (String[] each : new String[][] {
            {"push", "checks: write, statuses: write", "medium"},
            {"push", "issues: write, pull-requests: write", "medium"},
            {"push", "contents: write", "high"},
            {"push", "checks: write, packages: write", "high"},
            {"push", "id-token: write", "high"},
            {"pull_request", "contents: read", "medium"},
            {"issues", "contents: read", "high"},
            {"pull_request_target", "contents: read", "high"}
        }) {
            MarkedYaml.workflow(workflow.replace("EVENT", each[0])
                            .replace("GRANTS", each[1])
                            .replace("FOUND", each[2]))
                    .and(
                            ".github/actions/build/action.yml",
                            "runs:\n  using: composite\n  steps:\n    - uses: other/build@v1\n")
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void readsDockerfiles() {
        String action = "runs:\n  using: docker\n  image: Dockerfile\n";
        MarkedYaml repository = MarkedYaml.steps("- uses: ./docker   # finds: unpinned-transitive medium pedantic")
                .and("docker/action.yml", action)
                .and("docker/Dockerfile", """
                        ARG BASE=alpine                                    # finds: unpinned-transitive medium
                        FROM --platform=linux/amd64 alpine:3.22 AS build   # finds: unpinned-transitive medium pedantic
                        FROM build AS test
                        from maven                                         # finds: unpinned-transitive medium
                        FROM $BASE
                        FROM scratch
                        FROM alpine@sha256:4b7ce07002c69e8f3d704a9c5d6fd3053be500b7f1c69fc0d80990c2ad8dd412
                        """);
        repository.isFoundBy(CHECK);
        assertThat(repository.findings(CHECK))
                .extracting(Finding::primary)
                .extracting(Location::column)
                .contains(29, 6);
        MarkedYaml.steps("- uses: ./docker").and("docker/action.yml", action).isFoundBy(CHECK);
    }

    @Test
    void leavesActionsAloneThatUseNothing() {
        MarkedYaml.steps("- uses: ./a")
                .and("a/action.yml", "runs:\n  using: composite\n  steps: []\n")
                .isFoundBy(CHECK);
    }

    /** Fixes turn the one into the other, and a baseline must know the finding again. */
    @Test
    void namesBothWaysToWriteAPathAlike() {
        for (String path : List.of("./.github/actions/build", "$/.github/actions/build")) {
            assertThat(MarkedYaml.workflow("""
                                    on: push
                                    permissions: {}
                                    jobs:
                                      a:
                                        runs-on: ubuntu-24.04
                                        steps:
                                          - uses: %s
                                    """.formatted(path))
                            .and(".github/actions/build/action.yml", """
                                    name: build
                                    description: builds
                                    runs:
                                      using: composite
                                      steps:
                                        - uses: example/tool@v1
                                    """)
                            .findings(new UnpinnedTransitive()))
                    .extracting(Finding::subject)
                    .containsExactly("./.github/actions/build");
        }
    }
}
