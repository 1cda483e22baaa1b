package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArtipackedTest {

    private static final Artipacked CHECK = new Artipacked();

    @Test
    void findsCheckoutsThatLeaveTheirCredentials() {
        MarkedYaml.steps("""
                - uses: actions/checkout@v4     # finds: artipacked medium low-confidence
                - uses: Actions/Checkout@v6     # finds: artipacked low low-confidence
                - uses: actions/checkout@v4
                  with:
                    persist-credentials: false
                - uses: actions/checkout@v4
                  with:
                    persist-credentials: FALSE
                - uses: actions/checkout@v4
                  with:
                    persist-credentials: no
                - uses: actions/checkout@v4
                  with:
                    persist-credentials: 0
                - uses: actions/checkout@v4     # finds: artipacked medium low-confidence
                  with:
                    persist-credentials: ''
                - uses: actions/checkout@v4     # finds: artipacked medium low-confidence
                  with:
                    persist-credentials: t${{ inputs.persist }}
                - uses: actions/checkout@v4     # finds: artipacked medium low-confidence auditor
                  with:
                    persist-credentials: 'true'
                - uses: actions/checkout@v4     # finds: artipacked medium low-confidence pedantic
                  with:
                    persist-credentials: ${{ inputs.persist }}
                - uses: actions/checkout@v4
                  with: ${{ fromJSON(inputs.with) }}   # finds: artipacked info pedantic
                - uses: actions/cache@v4
                  with: ${{ fromJSON(inputs.with) }}
                """).isFoundBy(CHECK);
    }

    @Test
    void isWorseWhereTheTreeIsUploaded() {
        MarkedYaml.steps("""
                - uses: actions/checkout@v4     # finds: artipacked high
                - uses: actions/checkout@v6     # finds: artipacked medium
                - parallel:
                    - uses: actions/upload-artifact@v4
                      with:
                        path: |
                          target
                          ./
                - uses: actions/checkout@v4
                """).isFoundBy(CHECK);
    }

    @Test
    void looksAtEachJobAndActionByItself() {
        MarkedYaml.workflow("""
                        on: push
                        jobs:
                          a:
                            runs-on: ubuntu-24.04
                            steps:
                              - uses: actions/checkout@v4   # finds: artipacked medium low-confidence
                          b:
                            runs-on: ubuntu-24.04
                            steps:
                              - uses: actions/upload-artifact@v4
                                with: {path: .}
                        """).and("action.yml", """
                        runs:
                          using: composite
                          steps:
                            - uses: actions/checkout@v4   # finds: artipacked high
                            - uses: actions/upload-artifact@v4
                              with:
                                path: ${{ github.workspace }}
                        """).isFoundBy(CHECK);
    }

    @Test
    void setsTheInput() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v4
                      - uses: actions/checkout@v4 # all of it
                        with:
                          fetch-depth: 0
                        env:
                          A: b
                      - uses: actions/checkout@v4
                        with: {fetch-depth: 0}
                      - with:
                          persist-credentials: true
                        uses: actions/checkout@v4
                      - uses: actions/checkout@v4
                        with:
                          persist-credentials: ${{ inputs.keep }}
                """).isMendedTo(CHECK, """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v4
                        with:
                          persist-credentials: false
                      - uses: actions/checkout@v4 # all of it
                        with:
                          fetch-depth: 0
                          persist-credentials: false
                        env:
                          A: b
                      - uses: actions/checkout@v4
                        with: {fetch-depth: 0, persist-credentials: false}
                      - with:
                          persist-credentials: false
                        uses: actions/checkout@v4
                      - uses: actions/checkout@v4
                        with:
                          persist-credentials: ${{ inputs.keep }}
                """);
    }

    @Test
    void leavesJobsThatPushAsTheyAre() {
        for (String push : List.of(
                "run: git push",
                "run: |\n          git commit -am x\n          git -C sub push origin HEAD",
                "run: ./mvnw -B release:prepare",
                "uses: stefanzweifel/git-auto-commit-action@v5",
                "uses: EndBug/add-and-commit@v9")) {
            String text = """
                    on: push
                    jobs:
                      a:
                        runs-on: ubuntu-24.04
                        steps:
                          - uses: actions/checkout@v4
                          - %s
                    """.formatted(push);
            MarkedYaml.workflow(text).isMendedTo(CHECK, text);
            assertThat(MarkedYaml.workflow(text).audit(CHECK).findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.remedy()).contains("a later step pushes"));
        }
    }
}
