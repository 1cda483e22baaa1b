package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;

class PullRequestTargetPolicyTest extends SettingsCheckContract {

    private static final PullRequestTargetPolicy CHECK = new PullRequestTargetPolicy();

    private static final String WORKFLOW = """
            on:
              pull_request_target:
            jobs:
              label:
                runs-on: ubuntu-24.04
                steps: [{run: echo hello}]
            """;

    PullRequestTargetPolicyTest() {
        super(CHECK, WORKFLOW, "/private");
    }

    @Test
    void findsTheEventWithoutAPolicy() {
        MarkedYaml.workflow(WORKFLOW.replace("_target:", "_target:  # finds: pull-request-target-policy medium"))
                .with("{exists: false}")
                .and(FILE, TestSnapshots.good())
                .isFoundBy(CHECK);
    }

    @Test
    void sparesOtherRepositories() {
        MarkedYaml.workflow(WORKFLOW)
                .with("{exists: true}")
                .and(FILE, TestSnapshots.good())
                .isFoundBy(CHECK);
        MarkedYaml.workflow(WORKFLOW)
                .with("{exists: false}")
                .and(FILE, TestSnapshots.with("/private", "true"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(WORKFLOW.replace("_target", ""))
                .with("{exists: false}")
                .and(FILE, TestSnapshots.good())
                .isFoundBy(CHECK);
    }

    /** The forge tells nobody whether there is a policy. */
    @Test
    void cannotKnowThePolicy() {
        MarkedYaml repository = MarkedYaml.workflow(WORKFLOW).and(FILE, TestSnapshots.good());
        assertThat(repository.findings(CHECK)).isEmpty();
        assertThat(repository.audit(CHECK).gaps()).hasSize(1).allMatch(gap -> gap.contains("'exists'"));
    }
}
