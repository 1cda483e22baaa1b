package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;

class OidcSubjectTest extends SettingsCheckContract {

    private static final OidcSubject CHECK = new OidcSubject();

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

    OidcSubjectTest() {
        super(CHECK, WORKFLOW, "/oidc");
    }

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
}
