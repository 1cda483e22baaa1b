package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkApprovalTest {

    private static final ForkApproval CHECK = new ForkApproval();
    private static final String FILE = ".mvn/hardening-forge.json";

    private static final String WORKFLOW = """
            on: pull_request
            jobs:
              test:
                runs-on: [self-hosted, linux]
                steps:
                  - run: mvn -B verify
            """;

    private static final String MARKED = WORKFLOW.replace("linux]", "linux]  # finds: fork-approval high");

    private static MarkedYaml with(String workflow, String... changes) {
        return MarkedYaml.workflow(workflow).and(FILE, TestSnapshots.with(changes));
    }

    @Test
    void findsStrangersOnOurRunner() {
        for (String policy : new String[] {"first_time_contributors", "first_time_contributors_new_to_github"}) {
            with(MARKED, "/actions/forkApproval", "\"" + policy + "\"").isFoundBy(CHECK);
        }
    }

    @Test
    void sparesWhatWaitsOrIsGitHubs() {
        String[] weak = {"/actions/forkApproval", "\"first_time_contributors\""};
        with(WORKFLOW).isFoundBy(CHECK);
        with(WORKFLOW.replace("[self-hosted, linux]", "ubuntu-24.04"), weak).isFoundBy(CHECK);
        with(WORKFLOW.replace("pull_request", "push"), weak).isFoundBy(CHECK);
        with(WORKFLOW, "/actions/forkApproval", "\"first_time_contributors\"", "/private", "true")
                .isFoundBy(CHECK);
    }

    /** What is unknown is neither in order nor not. */
    @ParameterizedTest
    @ValueSource(strings = {"/actions/forkApproval"})
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
