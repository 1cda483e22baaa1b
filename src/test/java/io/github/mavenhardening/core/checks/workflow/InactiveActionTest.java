package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InactiveActionTest {

    private static final InactiveAction CHECK = new InactiveAction();
    private static final String FILE = ".mvn/hardening-forge.json";

    private static final String WORKFLOW = """
            on: push
            jobs:
              test:
                runs-on: ubuntu-24.04
                steps:
                  - uses: Vendor/setup@v1
            """;

    private static MarkedYaml with(String workflow, String states) {
        return MarkedYaml.workflow(workflow).and(FILE, TestSnapshots.with("/actionsUsed", states));
    }

    @Test
    void findsWhatNobodyMends() {
        String marked = WORKFLOW.replace("@v1", "@v1  # finds: inactive-action medium");
        with(marked, "{\"vendor/setup\": \"archived\"}").isFoundBy(CHECK);
        with(marked, "{\"vendor/setup\": \"disabled\"}").isFoundBy(CHECK);
    }

    @Test
    void sparesWhatIsActiveOrOurs() {
        with(WORKFLOW, "{\"vendor/setup\": \"active\"}").isFoundBy(CHECK);
        with(WORKFLOW.replace("Vendor/setup", "my-org/app/setup"), "{}").isFoundBy(CHECK);
        MarkedYaml.workflow(WORKFLOW).isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"vendor/setup\": {\"unknown\": \"not allowed to see (403)\"}}"})
    void saysWhatItDoesNotKnow(String states) {
        MarkedYaml repository = with(WORKFLOW, states);
        assertThat(repository.findings(CHECK)).isEmpty();
        assertThat(repository.audit(CHECK).gaps()).hasSize(1).allMatch(gap -> gap.contains("unknown"));
    }
}
