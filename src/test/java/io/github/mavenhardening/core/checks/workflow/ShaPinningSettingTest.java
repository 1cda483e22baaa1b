package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShaPinningSettingTest extends SettingsCheckContract {

    private static final ShaPinningSetting CHECK = new ShaPinningSetting();

    private static final String WORKFLOW = """
            on: push
            jobs:
              test:
                runs-on: ubuntu-24.04
                steps:
                  - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8
                  - uses: ./local
            """;

    ShaPinningSettingTest() {
        super(CHECK, WORKFLOW, "/actions/shaPinning");
    }

    @Test
    void takesWhatAgrees() {
        MarkedYaml.workflow(WORKFLOW).and(FILE, TestSnapshots.good()).isFoundBy(CHECK);
        MarkedYaml.workflow(WORKFLOW.replace("@08c6903cd8c0fde910a37f88322edcfb5dd907a8", "@v5"))
                .and(FILE, TestSnapshots.with("/actions/shaPinning", "false"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow("on: push\njobs: {}\n")
                .and(FILE, TestSnapshots.with("/actions/shaPinning", "false"))
                .isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5", "main", "08c6903"})
    void findsWhatIsRefused(String ref) {
        MarkedYaml.workflow(WORKFLOW.replace(
                        "08c6903cd8c0fde910a37f88322edcfb5dd907a8", ref + "  # finds: sha-pinning-setting medium"))
                .and(FILE, TestSnapshots.good())
                .isFoundBy(CHECK);
    }

    @Test
    void findsASettingThatIsOff() {
        assertThat(MarkedYaml.workflow(WORKFLOW)
                        .and(FILE, TestSnapshots.with("/actions/shaPinning", "false"))
                        .findings(CHECK))
                .hasSize(1)
                .allMatch(finding -> finding.primary().path().equals(FILE)
                        && finding.primary().line() == 18);
    }
}
