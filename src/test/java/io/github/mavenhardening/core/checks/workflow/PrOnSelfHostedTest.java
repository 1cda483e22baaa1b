package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class PrOnSelfHostedTest {

    private static final PrOnSelfHosted CHECK = new PrOnSelfHosted();

    @Test
    void findsPullRequestsOnOwnMachines() {
        MarkedYaml.workflow("""
                on: [push, pull_request]
                jobs:
                  own:
                    runs-on: [self-hosted, linux]         # finds: pr-on-self-hosted high medium-confidence
                    steps: [{run: x}]
                  matrix:
                    runs-on: ${{ matrix.os }}             # finds: pr-on-self-hosted high medium-confidence
                    strategy: {matrix: {os: [ubuntu-24.04, self-hosted]}}
                    steps: [{run: x}]
                  hosted:
                    runs-on: ubuntu-24.04
                    steps: [{run: x}]
                  pushed:
                    if: github.event_name == 'push'
                    runs-on: self-hosted
                    steps: [{run: x}]
                  branches:
                    if: github.event.pull_request.head.repo.full_name == github.repository
                    runs-on: self-hosted
                    steps: [{run: x}]
                """).isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: [push, release]
                jobs:
                  own:
                    runs-on: self-hosted
                    steps: [{run: x}]
                """).isFoundBy(CHECK);
    }

    @Test
    void readsListsOfTheMatrix() {
        MarkedYaml.workflow("""
                on: pull_request
                jobs:
                  nested:
                    runs-on: ${{ matrix.os }}             # finds: pr-on-self-hosted high medium-confidence
                    strategy: {matrix: {os: [[self-hosted, linux], ubuntu-24.04]}}
                    steps: [{run: x}]
                  json:
                    runs-on: ${{ fromJSON(matrix.on) }}   # finds: pr-on-self-hosted high medium-confidence
                    strategy: {matrix: {on: ['["self-hosted", "linux"]', '["ubuntu-24.04"]']}}
                    steps: [{run: x}]
                  hosted:
                    runs-on: ${{ fromJSON(matrix.on) }}
                    strategy: {matrix: {on: ['["my-self-hosted"]', '["ubuntu-24.04"]']}}
                    steps: [{run: x}]
                  chosen:
                    runs-on: ${{ fromJSON(github.event_name == 'push' && '["self-hosted"]' || '["ubuntu-24.04"]') }}
                    strategy: {matrix: {a: [1]}}
                    steps: [{run: x}]
                """).isFoundBy(CHECK);
    }

    @Test
    void asksTheItemOfAListThatIsRead() {
        MarkedYaml.workflow("""
                on: pull_request
                jobs:
                  first:
                    runs-on: ${{ matrix.build[0] }}
                    strategy: {matrix: {build: [[macos-14, arm64], [ubuntu-24.04, linux]]}}
                    steps: [{run: x}]
                  second:
                    runs-on: ${{ matrix.build[1] }}         # finds: pr-on-self-hosted high low-confidence
                    strategy: {matrix: {build: [[macos-14, arm64], [ubuntu-24.04, linux]]}}
                    steps: [{run: x}]
                  either:
                    runs-on: ${{ matrix.build[matrix.at] }} # finds: pr-on-self-hosted high low-confidence
                    strategy: {matrix: {build: [[macos-14, arm64]], at: [0, 1]}}
                    steps: [{run: x}]
                """).isFoundBy(CHECK);
    }

    /** GitHub's own runners have none of them. */
    @Test
    void knowsLabelsOfSystems() {
        MarkedYaml.workflow("""
                on: pull_request
                jobs:
                  own:
                    runs-on: linux                        # finds: pr-on-self-hosted high low-confidence
                    steps: [{run: x}]
                  more:
                    runs-on: {labels: [Windows, gpu]}     # finds: pr-on-self-hosted high low-confidence
                    steps: [{run: x}]
                  matrix:
                    runs-on: ${{ matrix.on }}             # finds: pr-on-self-hosted high low-confidence
                    strategy: {matrix: {include: [{on: ubuntu-24.04}, {on: [linux, ARM64]}]}}
                    steps: [{run: x}]
                  hosted:
                    runs-on: [ubuntu-latest, x64]
                    steps: [{run: x}]
                  chosen:
                    runs-on: ${{ matrix.os == 'linux' && 'ubuntu-24.04' || 'macos-15' }}
                    strategy: {matrix: {os: [linux, macos]}}
                    steps: [{run: x}]
                  part:
                    runs-on: ${{ matrix.os }}-latest
                    strategy: {matrix: {os: [windows, macos]}}
                    steps: [{run: x}]
                  larger:
                    runs-on: linux-8-cores
                    steps: [{run: x}]
                """).isFoundBy(CHECK);
    }

    @Test
    void followsCalls() {
        String called = """
                on: workflow_call
                jobs:
                  own:
                    runs-on: self-hosted
                    steps: [{run: x}]
                """;
        String caller = "on: EVENT\njobs:\n  call:\n    uses: ./.github/workflows/own.yml\n";
        MarkedYaml.workflow(caller.replace("EVENT", "pull_request"))
                .and(
                        ".github/workflows/own.yml",
                        called.replace(
                                "self-hosted\n", "self-hosted # finds: pr-on-self-hosted high medium-confidence\n"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(caller.replace("EVENT", "push"))
                .and(".github/workflows/own.yml", called)
                .isFoundBy(CHECK);
    }

    @Test
    void countsGuardsOfJobsThatAreNeeded() {
        String workflow = """
                on: [push, pull_request]
                jobs:
                  gate:
                    if: GUARD
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                  own:
                    needs: gate
                    runs-on: self-hosted FOUND
                    steps: [{run: x}]
                """;
        for (String guard : new String[] {
            "github.event_name == 'push'", "github.event.pull_request.head.repo.full_name == github.repository"
        }) {
            MarkedYaml.workflow(workflow.replace("GUARD", guard).replace("FOUND", ""))
                    .isFoundBy(CHECK);
        }
        MarkedYaml.workflow(workflow.replace("GUARD", "github.actor != 'a'")
                        .replace("FOUND", "# finds: pr-on-self-hosted high medium-confidence"))
                .isFoundBy(CHECK);
    }

    @Test
    void isLowWhereALabelStartsTheRun() {
        String workflow = """
                on: TRIGGER
                jobs:
                  own:
                    if: CONDITION
                    runs-on: self-hosted # finds: pr-on-self-hosted FOUND
                    steps: [{run: x}]
                """;
        String labelled = "{pull_request: {types: [labeled]}, push: {}}";
        String low = "low low-confidence";
        String high = "high medium-confidence";
        for (String[] each : new String[][] {
            {labelled, "github.event.label.name == 'bench'", low},
            {labelled, "github.ref == 'refs/heads/main' || github.event.label.name == 'bench'", low},
            {labelled, "github.event.label.name != 'bench'", high},
            {labelled, "github.actor == 'a' || github.event.label.name == 'bench'", high},
            {"{pull_request: {types: [labeled, synchronize]}}", "github.event.label.name == 'bench'", high},
            // Its runs are on the base branch, whoever sends them.
            {
                "{pull_request_target: {types: [labeled]}}",
                "github.ref == 'refs/heads/main' || github.event.label.name == 'bench'",
                high
            }
        }) {
            MarkedYaml.workflow(workflow.replace("TRIGGER", each[0])
                            .replace("CONDITION", each[1])
                            .replace("FOUND", each[2]))
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void takesConditionsForFalseThatAskForAnotherEvent() {
        MarkedYaml.workflow("""
                on: {pull_request: {}, repository_dispatch: {types: [test-command]}}
                jobs:
                  dispatched:
                    if: github.event.client_payload.slash_command.command == 'test'
                    runs-on: self-hosted
                    steps: [{run: x}]
                  main:
                    if: github.ref == 'refs/heads/main'
                    runs-on: self-hosted
                    steps: [{run: x}]
                  either:
                    if: github.event.client_payload.slash_command.command != 'test'
                    runs-on: self-hosted        # finds: pr-on-self-hosted high medium-confidence
                    steps: [{run: x}]
                """).isFoundBy(CHECK);
    }
}
