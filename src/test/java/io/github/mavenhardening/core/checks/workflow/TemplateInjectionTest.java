package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.FixApplier;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateInjectionTest {

    private static final TemplateInjection CHECK = new TemplateInjection();

    @Test
    void looksIntoScriptsOfActions() {
        MarkedYaml.steps("""
                - uses: vmactions/freebsd-vm@v1
                  with:
                    run: echo ${{ github.event.issue.title }}                 # finds: template-injection high
                - uses: reactivecircus/android-emulator-runner@v2
                  with:
                    script: echo ${{ github.event.issue.title }}              # finds: template-injection high
                """).isFoundBy(CHECK);
    }

    @Test
    void weighsContexts() {
        MarkedYaml.steps("""
                - run: echo ${{ github.event.issue.title }}                   # finds: template-injection high
                - run: echo ${{ github['event'].Issue['title'] }}             # finds: template-injection high
                - run: echo ${{ github.event.commits[0].message }}            # finds: template-injection high
                - run: echo ${{ github.event.client_payload.id }}             # finds: template-injection medium
                - run: echo ${{ github.event.head_commit.author.email }}      # finds: template-injection medium
                - run: echo ${{ steps.a.outputs.b }}                          # finds: template-injection info low-confidence
                - run: echo ${{ inputs.unknown }}                             # finds: template-injection low low-confidence
                - run: echo ${{ github.event.issue.number }}                  # finds: template-injection low pedantic
                - run: echo ${{ github.event.issue.pull_request }}            # finds: template-injection low pedantic
                - run: echo ${{ github.event.pull_request.head.sha }}         # finds: template-injection low pedantic
                - run: echo ${{ github.event.pull_request.user.login }}       # finds: template-injection low pedantic
                - run: echo ${{ github.event.pull_request.head.repo.full_name }} # finds: template-injection low pedantic
                - run: echo ${{ github.event.repository.default_branch }}     # finds: template-injection low pedantic
                - run: echo ${{ github.event.pull_request.head.repo.default_branch }} # finds: template-injection high
                - run: echo ${{ github.event_path }}                          # finds: template-injection low pedantic
                - run: echo ${{ secrets.TOKEN }}                              # finds: template-injection low pedantic
                - run: echo ${{ needs['a'].result }}                          # finds: template-injection low pedantic
                - run: echo $TITLE
                  env:
                    TITLE: ${{ github.event.issue.title }}
                """).isFoundBy(CHECK);
    }

    /** They are made of numbers, and of names of nothing but letters, digits, dots, hyphens and underscores. */
    @Test
    void knowsAddressesOfTheForge() {
        MarkedYaml.steps("""
                - run: echo ${{ github.event.workflow_run.artifacts_url }}       # finds: template-injection low pedantic
                - run: echo ${{ github.event.pull_request.url }}                 # finds: template-injection low pedantic
                - run: echo ${{ github.event.issue.pull_request.url }}           # finds: template-injection low pedantic
                - run: echo ${{ github.event.comment.issue_url }}                # finds: template-injection low pedantic
                - run: echo ${{ github.event.workflow_run.head_branch }}         # finds: template-injection high
                - run: echo ${{ github.event.deployment_status.target_url }}     # finds: template-injection high
                - run: echo ${{ github.event.repository.homepage }}              # finds: template-injection high
                """).isFoundBy(CHECK);
    }

    @Test
    void followsWhatComesOutOfAnExpression() {
        MarkedYaml.steps("""
                - run: echo ${{ github.head_ref == 'a' }}                     # finds: template-injection low pedantic
                - run: echo ${{ contains(github.head_ref, 'a') }}             # finds: template-injection low pedantic
                - run: echo ${{ github.head_ref && 'a' || 'b' }}              # finds: template-injection low pedantic
                - run: echo ${{ a.b == 'x' && github.head_ref || 'b' }}       # finds: template-injection high
                - run: echo ${{ toJSON(format('{0}', github.head_ref)) }}     # finds: template-injection high
                - run: echo ${{ fromJSON(github.head_ref).x }}                # finds: template-injection high
                - run: echo ${{ case(github.ref, github.run_id, github.head_ref) }}   # finds: template-injection high
                # finds below: template-injection high, template-injection medium
                - run: echo ${{ github.head_ref || github.ref_name }}
                - run: echo ${{ broken( }}
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsInputsByTheirType() {
        MarkedYaml.workflow("""
                        on:
                          workflow_dispatch:
                            inputs:
                              text: {type: string}
                              plain: {description: a}
                              number: {type: number}
                              choice: {type: choice, options: [a, b]}
                              both: {type: number}
                          workflow_call:
                            inputs:
                              both: {type: string}
                        jobs:
                          a:
                            runs-on: ubuntu-24.04
                            steps:
                              - run: echo ${{ inputs.TEXT }}      # finds: template-injection medium
                              - run: echo ${{ inputs.plain }}     # finds: template-injection medium
                              - run: echo ${{ inputs.both }}      # finds: template-injection high
                              - run: echo ${{ inputs.number }}    # finds: template-injection low pedantic
                              - run: echo ${{ inputs.choice }}    # finds: template-injection low pedantic
                        """).and("action.yml", """
                        inputs:
                          text: {description: a}
                          number: {description: a, type: number}
                        runs:
                          using: composite
                          steps:
                            - run: echo ${{ inputs.text }}        # finds: template-injection high
                              shell: bash
                            - run: echo ${{ inputs.number }}      # finds: template-injection high
                              shell: bash
                        """).isFoundBy(CHECK);
    }

    @Test
    void looksUpVariablesAndMatrices() {
        MarkedYaml.workflow("""
                on: push
                env:
                  FAR: literal
                  HIDDEN: ${{ github.head_ref }}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    strategy:
                      matrix:
                        fixed: [a, b]
                        open: ['${{ github.head_ref }}', b]
                    steps:
                      - run: echo ${{ env.FAR }}            # finds: template-injection low pedantic
                      - run: echo ${{ env.HIDDEN }}         # finds: template-injection low
                      - run: echo ${{ env.HIDDEN }}         # finds: template-injection low pedantic
                        env:
                          HIDDEN: a
                      - run: echo ${{ env.UNSET }}          # finds: template-injection low
                      - run: echo ${{ github.sha || env.FAR || github.ref }} # finds: template-injection low pedantic, template-injection medium
                      - run: echo ${{ env.GITHUB_REF }}     # finds: template-injection low pedantic
                      - run: echo ${{ env.GITHUB_REF }}     # finds: template-injection low
                        env:
                          GITHUB_REF: ${{ github.head_ref }}
                      - run: echo ${{ matrix.fixed }}       # finds: template-injection low pedantic
                      - run: echo ${{ matrix.open }}        # finds: template-injection medium medium-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsActionsThatRunTheirInputs() {
        MarkedYaml.steps("""
                - uses: Actions/GitHub-Script@v8
                  with:
                    script: console.log('${{ github.head_ref }}')   # finds: template-injection high
                    result-encoding: ${{ github.head_ref }}
                - uses: azure/CLI@v2
                  with:
                    inlinescript: ${{ github.head_ref }}            # finds: template-injection high
                - uses: actions/checkout@v4
                  with:
                    ref: ${{ github.head_ref }}
                """).isFoundBy(CHECK);
    }

    @Test
    void pointsIntoBlockScalars() {
        MarkedYaml.steps("""
                - run: |
                    echo a
                    echo "${{ github.head_ref }}"                   # finds: template-injection high
                - run: >
                    echo a
                    ${{ a.b
                      && github.head_ref }}                         # finds: template-injection high
                """).isFoundBy(CHECK);
    }

    @Test
    void handsTheValueOverInAVariable() {
        MarkedYaml.steps("""
                - run: |
                    echo "${{ github.event.issue.title }}" "${{ github.event.issue.title }}" ${{ github.ref_name }}
                - run: Write-Host "${{ github.event.issue.title }}x"
                  shell: pwsh
                  env:
                    A: b # c
                - {run: 'echo ${{ github.event.issue.body }}', shell: cmd}
                - run: echo ${{ steps['a-b'].outputs.c }} ${{ github.event.pull_request.labels[0].name }}
                  env:
                    STEPS_A_B_OUTPUTS_C: ${{ steps['a-b'].outputs.c }}
                """).isMendedTo(CHECK, MarkedYaml.stepsText("""
                - run: |
                    echo "${GITHUB_EVENT_ISSUE_TITLE}" "${GITHUB_EVENT_ISSUE_TITLE}" ${GITHUB_REF_NAME}
                  env:
                    GITHUB_EVENT_ISSUE_TITLE: ${{ github.event.issue.title }}
                - run: Write-Host "${env:GITHUB_EVENT_ISSUE_TITLE}x"
                  shell: pwsh
                  env:
                    A: b # c
                    GITHUB_EVENT_ISSUE_TITLE: ${{ github.event.issue.title }}
                - {run: 'echo %GITHUB_EVENT_ISSUE_BODY%', shell: cmd, env: { GITHUB_EVENT_ISSUE_BODY: '${{ github.event.issue.body }}' }}
                - run: echo ${STEPS_A_B_OUTPUTS_C} ${GITHUB_EVENT_PULL_REQUEST_FIRST_LABELS_NAME}
                  env:
                    STEPS_A_B_OUTPUTS_C: ${{ steps['a-b'].outputs.c }}
                    GITHUB_EVENT_PULL_REQUEST_FIRST_LABELS_NAME: ${{ github.event.pull_request.labels[0].name }}
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: echo '${{ github.head_ref }}'",
                "run: |\n    # '\n    cat <<'X'\n    ${{ github.head_ref }}\n    X\n",
                "run: echo ${{ github.head_ref || github.ref }}",
                "run: print(\"${{ github.head_ref }}\")\n  shell: python",
                "run: echo ${{ github.head_ref }}\n  shell: ${{ matrix.shell }}",
                "run: echo ${{ steps.a.outputs.b }}\n  env:\n    STEPS_A_OUTPUTS_B: other",
                "run: echo ${{ steps.a.outputs.b }}\n  env: ${{ fromJSON(inputs.env) }}",
                "run: echo ${{ github.event.commits[github.run_id].message }}",
                "run: ${{ inputs.tool }}/build.ps1\n  shell: pwsh",
                "run: |\n    echo a\n    ${{ inputs.tool }} build\n  shell: pwsh",
                "run: if ($a) { ${{ inputs.tool }} build }\n  shell: powershell",
                "run: echo a && ${{ inputs.tool }} build\n  shell: pwsh",
                "run: unzip ${{ inputs.tool }}.zip\n  shell: pwsh",
                "run: mvn -Dtool=${{ inputs.tool }} verify\n  shell: pwsh",
                "run: mvn -Dtool=${{ inputs.tool }}-${{ inputs.tool }} verify\n  shell: pwsh",
                "run: $tool=${{ inputs.tool }}\n  shell: pwsh",
                "uses: actions/github-script@v7\n  with:\n    script: a(\"${{ github.head_ref }}\")"
            })
    void leavesWhatNeedsAPerson(String step) {
        List<Finding> findings = MarkedYaml.steps("- " + step + "\n").findings(CHECK);
        assertThat(findings).isNotEmpty().allMatch(finding -> finding.fix().isEmpty());
    }

    @Test
    void readsVariablesOfPowerShellWhereAValueMayStand() {
        MarkedYaml.steps("""
                - run: |
                    & ${{ inputs.tool }}/build.ps1 `
                      ${{ inputs.tool }} "(${{ inputs.tool }})" "-Dtool=${{ inputs.tool }}.zip" a-${{ inputs.tool }} `
                      /p:Tool=${{ inputs.tool }} ${{ inputs.tool }}/${{ inputs.tool }}
                  shell: pwsh
                """).isMendedTo(CHECK, MarkedYaml.stepsText("""
                - run: |
                    & $env:INPUTS_TOOL/build.ps1 `
                      $env:INPUTS_TOOL "($env:INPUTS_TOOL)" "-Dtool=$env:INPUTS_TOOL.zip" a-$env:INPUTS_TOOL `
                      /p:Tool=$env:INPUTS_TOOL $env:INPUTS_TOOL/$env:INPUTS_TOOL
                  shell: pwsh
                  env:
                    INPUTS_TOOL: ${{ inputs.tool }}
                """));
    }

    @Test
    void readsPathsFromTheVariablesThatTheRunnerSets() {
        String job = """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: ls ${{ github.workspace }} "${{ runner.temp }}"
                """;
        MarkedYaml.workflow(job)
                .isMendedTo(
                        CHECK,
                        job.replace("${{ github.workspace }}", "${GITHUB_WORKSPACE}")
                                .replace("${{ runner.temp }}", "${RUNNER_TEMP}"));
        assertThat(MarkedYaml.workflow(job.replace("    steps:", "    container: alpine\n    steps:"))
                        .findings(CHECK))
                .as("the container has them elsewhere")
                .hasSize(2)
                .allMatch(finding -> finding.fix().isEmpty())
                .allMatch(finding -> finding.remedy().startsWith("Use the quoted variable"));
    }

    @Test
    void doesNotPutAVariableInThePlaceOfACommand() {
        List<Finding> findings = MarkedYaml.steps("""
                - run: ${{ inputs.command }}
                - run: |
                    set -e
                      ${{ inputs.command }}
                    make \\
                      ${{ inputs.targets }}
                    ${{ inputs.tool }} build
                """).findings(CHECK);
        assertThat(findings).hasSize(4);
        assertThat(findings)
                .filteredOn(finding -> finding.message().contains("inputs.command"))
                .hasSize(2)
                .allMatch(finding -> finding.fix().isEmpty())
                .allMatch(finding -> finding.remedy().startsWith("Let the value choose among commands"));
        assertThat(findings)
                .filteredOn(finding -> !finding.message().contains("inputs.command"))
                .hasSize(2)
                .allMatch(finding -> finding.fix().isPresent());
    }

    @Test
    void namesTheVariableWhereTheShellIsAnother() {
        assertThat(MarkedYaml.steps("- run: ls ${{ github.workspace }} ${{ inputs.a }}\n  shell: nu {0}\n")
                        .findings(CHECK))
                .extracting(Finding::remedy)
                .containsExactlyInAnyOrder(
                        "Read the environment's variable GITHUB_WORKSPACE in the code",
                        "Pass it through `env:` and read the environment's variable INPUTS_A in the code");
    }

    @Test
    void keepsTheLineBreaksOfWindows() {
        String before = MarkedYaml.stepsText("- run: echo ${{ github.event.issue.title }}\n");
        String after = MarkedYaml.stepsText("""
                - run: echo ${GITHUB_EVENT_ISSUE_TITLE}
                  env:
                    GITHUB_EVENT_ISSUE_TITLE: ${{ github.event.issue.title }}
                """);
        SourceFile source = SourceFile.of(".github/workflows/a.yml", before.replace("\n", "\r\n"));
        List<Fix> fixes = new WorkflowAudit()
                        .run(
                                MemoryTree.of(Map.of()).context(Optional.empty()),
                                Checks.of(List.of(CHECK)),
                                List.of(source))
                        .findings()
                        .stream()
                        .flatMap(finding -> finding.fix().stream())
                        .toList();
        assertThat(FixApplier.apply(Map.of(source.path(), source.text()), fixes)
                        .texts()
                        .get(source.path()))
                .isEqualTo(after.replace("\n", "\r\n"));
    }

    @Test
    void weighsWhatIsTakenOutOfAChoice() {
        MarkedYaml.steps("""
                # finds below: template-injection low pedantic
                - run: echo ${{ (github.event.pull_request || github.event.issue).number }}
                # finds below: template-injection low pedantic
                - run: echo ${{ (github.event.pull_request || github.event.issue)['number'] }}
                # finds below: template-injection low pedantic
                - run: echo ${{ ((github.event.pull_request || github.event.issue).user).id }}
                # finds below: template-injection low pedantic
                - run: echo ${{ case(inputs.a, github.event.pull_request, github.event.issue).number }}
                # finds below: template-injection high
                - run: echo ${{ (github.event.pull_request || github.event.issue).title }}
                # finds below: template-injection high
                - run: echo ${{ (github.event.pull_request && github.event.issue)['title'] }}
                # finds below: template-injection high
                - run: echo ${{ fromJSON(github.event.issue.body).number }}
                # finds below: template-injection high
                - run: echo ${{ (github.event.pull_request || fromJSON(github.event.issue.body)).number }}
                """).isFoundBy(CHECK);
    }

    @Test
    void weighsNamesOfOwnFilesLess() {
        String workflow = """
                on: EVENT
                jobs:
                  list:
                    runs-on: ubuntu-24.04
                    outputs: {folders: "${{ steps.find.outputs.folders }}"}
                    steps:
                      - uses: actions/checkout@v6
                      - id: find
                        run: |
                          LIST
                          echo "folders=$folders" >> "$GITHUB_OUTPUT"
                  each:
                    needs: list
                    strategy: {matrix: {folder: "${{ fromJSON(needs.list.outputs.folders) }}"}}
                    runs-on: ubuntu-24.04
                    steps:
                      - run: ./check ${{ matrix.folder }}
                """;
        String[][] cases = {
            {
                "pull_request_target",
                "folders=$(find services -type d -printf '%f\\n' | sort | jq -Rsc 'split(\"\\n\")')",
                "low"
            },
            {"push", "folders=$(git ls-files services | cut -d/ -f2 | jq -Rsc .)", "low"},
            {"pull_request", "folders=$(ls services | jq -Rsc .)", "medium"},
            {"push", "folders=$(gh pr list --json title)", "medium"},
            {"push", "folders=$(ls; curl https://repo.example.org/list)", "medium"},
            {"push", "folders=$(ls ${{ github.ref_name }})", "medium"},
        };
        for (String[] one : cases) {
            List<String> found =
                    MarkedYaml.workflow(workflow.replace("EVENT", one[0]).replace("LIST", one[1]))
                            .findings(CHECK)
                            .stream()
                            .filter(finding -> finding.message().contains("matrix.folder"))
                            .map(finding -> finding.severity().name().toLowerCase(Locale.ROOT))
                            .toList();
            assertThat(found).as(one[1]).containsExactly(one[2]);
        }
    }
}
