package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullRequestTargetPolicyTest {

    private static final PullRequestTargetPolicy CHECK = new PullRequestTargetPolicy();
    private static final String FILE = ".mvn/hardening-forge.json";

    private static final String WORKFLOW = """
            on:
              pull_request_target:
            jobs:
              label:
                runs-on: ubuntu-24.04
                steps: [{run: echo hello}]
            """;

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

    /** What is unknown is neither in order nor not. */
    @ParameterizedTest
    @ValueSource(strings = {"/private"})
    void saysWhatItDoesNotKnow(String pointer) {
        MarkedYaml repository = MarkedYaml.workflow(WORKFLOW).and(FILE, TestSnapshots.without(pointer));
        assertThat(repository.findings(CHECK)).isEmpty();
        assertThat(repository.audit(CHECK).gaps()).anyMatch(gap -> gap.contains("unknown: not allowed to see (403)"));
    }

    @Test
    void cannotCheckWithASnapshotThatCannotBeRead() {
        assertThat(MarkedYaml.workflow(WORKFLOW).and(FILE, "{").audit(CHECK).gaps())
                .hasSize(1)
                .allMatch(gap -> gap.contains("cannot be read"));
        assertThat(MarkedYaml.workflow(WORKFLOW).audit(CHECK).gaps()).isEmpty();
    }
}
