package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class PinWithoutVersionCommentTest {

    private static final PinWithoutVersionComment CHECK = new PinWithoutVersionComment();

    @Test
    void findsCommitsWithoutAVersion() {
        String sha = "8e8c483db84b4bee98b60c0593521ed34d9990e8";
        MarkedYaml.steps("""
                - uses: actions/checkout@SHA                                   # finds: pin-without-version-comment low pedantic
                - uses: "actions/checkout@SHA" # zizmor: ignore[artipacked]    # finds: pin-without-version-comment low pedantic
                - uses: actions/checkout@SHA # checks the code out             # finds: pin-without-version-comment low pedantic
                # v6.0.1
                - uses: actions/checkout@SHA                                   # finds: pin-without-version-comment low pedantic
                - uses: actions/checkout@SHA # v6.0.1
                - uses: 'actions/checkout@SHA' # 6.0.1
                - uses: actions/checkout@SHA # tag=v6
                - uses: actions/checkout@SHA # ratchet:actions/checkout@v6
                - uses: actions/checkout@SHA # pin@v6
                - uses: actions/checkout@SHA # main
                - uses: actions/checkout@SHA # v6.0.1 zizmor: ignore[artipacked]
                - uses: actions/checkout@SHA # hardening: ignore[artipacked] v6
                - uses: actions/checkout@v6
                - uses: ./x
                """.replace("SHA", sha)).isFoundBy(CHECK);
    }

    @Test
    void looksAtCallsAndActions() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  call:
                    # finds below: pin-without-version-comment low pedantic
                    uses: o/r/.github/workflows/x.yml@8e8c483db84b4bee98b60c0593521ed34d9990e8
                """).isFoundBy(CHECK);
        MarkedYaml.action("""
                runs:
                  using: composite
                  steps:
                    # finds below: pin-without-version-comment low pedantic
                    - uses: o/r@8e8c483db84b4bee98b60c0593521ed34d9990e8
                """).isFoundBy(CHECK);
    }
}
