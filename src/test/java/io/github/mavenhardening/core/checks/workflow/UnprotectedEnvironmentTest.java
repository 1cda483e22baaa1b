package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;

class UnprotectedEnvironmentTest extends SettingsCheckContract {

    private static final UnprotectedEnvironment CHECK = new UnprotectedEnvironment();

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

    UnprotectedEnvironmentTest() {
        super(
                CHECK,
                WORKFLOW,
                "/environments",
                "/environments/release/reviewers",
                "/environments/release/refs",
                "/environments/release/preventsSelfReview",
                "/environments/release/adminsBypass");
    }

    private static void look(String severity, String line, String... changes) {
        String marked = line.isEmpty()
                ? WORKFLOW
                : WORKFLOW.replace(line, line + "  # finds: unprotected-environment " + severity);
        MarkedYaml.workflow(marked).and(FILE, TestSnapshots.with(changes)).isFoundBy(CHECK);
    }

    private static void finds(String severity, String... changes) {
        look(severity, "environment: Release", changes);
    }

    private static void spares(String... changes) {
        look("", "", changes);
    }

    @Test
    void takesWhatIsGuarded() {
        spares();
        spares("/environments/release/refs", "[\"any\"]");
        spares("/environments/release/refs", "[\"protected\"]", "/environments/release/reviewers", "[]");
        spares("/environments/release/refs", "[\"tag v*\"]", "/environments/release/reviewers", "[]");
        spares(
                "/environments/release/refs",
                "[\"any\"]",
                "/environments/release/reviewers",
                "[]",
                "/environments/release/apps",
                "[\"gate\"]");
    }

    @Test
    void findsOneThatDoesNotExist() {
        finds("high", "/environments", "{}");
    }

    @Test
    void findsOneThatGuardsNothing() {
        for (String refs : new String[] {"[\"any\"]", "[\"branch *\", \"tag v*\"]", "[\"branch **\", \"tag v*\"]"}) {
            finds("high", "/environments/release/refs", refs, "/environments/release/reviewers", "[]");
        }
    }

    @Test
    void findsLenientRules() {
        finds("medium", "/environments/release/preventsSelfReview", "false");
        finds("low", "/environments/release/adminsBypass", "true");
        spares(
                "/environments/release/adminsBypass", "true",
                "/environments/release/preventsSelfReview", "false",
                "/environments/release/reviewers", "[]");
    }

    /** The workflow runs on tags v*, and an environment for branches alone refuses each run. */
    @Test
    void findsRefsThatNoEventReaches() {
        finds("medium", "/environments/release/refs", "[\"branch main\"]");
        finds("medium", "/environments/release/refs", "[]");
        for (String on : new String[] {
            "pull_request", "{push: {branches: [dev]}}", "schedule", "issues", "{push: {branches-ignore: [x]}}"
        }) {
            boolean isOnMain = on.equals("schedule") || on.equals("issues");
            String text = WORKFLOW.replace("{push: {tags: ['v*']}}", on);
            String marked = text.replace(
                    "environment: Release", "environment: Release  # finds: unprotected-environment medium");
            MarkedYaml.workflow(marked)
                    .and(FILE, TestSnapshots.with("/environments/release/refs", "[\"tag v*\"]"))
                    .isFoundBy(CHECK);
            MarkedYaml.workflow(isOnMain ? text : on.contains("ignore") ? text : marked)
                    .and(FILE, TestSnapshots.with("/environments/release/refs", "[\"branch main\"]"))
                    .isFoundBy(CHECK);
        }
        for (String on : new String[] {
            "push", "release", "workflow_dispatch", "{push: {tags: [v1]}}", "workflow_call", "[pull_request, release]"
        }) {
            MarkedYaml.workflow(WORKFLOW.replace("{push: {tags: ['v*']}}", on))
                    .and(FILE, TestSnapshots.with("/environments/release/refs", "[\"tag v*\"]"))
                    .isFoundBy(CHECK);
        }
    }

    /** A job that does not publish is told of an environment that is not there, and of nothing else. */
    @Test
    void looksAtOtherJobs() {
        String other = WORKFLOW.replace("mvn -B deploy", "mvn -B verify");
        MarkedYaml.workflow(other)
                .and(FILE, TestSnapshots.with("/environments/release/adminsBypass", "true"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(other.replace(
                        "environment: Release", "environment: Release  # finds: unprotected-environment medium"))
                .and(FILE, TestSnapshots.with("/environments", "{}"))
                .isFoundBy(CHECK);
    }

    @Test
    void cannotFollowAnExpression() {
        MarkedYaml repository = MarkedYaml.workflow(WORKFLOW.replace("Release", "${{ inputs.where }}"))
                .and(FILE, TestSnapshots.good());
        assertThat(repository.findings(CHECK)).isEmpty();
        assertThat(repository.audit(CHECK).gaps()).hasSize(1).allMatch(gap -> gap.contains("named by an expression"));
    }

    /** Each ref is compared with the events of each workflow, so that there is a limit, and it is said. */
    @Test
    void saysThatThereAreTooManyRefs() {
        String refs = "[" + "\"branch x\", ".repeat(500) + "\"branch y\"]";
        assertThat(MarkedYaml.workflow(WORKFLOW)
                        .and(FILE, TestSnapshots.with("/environments/release/refs", refs))
                        .audit(CHECK)
                        .gaps())
                .containsExactly(
                        "unprotected-environment: there are more than 500 'refs' of the environment 'release'");
    }
}
