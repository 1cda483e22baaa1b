package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.check.ConfigurationException;
import org.junit.jupiter.api.Test;

class DangerousTriggersTest {

    private static final DangerousTriggers CHECK = new DangerousTriggers();

    @Test
    void findsTriggersThatRunWithRightsOnOutsidersInput() {
        MarkedYaml.workflow("""
                        # finds below: dangerous-triggers high medium-confidence, dangerous-triggers high medium-confidence
                        on:
                          push:
                          pull_request_target:
                            types: [opened]
                          workflow_run:
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
                .hasSize(1);
        assertThatThrownBy(() -> MarkedYaml.workflow(text)
                        .with("allow: {.github/workflows/ci.yml: ''}")
                        .findings(new DangerousTriggers()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("must say why");
    }
}
