package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class DangerousTriggersTest {

    private static final DangerousTriggers CHECK = new DangerousTriggers();

    @Test
    void findsTriggersThatRunWithRightsOnOutsidersInput() {
        MarkedYaml.workflow("""
                        on:
                          push:
                          pull_request_target:   # finds: dangerous-triggers high medium-confidence
                            types: [opened]
                          workflow_run:   # finds: dangerous-triggers high medium-confidence
                        jobs: {}
                        """)
                .and(".github/workflows/list.yml", """
                        on: [push, workflow_run]   # finds: dangerous-triggers high medium-confidence
                        jobs: {}
                        """)
                .and(".github/workflows/harmless.yml", """
                        on: [push, pull_request]
                        jobs: {}
                        """)
                .isFoundBy(CHECK);
    }

    @Test
    void isAboutTheEventsWithTheCommentsBelowThem() {
        assertThat(lastLineOfScope("on:\n  pull_request_target:\n    # ignored\n    # for a reason\njobs: {}\n"))
                .isEqualTo(4);
        assertThat(lastLineOfScope("on:\n  - pull_request_target\n\n  # ignored\njobs: {}\n"))
                .isEqualTo(4);
        assertThat(lastLineOfScope("on: pull_request_target\n# of the jobs\njobs: {}\n"))
                .isEqualTo(1);
        assertThat(lastLineOfScope("on: [pull_request_target]\n# of the jobs\njobs: {}\n"))
                .isEqualTo(1);
    }

    private static int lastLineOfScope(String text) {
        Finding finding = MarkedYaml.workflow(text).findings(CHECK).get(0);
        return finding.scope().orElseThrow().endLine();
    }

    @Test
    void givesAdviceThatFitsTheEvent() {
        assertThat(MarkedYaml.workflow("on: {issue_comment: , workflow_run: }\njobs: {}\n")
                        .findings(CHECK))
                .extracting(Finding::remedy)
                .satisfiesExactlyInAnyOrder(
                        remedy -> assertThat(remedy).endsWith("use that"),
                        remedy -> assertThat(remedy).endsWith("ask for the commenter's rights first"));
    }

    @Test
    void sparesALoneLabeller() {
        MarkedYaml.workflow("""
                        on: pull_request_target
                        jobs:
                          label:
                            runs-on: ubuntu-24.04
                            steps:
                              - uses: actions/labeler@v5
                        """).and(".github/workflows/more.yml", """
                        on: pull_request_target   # finds: dangerous-triggers high medium-confidence
                        jobs:
                          label:
                            runs-on: ubuntu-24.04
                            steps:
                              - uses: actions/labeler@v5
                              - run: make
                        """).isFoundBy(CHECK);
    }

    @Test
    void letsThePolicyAllowAWorkflowForAReason() {
        String text = """
                on: pull_request_target
                jobs: {}
                """;
        MarkedYaml.workflow(text)
                .with("allow: {.github/workflows/ci.yml: it labels and does nothing else}")
                .isFoundBy(new DangerousTriggers());
        assertThat(MarkedYaml.workflow(text)
                        .with("allow: {.github/workflows/other.yml: it labels}")
                        .findings(new DangerousTriggers()))
                .hasSize(2);
        assertThatThrownBy(() -> MarkedYaml.workflow(text)
                        .with("allow: {.github/workflows/ci.yml: ''}")
                        .findings(new DangerousTriggers()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Must say why");
    }

    @Test
    void tellsAllowancesThatNothingNeeds() {
        List<Finding> findings = MarkedYaml.workflow("on: push\njobs: {}\n")
                .with("allow:\n  .github/workflows/ci.yml: it once labelled\n  .github/workflows/gone.yml: it labels\n")
                .findings(new DangerousTriggers());
        assertThat(findings)
                .extracting(finding -> finding.primary().path() + ":"
                        + finding.primary().line() + " " + finding.severity().label() + " "
                        + finding.persona().label())
                .containsExactly("hardening.yml:2 info pedantic", "hardening.yml:3 info pedantic");
        assertThat(findings.get(1).message())
                .isEqualTo(
                        "'.github/workflows/gone.yml' is listed as allowed to have a dangerous trigger, but has none");
    }

    @Test
    void countsCommentsOnIssuesThatAnyoneCanWrite() {
        MarkedYaml.workflow("""
                        on:
                          issues:
                          # finds below: dangerous-triggers high medium-confidence
                          issue_comment: {types: [created]}
                          discussion_comment:
                          pull_request_review_comment:
                        jobs: {}
                        """)
                .and(".github/workflows/scalar.yml", """
                        on: issue_comment   # finds: dangerous-triggers high medium-confidence
                        jobs: {}
                        """)
                .and(".github/workflows/labeller.yml", """
                        # finds below: dangerous-triggers high medium-confidence
                        on: [issue_comment, pull_request_target]
                        jobs:
                          label:
                            runs-on: ubuntu-24.04
                            steps:
                              - uses: actions/labeler@v5
                        """)
                .isFoundBy(CHECK);
    }

    @Test
    void pointsToTheEvent() {
        assertThat(places("on: pull_request_target")).containsExactly("1:1");
        assertThat(places("'on': \"pull_request_target\"")).containsExactly("1:1");
        assertThat(places("on: [push, pull_request_target, workflow_call]")).containsExactly("1:12");
        assertThat(places("on:\n- push\n- 'workflow_run'")).containsExactly("3:3");
        assertThat(places("on: {push: , workflow_run: {workflows: [x]}, issue_comment: }"))
                .containsExactly("1:14", "1:46");
        assertThat(places("on:\n  push: &filters\n    branches: [main]\n  pull_request_target: *filters"))
                .containsExactly("4:3");
        assertThat(places("on:\n  ? pull_request_target")).containsExactly("2:5");
    }

    private static List<String> places(String on) {
        return MarkedYaml.workflow(on + "\njobs: {}\n").findings(CHECK).stream()
                .map(Finding::primary)
                .map(place -> place.line() + ":" + place.column())
                .toList();
    }

    private static boolean isAbout(Finding finding, int line) {
        return finding.places().stream()
                .flatMap(place -> place.span().stream())
                .anyMatch(span -> span.line() <= line && line <= span.endLine());
    }

    @Test
    void isAboutAllOfTheTriggers() {
        List<Finding> findings = MarkedYaml.workflow("""
                on:
                  push:
                  pull_request_target:
                    types: [opened]
                jobs: {}
                """).findings(CHECK);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(isAbout(finding, 1)).isTrue();
            assertThat(isAbout(finding, 4)).isTrue();
            assertThat(isAbout(finding, 5)).isFalse();
        });
    }
}
