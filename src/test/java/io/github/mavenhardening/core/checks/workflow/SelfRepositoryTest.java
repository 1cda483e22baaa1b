package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfRepositoryTest {

    private static final SelfRepository CHECK = new SelfRepository();

    @Test
    void findsReferencesToTheCheckout() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: ./build        # finds: self-repository low
                      - uses: './'           # finds: self-repository low
                      - uses: $/build
                      - uses: a/b@v1
                  b:
                    uses: ./.github/workflows/x.yml   # finds: self-repository low
                """).isFoundBy(CHECK);
    }

    @Test
    void saysOfWorkflowsThatTheyAreOfTheCommit() {
        Finding finding = MarkedYaml.workflow("on: push\njobs: {b: {uses: ./.github/workflows/x.yml}}\n")
                .findings(CHECK)
                .get(0);
        assertThat(finding.message()).contains("though it is of the workflow's own commit");
    }

    @Test
    void offersTheOtherForm() {
        Finding finding =
                MarkedYaml.steps("- uses: './build'\n").findings(CHECK).get(0);
        Fix.Edit edit = finding.fix().orElseThrow().edits().get(0);
        assertThat(edit.replacement()).isEqualTo("$");
        assertThat(edit.span().end() - edit.span().start()).isEqualTo(1);
        assertThat(edit.span().start())
                .isEqualTo(finding.primary().span().orElseThrow().start());
    }

    @Test
    void leavesOutTheFolderOfTheCheckout() {
        Finding finding = MarkedYaml.steps("- uses: actions/checkout@v6\n  with: {path: own}\n- uses: ./own/build\n")
                .findings(CHECK)
                .get(0);
        assertThat(finding.remedy()).contains("'$/build'");
        assertThat(MarkedYaml.steps(
                                "- uses: actions/checkout@v6\n  with: {path: own, ref: next}\n- uses: ./own/build\n")
                        .findings(CHECK)
                        .get(0)
                        .remedy())
                .contains("'$/build'")
                .endsWith("unless it must be that of the commit which is checked out");
        Fix.Edit edit = finding.fix().orElseThrow().edits().get(0);
        assertThat(edit.span().end() - edit.span().start()).isEqualTo("./own".length());
    }

    private static boolean isSafe(String steps) {
        List<Finding> findings = MarkedYaml.steps(steps).findings(CHECK);
        assertThat(findings).hasSize(1);
        return findings.get(0).fix().orElseThrow().safe();
    }

    @Test
    void isSureOfTheSameFileAfterACheckoutOfTheRunsCommit() {
        assertThat(isSafe("- uses: actions/checkout@v6\n- uses: ./build\n")).isTrue();
        assertThat(isSafe("- uses: actions/checkout@v6\n  with: {path: own}\n- uses: ./own/build\n"))
                .isTrue();
        assertThat(isSafe("- uses: ./build\n")).as("nothing is checked out").isFalse();
        assertThat(isSafe("- uses: actions/checkout@v6\n  with: {ref: next}\n- uses: ./build\n"))
                .as("another branch")
                .isFalse();
        assertThat(isSafe("- uses: actions/checkout@v6\n- run: git checkout next\n- uses: ./build\n"))
                .as("another branch by a script")
                .isFalse();
        assertThat(isSafe("- uses: actions/checkout@v6\n- run: npm run build\n- uses: ./build\n"))
                .as("the script may build what the action runs, for it is not known to be made of steps")
                .isFalse();
        assertThat(
                        isSafe(
                                "- uses: actions/checkout@v6\n- uses: actions/checkout@v6\n  with: {ref: next}\n- uses: ./build\n"))
                .as("the last checkout is what is there")
                .isFalse();
    }

    @Test
    void knowsThePathBelowWhereCallersOfAnActionCheckOut() {
        Finding finding = MarkedYaml.action("""
                        runs:
                          using: composite
                          steps:
                            - uses: ./src/own/build
                        """)
                .and("build/action.yml", "runs: {using: composite, steps: []}\n")
                .findings(CHECK)
                .get(0);
        assertThat(finding.remedy()).contains("'$/build'");
        Fix fix = finding.fix().orElseThrow();
        assertThat(fix.safe()).isFalse();
        Fix.Edit edit = fix.edits().get(0);
        assertThat(edit.span().end() - edit.span().start()).isEqualTo("./src/own".length());
    }

    @Test
    void asksWhatAnActionIsMadeOf() {
        assertThat(ofAction("runs: {using: composite, steps: []}")
                        .fix()
                        .orElseThrow()
                        .safe())
                .isTrue();
        assertThat(ofAction("runs: {using: node24, main: ../index.js}")
                        .fix()
                        .orElseThrow()
                        .safe())
                .isFalse();
        Finding built = ofAction("runs: {using: node24, main: dist/index.js}");
        assertThat(built.fix()).isEmpty();
        assertThat(built.remedy()).contains("its script 'build/dist/index.js' is not in the repository");
    }

    /** What is found of an action that a job may have built. */
    private static Finding ofAction(String action) {
        return MarkedYaml.steps("""
                - uses: actions/checkout@v6
                - run: npm run build
                - uses: ./build
                """)
                .and("build/action.yml", action)
                .and("index.js", "")
                .findings(CHECK)
                .get(0);
    }

    @Test
    void knowsThatCallersOfOtherRepositoriesHaveOtherCode() {
        String text = MarkedYaml.stepsText("- uses: actions/checkout@v6\n- uses: ./build\n")
                .replaceFirst("on: .*", "on: workflow_call");
        assertThat(MarkedYaml.workflow(text).findings(CHECK))
                .singleElement()
                .matches(finding -> !finding.fix().orElseThrow().safe());
    }

    @Test
    void saysWhoseActionItIsWhereAnotherRepositoryIsCheckedOut() {
        Finding finding = MarkedYaml.steps("""
                        - uses: actions/checkout@v6
                        - uses: actions/checkout@v6
                          with: {repository: example/tools, path: tools}
                        - uses: ./tools/setup
                        """).findings(CHECK).get(0);
        assertThat(finding.message()).contains("into which 'example/tools' was checked out");
        assertThat(finding.remedy()).contains("'example/tools/setup@<commit>'");
        assertThat(finding.fix()).isEmpty();
        assertThat(
                        isSafe(
                                "- uses: actions/checkout@v6\n  with: {repository: '${{ inputs.fork }}/tools'}\n- uses: ./setup\n"))
                .as("which repository it is is not known")
                .isFalse();
    }
}
