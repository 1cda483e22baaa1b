package io.github.mavenhardening.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.forge.TestSnapshots;
import io.github.mavenhardening.core.run.JobAccess.Rule;
import io.github.mavenhardening.core.run.JobAccess.Secret;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccessMatrixTest {

    private static final String SNAPSHOT = ".mvn/hardening-forge.json";

    private static final String RELEASE = """
            on: {push: {tags: ['v*']}, workflow_dispatch: }
            jobs:
              publish:
                runs-on: ubuntu-24.04
                environment: Release
                steps:
                  - run: mvn -B deploy
                    env: {TOKEN: '${{ secrets.central_token }}', CHAT: '${{ secrets.CHAT }}'}
            """;

    private final Map<String, String> files = new TreeMap<>(Map.of(".github/workflows/a.yml", RELEASE));

    private AccessMatrixTest file(String name, String text) {
        files.put(".github/workflows/" + name, text);
        return this;
    }

    private AccessMatrixTest with(String... changes) {
        files.put(SNAPSHOT, TestSnapshots.with(changes));
        return this;
    }

    private AuditResult audit() {
        CheckContext context = MemoryTree.of(files).context(Optional.empty());
        return new WorkflowAudit().run(context, Checks.of(List.of())).withGaps(context.gaps());
    }

    /** A line for each job, and one for each of its publications and secrets. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (JobAccess job : audit().measures().access()) {
            lines.add(job.job() + " " + job.events() + " " + job.environment().orElse("-"));
            for (String what : job.publishes()) {
                lines.add("publishes " + what + ": " + text(job.rule()));
            }
            for (Secret secret : job.secrets()) {
                lines.add(secret.name() + " of " + secret.owner().words() + ": " + text(secret.rule()));
            }
        }
        return lines;
    }

    private static String text(Rule rule) {
        return rule.guard() + " " + rule.text();
    }

    @Test
    void comparesEachSecretWithTheSettings() {
        assertThat(with("/secrets", "{\"CHAT\": \"1970-01-01\"}").lines())
                .containsExactly(
                        "publish [push, workflow_dispatch] Release",
                        "publishes mvn deploy: GUARDED approval by user ada or user bob; branch main, tag v* alone",
                        "CENTRAL_TOKEN of the environment: GUARDED approval by user ada or user bob; branch main, tag v* alone",
                        "CHAT of the repository: OPEN nothing: every job of the repository gets it");
        assertThat(with("/organisationSecrets", "[\"CHAT\"]").lines())
                .contains("CHAT of the organisation: OPEN nothing: every job of the repository gets it");
        // What does not exist is not guarded: nobody knows who will have it.
        assertThat(with().lines())
                .contains(
                        "CHAT of nobody: UNKNOWN nobody has it, so that it is empty until somebody creates it, guarded or"
                                + " not");
    }

    /** The files alone say who needs no environment, and not what an environment guards. */
    @Test
    void knowsWhatTheFilesAloneSay() {
        file("b.yml", """
                on: pull_request
                jobs:
                  test:
                    runs-on: ubuntu-24.04
                    steps: [{run: 'echo ${{ secrets.CHAT }}'}]
                  other:
                    runs-on: ubuntu-24.04
                    steps: [{run: make}]
                """);
        assertThat(lines())
                .containsExactly(
                        "publish [push, workflow_dispatch] Release",
                        "publishes mvn deploy: UNKNOWN the environment's rules, which only the forge knows",
                        "CENTRAL_TOKEN of unknown: UNKNOWN the environment's rules, which only the forge knows",
                        "CHAT of unknown: UNKNOWN the environment's rules, which only the forge knows",
                        "test [pull_request] -",
                        "CHAT of unknown: OPEN nothing: the job has no environment, so that every branch's run gets this far");
    }

    @Test
    void findsWhatGuardsNothing() {
        assertThat(with("/environments/release/reviewers", "[]", "/environments/release/refs", "[\"any\"]")
                        .lines())
                .contains("CENTRAL_TOKEN of the environment: OPEN nothing: the environment has no rule");
        assertThat(with("/environments/release/reviewers", "[]", "/environments/release/refs", "[\"branch *\"]")
                        .lines())
                .contains("CENTRAL_TOKEN of the environment: OPEN nothing: the environment has no rule");
        assertThat(with("/environments", "{}").lines())
                .contains(
                        "publishes mvn deploy: OPEN nothing: the environment does not exist, and GitHub creates it without"
                                + " rules");
    }

    @Test
    void namesEachRule() {
        assertThat(with(
                                "/environments/release/reviewers",
                                "[]",
                                "/environments/release/refs",
                                "[\"protected\"]",
                                "/environments/release/apps",
                                "[\"gate\"]")
                        .lines())
                .contains("publishes mvn deploy: GUARDED the rule of the app gate; protected branches alone");
        assertThat(with("/environments/release/reviewers", "[]", "/environments/release/refs", "[]")
                        .lines())
                .contains("publishes mvn deploy: GUARDED no branch and no tag may deploy");
    }

    /** What another forge's settings guard does not run here. */
    @Test
    void asksNoOtherForge() {
        files.put(SNAPSHOT, TestSnapshots.gitLab());
        assertThat(lines())
                .contains("publishes mvn deploy: UNKNOWN the environment's rules, which only the forge knows");
    }

    /** Neither guarded nor open. */
    @Test
    void saysWhatItDoesNotKnow() {
        String unknown = "{\"unknown\": \"not allowed to see (403)\"}";
        assertThat(with("/environments", unknown).lines())
                .contains(
                        "publishes mvn deploy: UNKNOWN the environment's rules are unknown: not allowed to see (403)",
                        "CENTRAL_TOKEN of unknown: UNKNOWN the environment's rules are unknown: not allowed to see (403)");
        assertThat(with("/environments/release/reviewers", unknown, "/environments/release/refs", "[\"any\"]")
                        .lines())
                .contains(
                        "publishes mvn deploy: UNKNOWN the environment's rules are unknown: not allowed to see (403)");
        assertThat(with("/environments/release/secrets", unknown).lines())
                .contains(
                        "CENTRAL_TOKEN of unknown: GUARDED approval by user ada or user bob; branch main, tag v* alone");
        assertThat(with("/secrets", unknown).lines())
                .contains(
                        "CHAT of unknown: OPEN nothing: it is none of the environment's, so that every job gets it if it"
                                + " exists");
        file("a.yml", RELEASE.replace("Release", "${{ inputs.where }}"));
        assertThat(with().lines())
                .contains("publishes mvn deploy: UNKNOWN the rules of an environment that an expression names");
        files.put(SNAPSHOT, "{");
        assertThat(lines())
                .contains("publishes mvn deploy: UNKNOWN the rules of an environment that an expression names");
    }

    /** What starts a called workflow starts its jobs; a call that hands over every secret reaches any. */
    @Test
    void followsCalls() {
        file("a.yml", RELEASE.replace("{push: {tags: ['v*']}, workflow_dispatch: }", "workflow_call"));
        file("b.yml", """
                on: [release, schedule]
                jobs:
                  call:
                    uses: ./.github/workflows/a.yml
                    secrets: inherit
                """);
        assertThat(lines())
                .contains(
                        "publish [release, schedule] Release",
                        "call [release, schedule] -",
                        "* of unknown: OPEN nothing: the job has no environment, so that every branch's run gets this far");
    }

    /** A condition of the job, of a call on the way or of a job that it waits for tells which events get there. */
    @Test
    void leavesOutEventsThatConditionsExclude() {
        file("a.yml", """
                on: [push, pull_request, release]
                jobs:
                  build:
                    if: github.event_name != 'release'
                    runs-on: ubuntu-24.04
                    steps: [{run: make}]
                  test:
                    needs: build
                    runs-on: ubuntu-24.04
                    steps: [{run: 'echo ${{ secrets.TEST }}'}]
                  report:
                    needs: build
                    if: always()
                    runs-on: ubuntu-24.04
                    steps: [{run: 'echo ${{ secrets.CHAT }}'}]
                  publish:
                    if: startsWith(github.ref, 'refs/tags/')
                    uses: ./.github/workflows/b.yml
                    secrets: inherit
                """);
        file("b.yml", """
                on: [workflow_call, workflow_dispatch]
                jobs:
                  deploy:
                    runs-on: ubuntu-24.04
                    steps: [{run: 'echo ${{ secrets.KEY }}'}]
                  asked:
                    if: github.event_name == 'workflow_dispatch'
                    runs-on: ubuntu-24.04
                    steps: [{run: 'echo ${{ secrets.KEY }}'}]
                """);
        assertThat(lines())
                .contains(
                        "test [pull_request, push] -",
                        "report [pull_request, push, release] -",
                        "publish [push, release] -",
                        "deploy [push, release, workflow_call, workflow_dispatch] -",
                        "asked [workflow_call, workflow_dispatch] -");
    }

    @Test
    void looksAtEachEnvironmentThatAnExpressionMayName() {
        file("a.yml", RELEASE.replace("environment: Release", """
                strategy: {matrix: {where: [Release, Staging]}}
                    environment: ${{ matrix.where }}"""));
        assertThat(lines())
                .contains(
                        "publishes mvn deploy: UNKNOWN the rules of an environment that an expression names: 'Release' or"
                                + " 'Staging'");
        assertThat(with().lines())
                .contains(
                        "publishes mvn deploy: OPEN nothing, where the environment is 'Staging'",
                        "CENTRAL_TOKEN of unknown: OPEN nothing, where the environment is 'Staging'");
    }

    /** A workflow's own env is each of its jobs': what would grow with the square of the file ends, and that is said. */
    @Test
    void endsSomewhere() {
        StringBuilder text = new StringBuilder("on: push\nenv:\n");
        for (int i = 0; i < 2_000; i++) {
            text.append("  V").append(i).append(": ${{ secrets.S").append(i).append(" }}\n");
        }
        text.append("jobs:\n");
        for (int i = 0; i < 500; i++) {
            text.append("  j").append(i).append(": {runs-on: x, steps: [{run: make}]}\n");
        }
        file("b.yml", text.toString());
        AuditResult audit = audit();
        assertThat(audit.measures().access()).hasSizeBetween(5, 7);
        assertThat(audit.gaps())
                .containsExactly("Of who reaches which credentials no more than 10000 entries are listed: those from"
                        + " .github/workflows/b.yml on are left out");
    }
}
