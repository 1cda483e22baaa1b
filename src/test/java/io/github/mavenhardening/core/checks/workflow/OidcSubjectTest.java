package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSubjectTest {

    private static final OidcSubject CHECK = new OidcSubject();
    private static final String FILE = ".mvn/hardening-forge.json";

    private static final String WORKFLOW = """
            on: push
            permissions: {id-token: write}
            jobs:
              upload:
                runs-on: ubuntu-24.04
                steps:
                  - uses: aws-actions/configure-aws-credentials@v4
            """;

    private static final String DEFAULT = "{\"default\": true, \"claims\": [], \"immutable\": false}";

    @Test
    void findsASubjectOfNames() {
        for (String login :
                new String[] {"aws-actions/configure-aws-credentials", "Azure/login", "google-github-actions/auth"}) {
            MarkedYaml.workflow(WORKFLOW.replace(
                            "aws-actions/configure-aws-credentials@v4", login + "@v4  # finds: oidc-subject low"))
                    .and(FILE, TestSnapshots.with("/oidc", DEFAULT))
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void sparesOtherSubjectsAndJobs() {
        MarkedYaml.workflow(WORKFLOW).and(FILE, TestSnapshots.good()).isFoundBy(CHECK);
        MarkedYaml.workflow(WORKFLOW)
                .and(FILE, TestSnapshots.with("/oidc", DEFAULT.replace("\"immutable\": false", "\"immutable\": true")))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(WORKFLOW.replace("id-token", "contents"))
                .and(FILE, TestSnapshots.with("/oidc", DEFAULT))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(WORKFLOW.replace("aws-actions/configure-aws-credentials", "actions/checkout"))
                .and(FILE, TestSnapshots.with("/oidc", DEFAULT))
                .isFoundBy(CHECK);
    }

    @Test
    void cannotKnowWhetherIdsAreInIt() {
        MarkedYaml repository = MarkedYaml.workflow(WORKFLOW)
                .and(FILE, TestSnapshots.with("/oidc", DEFAULT.replace("false", "{\"unknown\": \"x\"}")));
        assertThat(repository.findings(CHECK)).isEmpty();
        assertThat(repository.audit(CHECK).gaps()).hasSize(1);
    }

    /** What is unknown is neither in order nor not. */
    @ParameterizedTest
    @ValueSource(strings = {"/oidc"})
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
