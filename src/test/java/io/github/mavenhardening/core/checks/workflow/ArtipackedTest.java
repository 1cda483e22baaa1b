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
                - uses: example/publish@v1
                """).isFoundBy(CHECK);
    }

    @Test
    void saysWhereTheTokenLies() {
        String upload = """
                - uses: actions/upload-artifact@v4
                  with:
                    path: .
                """;
        assertThat(List.of(
                        message("- uses: actions/checkout@v5\n- uses: example/publish@v1\n"),
                        message("- uses: actions/checkout@v6\n- uses: example/publish@v1\n"),
                        message("""
                                - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                                - uses: example/publish@v1
                                """),
                        message("- uses: actions/checkout@v5\n" + upload),
                        message("- uses: actions/checkout@v6\n" + upload)))
                .containsExactly(
                        "The checkout stores the job's token in the working tree, where later steps can read it",
                        "The checkout stores the job's token outside the working tree, where later steps can read it",
                        "The checkout stores the job's token outside the working tree, where later steps can read it",
                        "The checkout stores the job's token in the working tree, which a later step uploads",
                        "The checkout stores the job's token outside the working tree, and a later step uploads the tree");
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
                              - uses: actions/checkout@v4   # finds: artipacked medium low-confidence pedantic
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

    private static MarkedYaml followedBy(String mark, String steps) {
        return MarkedYaml.steps(
                "- uses: actions/checkout@v5   # finds: artipacked medium low-confidence" + mark + "\n" + steps);
    }

    @Test
    void isForPedantsWhereNothingCarriesTheTokenOut() {
        for (String own : List.of(
                "- run: ./mvnw --batch-mode verify",
                "- run: cargo build --release && ./target/release/app --version",
                "- uses: actions/setup-java@v5\n- run: ./gradlew build",
                "- uses: GitHub/codeql-action/analyze@v4",
                "- run: npm ci --ignore-scripts\n- run: npm run lint",
                "- run: |\n    git log -1\n    gh pr comment 1 --body x",
                "- run: curl -sSf https://example.org/feed > feed.xml",
                "- run: print(1)\n  shell: python",
                "- run: curl -sL https://example.org/x -o x && echo '0123456789abcdef  x' | sha256sum -c && sh x",
                "- uses: ./.github/actions/own\n",
                "")) {
            followedBy(" pedantic", own)
                    .and(
                            ".github/actions/own/action.yml",
                            "runs: {using: composite, steps: [{run: make, shell: bash}]}\n")
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void isForEveryoneWhereCodeOfOthersOrAnUploadFollows() {
        for (String foreign : List.of(
                "- uses: example/lint@v1",
                "- uses: docker://alpine:3",
                "- uses: ./missing",
                "- uses: actions/upload-artifact@v4\n  with: {path: target/app.jar}",
                "- uses: actions/upload-pages-artifact@v4",
                "- run: npm ci",
                "- run: yarn",
                "- run: python3 -m pip install -r requirements.txt",
                "- run: pip3.12 install tox",
                "- run: uvx ruff check",
                "- run: go run example.org/tool@v1.2.3 ./...",
                "- run: go install example.org/tool@latest",
                "- run: curl -sSf https://example.org/install.sh | sh",
                "- run: curl -o x https://example.org/x\n- run: sh x",
                "- run: docker run --rm -v $PWD:/src example/scanner",
                "- run: docker build .",
                "- run: mvn deploy",
                "- run: gh release upload v1 build.tar",
                "- run: ./install.sh",
                "- uses: ./.github/actions/own")) {
            followedBy("", foreign)
                    .and("install.sh", "#!/bin/sh\nnpm install -g example\n")
                    .and(
                            ".github/actions/own/action.yml",
                            "runs: {using: composite, steps: [{uses: example/scan@v1}]}\n")
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void isForEveryoneWhereOthersChooseWhatRuns() {
        String workflow = """
                on: %s
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    %s
                    steps:
                      - uses: actions/checkout@v5   # finds: artipacked medium low-confidence%s
                      - run: make
                """;
        MarkedYaml.workflow(workflow.formatted("push", "env: {A: b}", " pedantic"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(workflow.formatted("pull_request", "env: {A: b}", " pedantic"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(workflow.formatted("pull_request_target", "env: {A: b}", ""))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(workflow.formatted("[push, workflow_run]", "env: {A: b}", ""))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(workflow.formatted("push", "container: example/build:1", ""))
                .isFoundBy(CHECK);
    }

    @Test
    void isForEveryoneWhereThePolicySaysSo() {
        followedBy("", "- run: make").with("every-checkout: true").isFoundBy(CHECK);
        followedBy(" pedantic", "- run: make").with("every-checkout: false").isFoundBy(CHECK);
    }

    @Test
    void doesNotMindWhatRanBefore() {
        MarkedYaml.steps("""
                - uses: example/harden@v1
                - uses: actions/checkout@v5   # finds: artipacked medium low-confidence pedantic
                - run: make
                """).isFoundBy(CHECK);
    }

    private static String message(String steps) {
        return MarkedYaml.steps(steps).audit(CHECK).findings().get(0).message();
    }

    @Test
    void isWorseWhereAnArchiveOfTheTreeIsUploaded() {
        MarkedYaml.steps("""
                - uses: actions/checkout@v4     # finds: artipacked high
                - run: tar -czf tree.tgz .
                - uses: actions/upload-artifact@v4
                  with:
                    path: tree.tgz
                """).isFoundBy(new Artipacked());
        MarkedYaml.steps("""
                - uses: actions/checkout@v4     # finds: artipacked high
                - run: make && zip -qr out/tree.zip .
                - uses: actions/upload-artifact@v4
                  with:
                    path: out/tree.zip
                """).isFoundBy(new Artipacked());
        MarkedYaml.steps("""
                - uses: actions/checkout@v4     # finds: artipacked medium low-confidence
                - run: |
                    tar -czf tree.tgz *
                    tar -czf docs.tgz docs
                    tar -xzf other.tgz .
                - uses: actions/upload-artifact@v4
                  with:
                    path: tree.tgz
                - uses: actions/upload-artifact@v4
                  with:
                    path: docs.tgz
                """).isFoundBy(new Artipacked());
    }
}
