package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedReleaseEnvironmentTest {

    private static final SharedReleaseEnvironment CHECK = new SharedReleaseEnvironment();
    private static final String FILE = ".mvn/hardening-forge.json";

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

    private static final String TEST = """
            on: pull_request
            jobs:
              test:
                runs-on: ubuntu-24.04
                environment: release
                steps:
                  - run: mvn -B verify
            """;

    private static final String MARKED = TEST.replace(
            "environment: release",
            "environment: release  # finds: shared-release-environment medium medium-confidence");

    @Test
    void findsContinuousIntegrationBesideReleases() {
        for (String on :
                new String[] {"pull_request", "pull_request_target", "[push, issue_comment]", "schedule", "merge_group"
                }) {
            MarkedYaml.workflow(WORKFLOW)
                    .and(".github/workflows/test.yml", MARKED.replace("on: pull_request", "on: " + on))
                    .isFoundBy(CHECK);
        }
    }

    /** The ref of a pull request is neither a branch's nor a tag's. */
    @Test
    void readsConditionsOnTheRefOfPullRequests() {
        String workflow = """
                on: EVENT
                jobs:
                  publish:
                    if: github.ref == 'refs/heads/main' || startsWith(github.ref, 'REF')
                    runs-on: ubuntu-24.04
                    environment: release  MARK
                    steps:
                      - run: mvn -B deploy
                """;
        String mark = "# finds: shared-release-environment medium medium-confidence";
        String ofPull = workflow.replace("EVENT", "[push, pull_request]");
        MarkedYaml.workflow(ofPull.replace("REF", "refs/tags/").replace("MARK", ""))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(ofPull.replace("REF", "refs/heads/").replace("MARK", ""))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(ofPull.replace("REF", "refs/pull/").replace("MARK", mark))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(workflow.replace("EVENT", "[push, pull_request_target]")
                        .replace("REF", "refs/heads/")
                        .replace("MARK", mark))
                .isFoundBy(CHECK);
    }

    @Test
    void sparesEnvironmentsOfTestReleases() {
        for (String name : new String[] {"test", "uv-test-publish", "testpypi", "Sandbox"}) {
            MarkedYaml.workflow(WORKFLOW.replace("Release", name))
                    .and(".github/workflows/test.yml", TEST.replace("release", name))
                    .isFoundBy(CHECK);
        }
        MarkedYaml.workflow(WORKFLOW.replace("Release", "latest"))
                .and(".github/workflows/test.yml", MARKED.replace("environment: release", "environment: latest"))
                .isFoundBy(CHECK);
    }

    @Test
    void sparesWhatIsApart() {
        MarkedYaml.workflow(WORKFLOW)
                .and(".github/workflows/test.yml", TEST.replace("release", "ci"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(WORKFLOW)
                .and(".github/workflows/test.yml", TEST.replace("pull_request", "push"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(WORKFLOW.replace("deploy", "verify"))
                .and(".github/workflows/test.yml", TEST)
                .isFoundBy(CHECK);
        MarkedYaml.workflow(WORKFLOW)
                .and(".github/workflows/test.yml", TEST.replace("environment: release", "timeout-minutes: 5"))
                .isFoundBy(CHECK);
        assertThat(MarkedYaml.workflow(WORKFLOW).and(FILE, "{").audit(CHECK).gaps())
                .isEmpty();
    }

    private static MarkedYaml change(String on, String condition, String environment, String command) {
        return MarkedYaml.workflow("""
                on: EVENTS
                jobs:
                  gate:
                    if: CONDITION
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                  deploy:
                    needs: gate
                    if: CONDITION
                    runs-on: ubuntu-24.04
                    environment: NAME
                    steps:
                      - run: COMMAND
                        env: {TOKEN: "${{ secrets.TOKEN }}"}
                """.replace("EVENTS", on)
                .replace("CONDITION", condition)
                .replace("NAME", environment)
                .replace("COMMAND", command));
    }

    @Test
    void findsProductionWithinReachOfPullRequests() {
        String found = "  # finds: shared-release-environment medium medium-confidence";
        change("pull_request", "true", "production" + found, "./deploy").isFoundBy(CHECK);
        change("[workflow_call, pull_request]", "inputs.plan == ''", "production" + found, "./deploy")
                .isFoundBy(CHECK);
        change("[push, pull_request]", "success()", "Prod" + found, "./deploy").isFoundBy(CHECK);
        change("pull_request_target", "github.event_name != 'push'", "prod-eu" + found, "./deploy")
                .isFoundBy(CHECK);
        change("[push, pull_request]", "true", "central" + found, "mvn -B deploy")
                .isFoundBy(CHECK);
        change("[push, pull_request]", "true", "{name: production" + found + "\n    }", "./deploy")
                .isFoundBy(CHECK);
    }

    @Test
    void sparesWhatPullRequestsDoNotReach() {
        change("push", "true", "production", "./deploy").isFoundBy(CHECK);
        change("[push, pull_request]", "github.event_name == 'push'", "production", "./deploy")
                .isFoundBy(CHECK);
        change("[push, pull_request]", "github.event_name != 'pull_request'", "central", "mvn -B deploy")
                .isFoundBy(CHECK);
        change(
                        "[workflow_call, pull_request]",
                        "${{ inputs.plan != '' && !fromJson(inputs.plan).implicit }}",
                        "central",
                        "mvn -B deploy")
                .isFoundBy(CHECK);
        change("pull_request", "true", "preview", "./deploy").isFoundBy(CHECK);
        change("pull_request", "true", "product-tests", "./deploy").isFoundBy(CHECK);
        change("pull_request", "true", "release-candidate", "./deploy").isFoundBy(CHECK);
    }

    @Test
    void sparesWhatRunsOnceAPullRequestIsMerged() {
        String found = "  # finds: shared-release-environment medium medium-confidence";
        for (String merged : new String[] {
            "github.event.pull_request.merged == true",
            "github.event.pull_request.merged",
            "github.event_name == 'workflow_dispatch' || github.event.pull_request.merged == true",
            "github.event.action == 'closed' && github.event.pull_request.merged"
        }) {
            change("{pull_request: {types: [closed]}, workflow_dispatch: }", merged, "production", "./deploy")
                    .isFoundBy(CHECK);
        }
        change("pull_request", "github.event.pull_request.merged == false", "production" + found, "./deploy")
                .isFoundBy(CHECK);
        change("pull_request", "${{ !github.event.pull_request.draft }}", "production" + found, "./deploy")
                .isFoundBy(CHECK);
    }

    /** What a job hands on decides as its own condition would, through the jobs that hand it further. */
    @Test
    void followsTheOutputsOfNeededJobs() {
        String found = "  # finds: shared-release-environment medium medium-confidence";
        handed("${{ github.event_name == 'push' && github.ref_type == 'tag' && true || false }}", "")
                .isFoundBy(CHECK);
        handed("${{ github.event_name != 'pull_request' }}", "").isFoundBy(CHECK);
        handed("false", "").isFoundBy(CHECK);
        handed("${{ github.event_name == 'pull_request' }}", found).isFoundBy(CHECK);
        handed("${{ steps.ask.outputs.release }}", found).isFoundBy(CHECK);
        handed("${{ needs.first.outputs.release }}", found).isFoundBy(CHECK);
        // An output that names itself so often would otherwise be looked at some billions of times.
        handed("${{ " + "needs.first.outputs.release || ".repeat(300) + "false }}", found)
                .isFoundBy(CHECK);
    }

    private static MarkedYaml handed(String output, String found) {
        return MarkedYaml.workflow("""
                on: [push, pull_request]
                jobs:
                  first:
                    runs-on: ubuntu-24.04
                    outputs:
                      release: OUTPUT
                    steps: [{run: echo}]
                  second:
                    needs: first
                    runs-on: ubuntu-24.04
                    outputs:
                      release: ${{ needs.first.outputs.release }}
                    steps: [{run: echo}]
                  gate:
                    needs: second
                    if: fromJSON(needs.second.outputs.release)
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                  deploy:
                    needs: [gate, second]
                    runs-on: ubuntu-24.04
                    environment: centralFOUND
                    steps:
                      - run: mvn -B deploy
                        env: {TOKEN: "${{ secrets.TOKEN }}"}
                """.replace("OUTPUT", output).replace("FOUND", found));
    }

    private static MarkedYaml chain(String condition) {
        return MarkedYaml.workflow("""
                on: [push, pull_request]
                jobs:
                  sign:
                    if: startsWith(github.ref, 'refs/tags/') && github.event_name == 'push'
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                  check:
                    needs: sign
                    if: CONDITION
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                  deploy:
                    needs: [check]
                    runs-on: ubuntu-24.04
                    environment: production
                    steps: [{run: mvn -B deploy}]
                """.replace("CONDITION", condition));
    }

    @Test
    void looksThroughAllThatAJobNeeds() {
        chain("true").isFoundBy(CHECK);
        assertThat(chain("always()").audit(CHECK).findings()).hasSize(1);
    }

    @Test
    void followsCallsToTheEnvironment() {
        String called = """
                on:
                  workflow_call:
                    inputs:
                      environment: {type: string, default: DEFAULT}
                jobs:
                  test:
                    runs-on: ubuntu-24.04
                    environment: ENVIRONMENT
                    steps: [{run: mvn -B verify}]
                """;
        String caller = """
                on: EVENT
                jobs:
                  call:
                    uses: ./.github/workflows/called.yml
                    with: GIVEN
                """;
        String found = "   # finds: shared-release-environment medium medium-confidence";
        String input = "${{ inputs.environment }}";
        String[][] cases = {
            {"schedule", "{environment: release}", "ci", input + found},
            {"schedule", "{other: a}", "release", input + found},
            {"pull_request", "{environment: ci}", "ci", "release" + found},
            {"schedule", "{environment: ci}", "release", input},
            {"push", "{environment: release}", "ci", input},
            {"schedule", "{environment: '${{ vars.WHERE }}'}", "release", input},
        };
        for (String[] one : cases) {
            MarkedYaml.workflow(WORKFLOW)
                    .and(
                            ".github/workflows/nightly.yml",
                            caller.replace("EVENT", one[0]).replace("GIVEN", one[1]))
                    .and(
                            ".github/workflows/called.yml",
                            called.replace("DEFAULT", one[2]).replace("ENVIRONMENT", one[3]))
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void knowsEnvironmentsByExpressionsAndMatrices() {
        String job = """
                on: EVENT
                jobs:
                  a:
                    strategy: {matrix: {stage: [staging, production], kind: [a, b]}}
                    runs-on: ubuntu-24.04
                    environment: ${{ NAME }}
                    steps: [{run: ./plan}]
                """;
        String found = "      # finds: shared-release-environment medium medium-confidence";
        String[][] cases = {
            {"pull_request", "github.base_ref == 'main' && 'production' || 'staging'", found},
            {"pull_request", "matrix.stage", found},
            {"pull_request_target", "(github.base_ref == 'a' && 'x') || 'production'", found},
            {"pull_request", "matrix.kind", ""},
            {"pull_request", "github.ref == 'refs/heads/main' && 'production' || 'preview'", ""},
            {"pull_request", "github.event_name == 'pull_request' && 'preview' || 'production'", ""},
            {"pull_request", "vars.STAGE", ""},
            {"push", "matrix.stage", ""},
        };
        for (String[] one : cases) {
            MarkedYaml.workflow(job.replace("EVENT", one[0]).replace("${{ NAME }}", "${{ " + one[1] + " }}" + one[2]))
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void knowsEnvironmentsThatAreGivenToWhatPublishes() {
        String called = WORKFLOW.replace("{push: {tags: ['v*']}}", "{workflow_call: {inputs: {where: {type: string}}}}")
                .replace("environment: Release", "environment: ${{ inputs.where }}");
        String caller = """
                on: EVENT
                jobs:
                  call:
                    uses: ./.github/workflows/called.yml
                    with: {where: release}
                """;
        MarkedYaml.workflow(caller.replace("EVENT", "release"))
                .and(".github/workflows/called.yml", called)
                .and(".github/workflows/test.yml", MARKED)
                .isFoundBy(CHECK);
        // A nightly that publishes from it shares nothing.
        MarkedYaml.workflow(caller.replace("EVENT", "schedule"))
                .and(".github/workflows/called.yml", called)
                .isFoundBy(CHECK);
    }

    private static final String DEPLOY = """
            on:
              workflow_call:
                inputs:
                  stage: {type: string}
                  really: {type: boolean}
            jobs:
              deploy:
                runs-on: ubuntu-24.04
                if: inputs.really
                environment: ${{ inputs.stage }}  # finds: shared-release-environment medium medium-confidence
                steps:
                  - run: terraform apply -auto-approve
            """;

    private static String caller(String on, String extra, String stage, boolean really) {
        return """
                on: %s
                jobs:
                  test:
                    runs-on: ubuntu-24.04
                    if: github.event_name == 'push'
                    steps: [{run: make}]
                  call:
                    %s
                    uses: ./.github/workflows/deploy.yml
                    with: {stage: %s, really: %s}
                """.formatted(on, extra, stage, really);
    }

    @Test
    void followsCallsIntoProduction() {
        MarkedYaml.workflow(caller("pull_request", "secrets: inherit", "production", true))
                .and(".github/workflows/deploy.yml", DEPLOY)
                .isFoundBy(CHECK);
        String silent = DEPLOY.replaceAll("  # finds.*", "");
        for (String caller : List.of(
                caller("pull_request", "if: github.ref == 'refs/heads/main'", "production", true),
                caller("pull_request", "needs: test", "production", true),
                caller("pull_request", "secrets: inherit", "staging", true),
                caller("pull_request", "secrets: inherit", "production", false),
                caller("push", "secrets: inherit", "production", true))) {
            MarkedYaml.workflow(caller)
                    .and(".github/workflows/deploy.yml", silent)
                    .isFoundBy(CHECK);
        }
    }
}
