package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionNotAllowedTest extends SettingsCheckContract {

    private static final ActionNotAllowed CHECK = new ActionNotAllowed();

    private static final String WORKFLOW = """
            on: push
            jobs:
              test:
                runs-on: ubuntu-24.04
                steps:
                  - uses: Vendor/tools@v1
            """;

    ActionNotAllowedTest() {
        super(CHECK, WORKFLOW, "/actions/allowed", "/actions/patterns", "/actions/githubOwned", "/actions/verified");
    }

    private static void finds(String uses, String patterns, boolean refused) {
        String marked =
                WORKFLOW.replace("Vendor/tools@v1", uses + (refused ? "  # finds: action-not-allowed medium" : ""));
        MarkedYaml.workflow(marked)
                .and(FILE, TestSnapshots.with("/actions/patterns", patterns))
                .isFoundBy(CHECK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vendor/tools@v1|[]|true",
                "vendor/tools@v1|[\"vendor/tools@*\"]|false",
                "Vendor/Tools@v1|[\"vendor/tools@*\"]|false",
                "vendor/tools@v1|[\"vendor/*\"]|false",
                "vendor/tools/sub@v1|[\"vendor/tools@*\"]|true",
                "vendor/tools/sub@v1|[\"vendor/tools/*\"]|false",
                "vendor/tools/sub@v1|[\"vendor/tools/sub@*\"]|false",
                "vendor/tools/.github/workflows/w.yml@v1|[\"vendor/tools@*\"]|true",
                "vendor/tools@v1|[\"vendor/tools@v2\"]|true",
                "vendor/tools@v1|[\"vendor/*\", \"!vendor/tools@*\"]|true",
                "vendor/toolsmith@v1|[\"vendor/tools@*\"]|true",
                "actions/checkout@v5|[]|false",
                "github/codeql-action/init@v3|[]|false",
                "my-org/shared/setup@v1|[]|false",
                "./local|[]|false",
                "docker://alpine:3|[]|false",
            })
    void knowsWhatAPatternIsAbout(String uses, String patterns, boolean refused) {
        finds(uses, patterns, refused);
    }

    @Test
    void knowsOtherSettings() {
        MarkedYaml.workflow(
                        WORKFLOW.replace("Vendor/tools@v1", "actions/checkout@v5  # finds: action-not-allowed medium"))
                .and(FILE, TestSnapshots.with("/actions/githubOwned", "false"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(WORKFLOW.replace("tools@v1", "tools@v1  # finds: action-not-allowed medium"))
                .and(FILE, TestSnapshots.with("/actions/allowed", "\"local_only\""))
                .isFoundBy(CHECK);
        assertThat(MarkedYaml.workflow(WORKFLOW)
                        .and(FILE, TestSnapshots.with("/actions/allowed", "\"all\""))
                        .findings(CHECK))
                .extracting(Finding::message)
                .containsExactly("Every action of every repository may run");
    }

    /** Only the forge knows who is verified. */
    @Test
    void cannotKnowWhoIsVerified() {
        MarkedYaml repository =
                MarkedYaml.workflow(WORKFLOW).and(FILE, TestSnapshots.with("/actions/verified", "true"));
        assertThat(repository.findings(CHECK)).isEmpty();
        assertThat(repository.audit(CHECK).gaps()).hasSize(1).allMatch(gap -> gap.contains("is verified"));
    }
}
