package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusedSecretTest extends SettingsCheckContract {

    private static final UnusedSecret CHECK = new UnusedSecret();

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

    UnusedSecretTest() {
        super(CHECK, WORKFLOW, "/secrets", "/environments", "/environments/release/secrets");
    }

    private static MarkedYaml with(String workflow, String... changes) {
        return MarkedYaml.workflow(workflow).and(FILE, TestSnapshots.with(changes));
    }

    @Test
    void takesWhatIsUsed() {
        with(WORKFLOW).isFoundBy(CHECK);
        with(WORKFLOW, "/secrets", "{\"CENTRAL_TOKEN\": \"1970-01-01\"}").isFoundBy(CHECK);
    }

    @Test
    void findsWhatIsNot() {
        assertThat(with(
                                WORKFLOW,
                                "/secrets",
                                "{\"OLD\": \"1970-01-01\"}",
                                "/environments/release/secrets",
                                "{\"OTHER\": \"1970-01-01\"}")
                        .findings(CHECK))
                .extracting(Finding::message)
                .containsExactlyInAnyOrder(
                        "No workflow of this branch reads the secret 'OLD' of the repository",
                        "No workflow of this branch reads the secret 'OTHER' of the environment 'release'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"toJSON(secrets)", "secrets[inputs.name]", "secrets.*"})
    void cannotKnowWhatAnExpressionReads(String expression) {
        MarkedYaml repository =
                with(WORKFLOW.replace("secrets.central_token", expression), "/secrets", "{\"OLD\": \"1970-01-01\"}");
        assertThat(repository.findings(CHECK)).isEmpty();
        assertThat(repository.audit(CHECK).gaps()).hasSize(1).allMatch(gap -> gap.contains("may read any secret"));
    }

    @Test
    void cannotKnowWhatOthersRead() {
        String call = "on: push\njobs:\n  a:\n    uses: o/r/.github/workflows/w.yml@v1\n    secrets: inherit\n";
        MarkedYaml repository = with(call, "/secrets", "{\"OLD\": \"1970-01-01\"}");
        assertThat(repository.findings(CHECK)).isEmpty();
        assertThat(repository.audit(CHECK).gaps()).hasSize(1).allMatch(gap -> gap.contains("passes every secret"));
    }
}
