package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Finding;
import org.junit.jupiter.api.Test;

class UnpinnedUsesTest {

    private static final UnpinnedUses CHECK = new UnpinnedUses();

    @Test
    void demandsACommitOfEveryReference() {
        MarkedYaml.steps("""
                - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683
                - uses: actions/checkout@11BD71901BBE5B1630CEEA73D27597364C9AF683
                - uses: actions/checkout@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                - uses: actions/checkout@v4                     # finds: unpinned-uses high
                - uses: "actions/checkout@main"                 # finds: unpinned-uses high
                - uses: github/codeql-action/init@v3            # finds: unpinned-uses high
                - uses: actions/checkout@11bd719                # finds: unpinned-uses high
                - uses: actions/checkout                        # finds: unpinned-uses high
                - uses: Actions/Checkout@release/v1             # finds: unpinned-uses high
                # finds below: unpinned-uses high
                - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af68
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesAloneWhatCannotBePinned() {
        MarkedYaml.steps("""
                - uses: ./.github/actions/build
                - uses: $/.github/actions/build
                - uses: docker://alpine:3.20
                - uses: ${{ matrix.action }}
                - run: echo hello
                """).isFoundBy(CHECK);
    }

    @Test
    void looksIntoParallelAndBackgroundSteps() {
        MarkedYaml.steps("""
                - parallel:
                    - uses: a/first@v1       # finds: unpinned-uses high
                    - parallel:
                        - uses: a/inner@v1   # finds: unpinned-uses high
                - uses: a/second@v1          # finds: unpinned-uses high
                  background: true
                - wait-all: true
                """).isFoundBy(CHECK);
    }

    @Test
    void looksIntoReusableWorkflowsAndCompositeActions() {
        MarkedYaml.workflow("""
                        on: push
                        jobs:
                          call:
                            uses: octo/flows/.github/workflows/ci.yml@main   # finds: unpinned-uses high
                          local:
                            uses: ./.github/workflows/local.yml
                        """).and("tools/deep/action.yaml", """
                        name: deep
                        runs:
                          using: composite
                          steps:
                            - uses: a/b@v1   # finds: unpinned-uses high
                        """).isFoundBy(CHECK);
    }

    @Test
    void leavesOutWhatNeverRuns() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  never:
                    if: ${{ false && github.ref == 'x' }}
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: a/b@v1
                  always:
                    if: "${{ false }} "
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: a/b@v1   # finds: unpinned-uses high
                      - uses: a/b@v1
                        if: false
                """).isFoundBy(CHECK);
    }

    @Test
    void trustsTheOwnOrganisationALittleMoreButNotInPrivilegedJobs() {
        MarkedYaml.workflow("""
                        on: push
                        permissions:
                          contents: read
                        jobs:
                          plain:
                            runs-on: ubuntu-24.04
                            steps:
                              - uses: Octo/tool@main     # finds: unpinned-uses medium pedantic
                              - uses: octo/hello@v1      # finds: unpinned-uses medium pedantic
                              - uses: other/tool@main    # finds: unpinned-uses high
                              - run: echo ${{ secrets.GITHUB_TOKEN }}
                          secret:
                            runs-on: ubuntu-24.04
                            steps:
                              - uses: octo/tool@main     # finds: unpinned-uses high pedantic
                              - run: deploy
                                env:
                                  KEY: ${{ secrets['DEPLOY_KEY'] }}
                          writes:
                            permissions:
                              contents: write
                            runs-on: ubuntu-24.04
                            steps:
                              - uses: octo/tool@main     # finds: unpinned-uses high pedantic
                          inherits:
                            uses: octo/flows/.github/workflows/x.yml@v1   # finds: unpinned-uses high pedantic
                            secrets: inherit
                        """).named("octo/hello").isFoundBy(CHECK);
    }

    @Test
    void leavesTheSlsaGeneratorOnItsVersionTag() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  provenance:
                    uses: slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@v2.1.0
                  branch:
                    # finds below: unpinned-uses high
                    uses: slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@main
                """).isFoundBy(CHECK);
    }

    @Test
    void theMostSpecificPolicyWins() {
        MarkedYaml.steps("""
                        - uses: actions/checkout@v4
                        - uses: actions/checkout
                        - uses: actions/setup-java@v4             # finds: unpinned-uses high
                        - uses: github/codeql-action/init@v3
                        - uses: github/codeql-action              # finds: unpinned-uses high
                        - uses: a/b@v1
                        - uses: a/b@v2                            # finds: unpinned-uses high
                        - uses: other/tool@v1                     # finds: unpinned-uses high
                        """).with("""
                        policies:
                          "actions/*": any
                          actions/setup-java: hash-pin
                          github/codeql-action/*: ref-pin
                          a/b@v1: ref-pin
                        """).isFoundBy(CHECK);
    }

    @Test
    void refusesPoliciesThatItDoesNotKnow() {
        MarkedYaml steps = MarkedYaml.steps("- run: x\n");
        assertThatThrownBy(() -> steps.with("policies: {'*': sha}").findings(CHECK))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("hardening.yml:1")
                .hasMessageContaining("hash-pin, ref-pin or any");
        assertThatThrownBy(() -> steps.with("policies: {'owner': any}").findings(CHECK))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("owner/repo");
    }

    @Test
    void saysWhatIsWrongWhereAndWhatToDo() {
        Finding finding = MarkedYaml.steps("- uses: \"actions/checkout@v4\"\n")
                .findings(CHECK)
                .get(0);
        assertThat(finding.message())
                .isEqualTo("'actions/checkout@v4' is not pinned to a commit, so what it runs can change at any time");
        assertThat(finding.remedy())
                .isEqualTo("Pin it to the full commit SHA of v4 and name the version in a comment:"
                        + " actions/checkout@<SHA> # v4");
        assertThat(finding.primary().line()).isEqualTo(7);
        assertThat(finding.primary().column()).isEqualTo(16);
        assertThat(finding.subject()).isEqualTo("actions/checkout@v4");
    }

    @Test
    void anAliasIsFoundOnce() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps: &steps
                      - uses: a/b@v1   # finds: unpinned-uses high
                  b:
                    runs-on: ubuntu-24.04
                    steps: *steps
                """).isFoundBy(CHECK);
    }
}
