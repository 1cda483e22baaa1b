package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;

class UndefinedSecretTest extends SettingsCheckContract {

    private static final UndefinedSecret CHECK = new UndefinedSecret();

    private static final String WORKFLOW = """
            on: {push: {tags: ['v*']}}
            jobs:
              publish:
                runs-on: ubuntu-24.04
                environment: Release
                steps:
                  - run: mvn -B deploy
                    env:
                      TOKEN: ${{ secrets.central_token }}
            """;

    private static final String MARKED =
            WORKFLOW.replace("central_token }}", "central_token }}  # finds: undefined-secret low");

    UndefinedSecretTest() {
        super(CHECK, WORKFLOW, "/secrets", "/organisationSecrets", "/environments", "/environments/release/secrets");
    }

    private static MarkedYaml with(String workflow, String... changes) {
        return MarkedYaml.workflow(workflow).and(FILE, TestSnapshots.with(changes));
    }

    @Test
    void takesASecretFromAnywhere() {
        with(WORKFLOW).isFoundBy(CHECK);
        with(WORKFLOW, "/secrets", "{\"CENTRAL_TOKEN\": \"1970-01-01\"}", "/environments", "{}")
                .isFoundBy(CHECK);
        with(WORKFLOW, "/organisationSecrets", "[\"CENTRAL_TOKEN\"]", "/environments", "{}")
                .isFoundBy(CHECK);
        with(WORKFLOW.replace("Release", "${{ inputs.e }}")).isFoundBy(CHECK);
    }

    @Test
    void findsOneThatIsNotThere() {
        with(MARKED, "/environments/release/secrets", "{}").isFoundBy(CHECK);
        with(MARKED, "/environments", "{}").isFoundBy(CHECK);
        with(MARKED.replace("environment: Release", "timeout-minutes: 5")).isFoundBy(CHECK);
        with(MARKED.replace("Release", "test")).isFoundBy(CHECK);
    }

    @Test
    void sparesWhatCallersGive() {
        with(WORKFLOW.replace("{push: {tags: ['v*']}}", "workflow_call"), "/environments", "{}")
                .isFoundBy(CHECK);
        with(WORKFLOW.replace("secrets.central_token", "secrets[inputs.x]"), "/environments", "{}")
                .isFoundBy(CHECK);
        with(WORKFLOW.replace("central_token", "GITHUB_TOKEN"), "/environments", "{}")
                .isFoundBy(CHECK);
    }
}
