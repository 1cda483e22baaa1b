package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;

class ReleaseSecretScopeTest extends SettingsCheckContract {

    private static final ReleaseSecretScope CHECK = new ReleaseSecretScope();

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
            WORKFLOW.replace("central_token }}", "central_token }}  # finds: release-secret-scope ");

    ReleaseSecretScopeTest() {
        super(CHECK, WORKFLOW, "/secrets", "/organisationSecrets", "/environments");
    }

    private static MarkedYaml with(String workflow, String... changes) {
        return MarkedYaml.workflow(workflow).and(FILE, TestSnapshots.with(changes));
    }

    @Test
    void takesASecretOfTheEnvironment() {
        with(WORKFLOW).isFoundBy(CHECK);
    }

    @Test
    void findsASecretThatOthersGet() {
        String high = MARKED.replace("scope ", "scope high");
        with(high, "/secrets", "{\"CENTRAL_TOKEN\": \"1970-01-01\"}", "/environments/release/secrets", "{}")
                .isFoundBy(CHECK);
        with(high, "/organisationSecrets", "[\"CENTRAL_TOKEN\"]", "/environments/release/secrets", "{}")
                .isFoundBy(CHECK);
        with(high, "/organisationSecrets", "[\"CENTRAL_TOKEN\"]", "/environments", "{}")
                .isFoundBy(CHECK);
    }

    @Test
    void findsASecretThatIsThereTwice() {
        String low = MARKED.replace("scope ", "scope low");
        with(low, "/secrets", "{\"CENTRAL_TOKEN\": \"1970-01-01\"}").isFoundBy(CHECK);
        with(low, "/organisationSecrets", "[\"CENTRAL_TOKEN\"]").isFoundBy(CHECK);
    }

    @Test
    void sparesWhatIsNotPublished() {
        String[] shared = {"/secrets", "{\"CENTRAL_TOKEN\": \"1970-01-01\"}"};
        with(WORKFLOW.replace("deploy", "verify"), shared).isFoundBy(CHECK);
        with(WORKFLOW.replace("environment: Release", "timeout-minutes: 5"), shared)
                .isFoundBy(CHECK);
        with(WORKFLOW.replace("central_token", "github_token"), shared).isFoundBy(CHECK);
        with(WORKFLOW.replace("{push: {tags: ['v*']}}", "{workflow_call: {secrets: {central_token: {}}}}"), shared)
                .isFoundBy(CHECK);
    }

    @Test
    void cannotFollowAnExpression() {
        assertThat(with(WORKFLOW.replace(".central_token", "[inputs.name]"))
                        .audit(CHECK)
                        .gaps())
                .hasSize(1)
                .allMatch(gap -> gap.contains("decided by an expression"));
    }
}
