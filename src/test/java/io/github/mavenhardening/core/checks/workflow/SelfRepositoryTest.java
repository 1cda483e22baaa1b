package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
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
        Fix.Edit edit = finding.fix().orElseThrow().edits().get(0);
        assertThat(edit.span().end() - edit.span().start()).isEqualTo("./own".length());
    }
}
