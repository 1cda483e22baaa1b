package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;

class ForkApprovalTest extends SettingsCheckContract {

    private static final ForkApproval CHECK = new ForkApproval();

    private static final String WORKFLOW = """
            on: pull_request
            jobs:
              test:
                runs-on: [self-hosted, linux]
                steps:
                  - run: mvn -B verify
            """;

    private static final String MARKED = WORKFLOW.replace("linux]", "linux]  # finds: fork-approval high");

    ForkApprovalTest() {
        super(CHECK, WORKFLOW, "/actions/forkApproval");
    }

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
}
