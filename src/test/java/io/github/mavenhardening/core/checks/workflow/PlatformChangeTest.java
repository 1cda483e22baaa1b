package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.step.PlatformChanges;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As of 22 November 2026, the day of the tests. */
class PlatformChangeTest {

    private static final PlatformChange CHECK = new PlatformChange();

    @Test
    void findsRetiredRunners() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  past:
                    runs-on: macos-12      # finds: platform-change high
                    steps: [{run: make}]
                  future:
                    runs-on: Ubuntu-22.04      # finds: platform-change medium
                    steps: [{run: make}]
                  now:
                    runs-on: ubuntu-24.04
                    steps: [{run: make}]
                  own:
                    runs-on: [self-hosted, macos-12]
                    steps: [{run: make}]
                """).isFoundBy(CHECK);
    }

    @Test
    void tellsALabelOnce() {
        MarkedYaml yaml = MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: macos-12      # finds: platform-change high
                    steps: [{run: make}]
                  b:
                    runs-on: macos-12
                    steps: [{run: make}]
                  c:
                    strategy: {matrix: {os: [MacOS-12, macos-12, windows-2019]}}
                    runs-on: ${{ matrix.os }}      # finds: platform-change high
                    steps: [{run: make}]
                """);
        yaml.isFoundBy(CHECK);
        assertThat(yaml.findings(CHECK).get(0).message()).endsWith("3 jobs fail");
        assertThat(yaml.findings(CHECK).get(0).related())
                .extracting(Location::line)
                .containsExactly(7, 11);
    }

    @Test
    void tellsARefusedVersionOnce() {
        MarkedYaml yaml = MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/upload-artifact@v3      # finds: platform-change high
                      - uses: actions/upload-artifact@v2      # finds: platform-change high
                  b:
                    runs-on: ubuntu-24.04
                    steps: [{uses: actions/upload-artifact@v3}]
                """);
        yaml.isFoundBy(CHECK);
        assertThat(yaml.findings(CHECK).stream().map(Finding::message).sorted())
                .satisfiesExactly(
                        two -> assertThat(two).endsWith("2 steps fail"),
                        one -> assertThat(one).endsWith("the step fails"));
        MarkedYaml.action("""
                name: a
                runs:
                  using: composite
                  steps:
                    - uses: actions/upload-artifact@v3      # finds: platform-change high
                    - uses: actions/upload-artifact@v3
                """).isFoundBy(CHECK);
    }

    @Test
    void findsRunnersOfAMatrix() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    strategy: {matrix: {os: [ubuntu-24.04, windows-2019]}}
                    runs-on: ${{ matrix.os }}      # finds: platform-change high
                    steps: [{run: make}]
                  b:
                    strategy: {matrix: {include: [{os: macos-14}, {os: macos-15}]}}
                    runs-on: ${{ matrix.os }}      # finds: platform-change high
                    steps: [{run: make}]
                  c:
                    strategy: {matrix: {os: [ubuntu-24.04, windows-2025]}}
                    runs-on: ${{ matrix.os }}
                    steps: [{run: make}]
                  d:
                    runs-on: ${{ github.ref == 'refs/heads/main' && 'ubuntu-20.04' || 'ubuntu-24.04' }}      # finds: platform-change high
                    steps: [{run: make}]
                """).isFoundBy(CHECK);
    }

    @Test
    void findsRunnersWhoseLabelIsPutTogether() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    strategy: {matrix: {version: [20.04, 24.04]}}
                    runs-on: ubuntu-${{ matrix.version }}      # finds: platform-change high
                    steps: [{run: make}]
                  b:
                    strategy: {matrix: {version: ['12', '15']}}
                    runs-on: ${{ format('macos-{0}', matrix.version) }}      # finds: platform-change high
                    steps: [{run: make}]
                  c:
                    runs-on: ${{ fromJSON(github.ref_name == 'main' && '["windows-2019"]' || '["windows-2025"]') }}      # finds: platform-change high
                    steps: [{run: make}]
                  d:
                    strategy: {matrix: {on: ['["self-hosted", "macos-13"]', '["macos-11"]']}}
                    runs-on: ${{ fromJSON(matrix.on) }}      # finds: platform-change high
                    steps: [{run: make}]
                  own:
                    runs-on: ${{ format('own-{0}-{1}', github.run_id, matrix.version) }}
                    strategy: {matrix: {version: [ubuntu-20.04]}}
                    steps: [{run: make}]
                """).isFoundBy(CHECK);
    }

    @Test
    void namesALaterImage() {
        Map.of(
                        "ubuntu-20.04", "'ubuntu-24.04'",
                        "ubuntu-22.04-arm", "'ubuntu-24.04-arm'",
                        "windows-2019", "'windows-2025'",
                        "macos-13", "'macos-15'",
                        "macos-13-large", "'macos-15-large'")
                .forEach((label, later) -> assertThat(
                                MarkedYaml.workflow("""
                                on: push
                                jobs:
                                  a:
                                    runs-on: %s
                                    steps: [{run: make}]
                                """.formatted(label)).findings(CHECK))
                        .singleElement()
                        .satisfies(found -> assertThat(found.remedy()).contains(later)));
    }

    @Test
    void comparesAllThatACalledWorkflowAsksFor() {
        String called = """
                on: workflow_call
                permissions: TOP
                jobs:
                  c:
                    if: CONDITION
                    permissions: OWN
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                """;
        String[][] cases = {
            // What the caller grants, what the called workflow asks for at its top and in its job, and whether that is
            // too much.
            {"{contents: read}", "{contents: write}", "{contents: read}", "true", "high"},
            {"{contents: read}", "{contents: read}", "{id-token: write}", "false", "high"},
            {"read-all", "write-all", "{}", "true", "high"},
            {"read-all", "{}", "{packages: write}", "true", "high"},
            {"{contents: write}", "read-all", "{}", "true", "high"},
            {"read-all", "read-all", "{contents: read}", "true", ""},
            {"write-all", "write-all", "{id-token: write}", "true", ""},
        };
        for (String[] each : cases) {
            MarkedYaml.workflow("""
                    on: push
                    permissions: GRANTED
                    jobs:
                      a:
                        uses: ./.github/workflows/b.ymlFOUND
                    """.replace("GRANTED", each[0])
                            .replace("FOUND", each[4].isEmpty() ? "" : "      # finds: platform-change " + each[4]))
                    .and(
                            ".github/workflows/b.yml",
                            called.replace("TOP", each[1])
                                    .replace("OWN", each[2])
                                    .replace("CONDITION", each[3]))
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void findsVersionsThatAreRefused() {
        MarkedYaml.steps("""
                - uses: actions/upload-artifact@v3      # finds: platform-change high
                - uses: actions/upload-artifact@v4
                - uses: actions/cache/restore@v2.1.0      # finds: platform-change high
                - uses: actions/cache@v4
                - uses: actions/cache@v4.0.2      # finds: platform-change high
                - uses: actions/cache@v4.2
                - uses: actions/cache@v3.3.1      # finds: platform-change high
                - uses: actions/cache@v3.4.1
                - uses: actions/cache@v5.0.0
                - uses: actions/download-artifact@9bc31d5ccc31df68ecc42ccf4149144866c47d8a
                - uses: actions/download-artifact@v2      # finds: platform-change high
                - uses: example/upload-artifact@v1
                """).isFoundBy(CHECK);
    }

    @Test
    void takesTheVersionOfACommitFromItsComment() {
        assertThat(MarkedYaml.steps("""
                        - uses: actions/cache@0c45773b623bea8c8e75f6c82b208c3cf94ea4f9 # v4.1.0
                        - uses: actions/cache@1bd1e32a3bdc45362d1e726936510720a7c30a57 # v4.2.0
                        - uses: actions/cache@0400d5f644dc74513175e3cd8d07132dd4860809
                        """).findings(CHECK)).singleElement().satisfies(found -> {
            assertThat(found.message())
                    .contains("before version 4.2.0 and 3.4.0")
                    .endsWith("the step fails, if its comment names its version");
            assertThat(found.confidence()).isEqualTo(Confidence.MEDIUM);
        });
    }

    @Test
    void findsRuntimesOfOwnActions() {
        MarkedYaml.action("""
                name: a
                runs:
                  using: node20      # finds: platform-change medium
                  main: index.js
                """).isFoundBy(CHECK);
        MarkedYaml.action("""
                name: a
                runs: {using: node24, main: index.js}
                """).isFoundBy(CHECK);
        MarkedYaml.action("""
                name: a
                runs: {using: docker, image: Dockerfile}
                """).isFoundBy(CHECK);
    }

    @Test
    void findsEventsThatAreBlocked() {
        String workflow = """
                on:
                  pull_request_target:      # finds: platform-change medium low-confidence
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                """;
        MarkedYaml.workflow(workflow).isFoundBy(CHECK);
        MarkedYaml.workflow(workflow.replaceAll(" +#.*", ""))
                .with("pull-request-target: true")
                .isFoundBy(CHECK);
        MarkedYaml.workflow(workflow.replaceAll(" +#.*", "").replace("_target", ""))
                .isFoundBy(CHECK);
    }

    @Test
    void findsCallsThatAskForTooMuch() {
        MarkedYaml.workflow("""
                on: push
                permissions: {contents: read}
                jobs:
                  more:
                    uses: ./.github/workflows/b.yml      # finds: platform-change high
                  enough:
                    permissions: {contents: write, packages: read}
                    uses: ./.github/workflows/b.yml
                  all:
                    permissions: write-all
                    uses: ./.github/workflows/b.yml
                  less:
                    uses: ./.github/workflows/c.yml
                """)
                .and(".github/workflows/b.yml", """
                on: workflow_call
                jobs:
                  b:
                    permissions: {contents: write}
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                """)
                .and(".github/workflows/c.yml", """
                on: workflow_call
                permissions: {contents: read, packages: none}
                jobs:
                  c:
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                """)
                .isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: push
                jobs:
                  unknown:
                    uses: ./.github/workflows/b.yml
                """).and(".github/workflows/b.yml", """
                on: workflow_call
                permissions: {contents: write}
                jobs:
                  b:
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                """).isFoundBy(CHECK);
    }

    @Test
    void findsCallsWhoseCallsAskForTooMuch() {
        MarkedYaml.workflow("""
                on: push
                permissions: {contents: read}
                jobs:
                  all:
                    uses: ./.github/workflows/b.yml      # finds: platform-change high
                """)
                .and(".github/workflows/b.yml", """
                on: workflow_call
                jobs:
                  b:
                    uses: ./.github/workflows/c.yml
                  again:
                    uses: ./.github/workflows/b.yml
                """)
                .and(".github/workflows/c.yml", """
                on: workflow_call
                jobs:
                  c:
                    permissions: {packages: write}
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                """)
                .isFoundBy(CHECK);
    }

    @Test
    void findsRunnersThatAreGivenToCalls() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  mac:
                    uses: ./.github/workflows/b.yml
                    with:
                      runner: macos-12      # finds: platform-change high
                  old:
                    strategy: {matrix: {os: [ubuntu-24.04, ubuntu-20.04]}}
                    uses: ./.github/workflows/b.yml
                    with:
                      runner: ${{ matrix.os }}      # finds: platform-change high
                  list:
                    uses: ./.github/workflows/b.yml
                    with:
                      labels: '["windows-2019"]'      # finds: platform-change high
                  own:
                    uses: ./.github/workflows/b.yml
                    with: {runner: ubuntu-24.04, labels: '["self-hosted", "macos-11"]', name: windows-2016}
                """).and(".github/workflows/b.yml", """
                on:
                  workflow_call:
                    inputs: {runner: {type: string}, labels: {type: string}, name: {type: string}}
                jobs:
                  a:
                    runs-on: ${{ inputs.runner }}
                    steps: [{run: make}]
                  b:
                    runs-on: ${{ fromJSON(inputs.labels) }}
                    steps: [{run: 'echo ${{ inputs.name }}'}]
                """).isFoundBy(CHECK);
    }

    @Test
    void findsWorkflowsThatTheLockLeavesOut() {
        String other = """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps: [STEP]
                """;
        String lock = """
                version: v0.0.3      # finds: platform-change medium
                workflows:
                  .github/workflows/ci.yml: []
                dependencies: {}
                """;
        MarkedYaml.workflow(other.replace("STEP", "{run: echo}"))
                .and(".github/workflows/other.yml", other.replace("STEP", "{uses: actions/checkout@v6}"))
                .and(".github/workflows/actions.lock", lock)
                .isFoundBy(CHECK);
        MarkedYaml.workflow(other.replace("STEP", "{run: echo}"))
                .and(".github/workflows/other.yml", other.replace("STEP", "{run: echo}"))
                .and(".github/workflows/actions.lock", lock.replaceAll(" +#.*", ""))
                .isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version: v0.0.4", "version: v9.0.0", "version: [v0.0.3]", "version: ''", "generator: x"})
    void saysNothingOfALockOfAnotherVersion(String version) {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps: [{uses: actions/checkout@v6}]
                """)
                .and(".github/workflows/actions.lock", version + """

                workflows: {}
                dependencies: {}
                """)
                .isFoundBy(CHECK);
    }

    @Test
    void saysWhoAnnouncedIt() {
        assertThat(ResourceLines.of(PlatformChanges.class, "platform-changes.txt"))
                .isSortedAccordingTo(Comparator.comparing(line -> line.substring(0, 10)))
                .allSatisfy(line -> assertThat(line)
                        .matches("\\d{4}-\\d{2}-\\d{2} (runner|runtime|event|action) \\S+ https://\\S+"));
    }

    /** The default of an input is what runs where nobody gives another. */
    @Test
    void readsDefaultsOfInputs() {
        MarkedYaml.workflow("""
                on:
                  workflow_call:
                    inputs:
                      runner:
                        type: string
                        default: ubuntu-20.04      # finds: platform-change high
                      other:
                        type: string
                        default: macos-12
                jobs:
                  a:
                    runs-on: ${{ inputs.runner }}
                    steps: [{run: make}]
                  b:
                    runs-on: ubuntu-24.04
                    steps: [{run: "make ${{ inputs.other }}"}]
                """).isFoundBy(CHECK);
    }
}
