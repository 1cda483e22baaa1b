package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import org.junit.jupiter.api.Test;

class GithubEnvTest {

    private static final GithubEnv CHECK = new GithubEnv();

    private static MarkedYaml on(String trigger, String steps) {
        return MarkedYaml.workflow("on: " + trigger + """

                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                """ + steps.indent(6));
    }

    @Test
    void saysWhatEachFileIsFor() {
        assertThat(on("pull_request_target", "- run: cat x | tee -a $GITHUB_ENV >> $GITHUB_PATH\n")
                        .findings(CHECK))
                .extracting(Finding::message)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("GITHUB_ENV", "LD_PRELOAD"),
                        message -> assertThat(message).contains("GITHUB_PATH", "programs of another directory"));
    }

    @Test
    void findsWritesOfWhatIsNotLiteral() {
        on("pull_request_target", """
                - run: echo "a=$TITLE" >> $GITHUB_ENV               # finds: github-env high low-confidence
                - run: echo "a=$(cat x)" >> "${GITHUB_ENV}"         # finds: github-env high low-confidence
                - run: cat x | tee -a $GITHUB_ENV                   # finds: github-env high low-confidence
                - run: cat x |& tee -a $GITHUB_ENV                  # finds: github-env high low-confidence
                - run: cat x >> ${{ github.env }}                   # finds: github-env high low-confidence
                - run: cat x >> "${{GitHub.PATH}}"                  # finds: github-env high low-confidence
                - run: cat x >> ${GITHUB_ENV:?}                     # finds: github-env high low-confidence
                - run: cp -f x "$GITHUB_ENV"                        # finds: github-env high low-confidence
                - run: cat x >> '${{ github.env }}'                 # finds: github-env high low-confidence
                - run: cat x >> '${{ github.env }}'                 # finds: github-env high low-confidence
                  shell: pwsh
                - run: type x >> ${{ github.path }}                 # finds: github-env high low-confidence
                  shell: cmd
                # finds below: github-env high low-confidence
                - run: |
                    cat x | # of the request

                      tee -a $GITHUB_ENV
                - run: cat x | sudo -E tee -a $GITHUB_ENV           # finds: github-env high low-confidence
                - run: A=b cat x | env C=d tee "$GITHUB_ENV"        # finds: github-env high low-confidence
                - run: sudo cat x >> $GITHUB_PATH                   # finds: github-env high low-confidence
                - run: jq . x >> $GITHUB_ENV                        # finds: github-env high low-confidence
                - run: true && echo "a=$TITLE" >> $GITHUB_ENV       # finds: github-env high low-confidence
                - run: if x; then echo a=$X >> $GITHUB_ENV; fi      # finds: github-env high low-confidence
                # finds below: github-env high low-confidence
                - run: |
                    cat <<EOF >> $GITHUB_ENV
                    a=$TITLE
                    EOF
                """).isFoundBy(CHECK);
    }

    @Test
    void followsGroupsAndLoopsThatAreRedirectedAsAWhole() {
        on("pull_request_target", """
                - run: '{ echo a=b; echo "c=$TITLE"; } >> $GITHUB_ENV'              # finds: github-env high low-confidence
                - run: '(cd x && cat title) >> "$GITHUB_ENV"'                       # finds: github-env high low-confidence
                - run: for i in $X; do echo "a=$i"; done >> $GITHUB_ENV             # finds: github-env high low-confidence
                - run: while read -r l; do echo "$l"; done < x >> $GITHUB_ENV       # finds: github-env high low-confidence
                - run: if x; then if y; then cat z; fi; fi >> $GITHUB_PATH          # finds: github-env high low-confidence
                - run: 'function f { echo "$A"; }; { f; } >> $GITHUB_ENV'           # finds: github-env high low-confidence
                - run: 'case $A in (b) echo "$C";; d) ;; esac >> $GITHUB_ENV'       # finds: github-env high low-confidence
                - run: '{ echo "$A" 2>/dev/null; } >> $GITHUB_ENV'                  # finds: github-env high low-confidence
                - run: '{ (echo a=b; echo "$A") | sort; } >> $GITHUB_ENV'           # finds: github-env high low-confidence
                - run: 'cat x | { tee "$GITHUB_ENV"; }'                             # finds: github-env high low-confidence
                - run: '{ echo "$A" >&2; echo "$B" 1>x; echo c=d; } >> $GITHUB_ENV'
                - run: '{ echo a=b; [ -f x ] && echo c=d; } >> $GITHUB_ENV'
                - run: '{ echo "$A" > x; echo "$B" | wc > y; echo c=d; } >> $GITHUB_ENV'
                - run: '{ { echo "$A"; } > x; echo c=d; } >> $GITHUB_ENV'
                - run: '{ echo "$A"; } >> $GITHUB_OUTPUT'
                - run: 'f() { echo "$A"; }; echo c=d >> $GITHUB_ENV'
                - run: case $A in b) echo c=d;; esac >> $GITHUB_ENV
                - run: for i in $X; do echo c=d; done >> $GITHUB_ENV
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesLiteralsAndOtherFiles() {
        on("pull_request_target", """
                - run: echo a=b >> ${{ github.env }}
                - run: cat x >> ${{ github.output }}
                - run: cp $GITHUB_ENV x
                - run: cat x >> ${GITHUB_ENV:+y}
                - run: sudo echo a=b >> $GITHUB_ENV
                - run: echo a=b | sudo tee x
                - run: echo "a=b" >> $GITHUB_ENV
                - run: echo 'a=$b' >> $GITHUB_ENV
                - run: echo "a=\\$b" >> $GITHUB_ENV
                - run: printf 'a=%s\\n' b >> $GITHUB_ENV
                - run: echo "a=$TITLE" >> $GITHUB_OUTPUT
                - run: cat $GITHUB_ENV
                - run: |
                    # echo a=$TITLE >> $GITHUB_ENV
                    cat <<'EOF' >> $GITHUB_ENV
                    a=$TITLE
                    EOF
                    cat >> $GITHUB_ENV <<EOF
                    a=b
                    EOF
                """).isFoundBy(CHECK);
    }

    @Test
    void readsTheScriptOfTheShell() {
        on("workflow_run", """
                - run: '"a=$x" >> $env:GITHUB_ENV'                  # finds: github-env high low-confidence
                  shell: pwsh
                - run: '"a=$x" | Out-File -Append $env:GITHUB_ENV'  # finds: github-env high low-confidence
                  shell: powershell
                - run: '"a=b" >> $env:GITHUB_ENV'
                  shell: pwsh
                - run: echo a=%X% >> %GITHUB_ENV%                   # finds: github-env high low-confidence
                  shell: cmd
                - run: echo a=b >> %GITHUB_ENV%
                  shell: cmd
                - run: echo a=$X >> $GITHUB_ENV                     # finds: github-env high low-confidence
                  shell: ${{ matrix.shell }}
                - run: echo a=$X >> $GITHUB_ENV                     # finds: github-env high low-confidence
                  shell: /bin/bash -e {0}
                - run: echo a=$X >> $GITHUB_ENV
                  shell: python
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsTheShellOfDefaultsAndRunners() {
        MarkedYaml.workflow("""
                on: workflow_run
                jobs:
                  a:
                    runs-on: windows-2025
                    steps:
                      - run: Get-Title >> $env:GITHUB_ENV           # finds: github-env high low-confidence
                      - run: echo a=$X >> $GITHUB_ENV
                  b:
                    runs-on: windows-2025
                    defaults:
                      run:
                        shell: bash
                    steps:
                      - run: echo a=$X >> $GITHUB_ENV               # finds: github-env high low-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void looksWhereOutsidersReach() {
        on("push", "- run: echo a=$X >> $GITHUB_ENV").isFoundBy(CHECK);
        MarkedYaml.action("""
                runs:
                  using: composite
                  steps:
                    - run: echo a=$X >> $GITHUB_ENV                 # finds: github-env high low-confidence
                      shell: bash
                """).isFoundBy(CHECK);
    }

    @Test
    void weighsNumbersOfTheForgeLess() {
        String script = """
                - run: |    # finds: github-env WEIGHT low-confidence
                    set +e
                    N=$(gh api \\
                      /repos/o/r/pulls?head=$HEAD \\
                      --jq 'FILTER')
                    OTHER
                    echo "N=$N" >> "$GITHUB_ENV"
                """;
        on("workflow_run", script.replace("WEIGHT", "low").replace("FILTER", ".[0].number"))
                .isFoundBy(CHECK);
        on("workflow_run", script.replace("WEIGHT", "high").replace("FILTER", ".[0].title"))
                .isFoundBy(CHECK);
        for (String other : new String[] {"N=$TITLE", "read -r N < n.txt", "if true; then N+=$TITLE; fi"}) {
            on(
                            "workflow_run",
                            script.replace("WEIGHT", "high")
                                    .replace("FILTER", ".[0].number")
                                    .replace("OTHER", other))
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void weighsWhatNobodySteersLess() {
        on("pull_request_target", """
                - run: echo "$HOME/bin" >>$GITHUB_PATH                          # finds: github-env low low-confidence
                - run: echo "a=$(pwd)/b" >> $GITHUB_ENV                         # finds: github-env low low-confidence
                - run: echo "a=$(date -u +'%Y-%m-%d')" >> $GITHUB_ENV           # finds: github-env low low-confidence
                - run: echo "a=$(git rev-parse --short HEAD)" >> $GITHUB_ENV    # finds: github-env low low-confidence
                - run: echo "a=$(which mvn)" >> $GITHUB_ENV                     # finds: github-env low low-confidence
                - run: echo "a=${GITHUB_WORKSPACE}/b" >> $GITHUB_ENV            # finds: github-env low low-confidence
                - run: echo "a=${{ github.actor }}" >> $GITHUB_ENV              # finds: github-env low low-confidence
                - run: echo "a=${{ github.head_ref }}" >> $GITHUB_ENV           # finds: github-env high low-confidence
                - run: echo "a=$(pwd)/$TITLE" >> $GITHUB_ENV                    # finds: github-env high low-confidence
                - run: echo "a=$HOMES" >> $GITHUB_ENV                           # finds: github-env high low-confidence
                - run: echo "a=$(git rev-parse --abbrev-ref HEAD)" >> $GITHUB_ENV # finds: github-env high low-confidence
                - run: echo "a=$(date -f x)" >> $GITHUB_ENV                     # finds: github-env high low-confidence
                - run: '"a=$env:RUNNER_TEMP" >> $env:GITHUB_ENV'                # finds: github-env low low-confidence
                  shell: pwsh
                """).isFoundBy(CHECK);
    }

    @Test
    void readsTheVariablesThatTheStepSets() {
        String step = """
                - run: |    # finds: github-env WEIGHT low-confidence
                    BEFORE
                    echo "N=$N" >> "$GITHUB_ENV"
                  env: {N: 'VALUE'}
                """;
        String low = step.replace("WEIGHT", "low");
        String high = step.replace("WEIGHT", "high");
        for (String value : new String[] {"${{ github.event.number }}", "pr-${{ github.run_id }}", "fixed"}) {
            on("pull_request_target", low.replace("BEFORE", "true").replace("VALUE", value))
                    .isFoundBy(CHECK);
            on("pull_request_target", high.replace("BEFORE", "N=$TITLE").replace("VALUE", value))
                    .isFoundBy(CHECK);
            on("pull_request_target", high.replace("BEFORE", "read -r N").replace("VALUE", value))
                    .isFoundBy(CHECK);
        }
        for (String value : new String[] {"${{ github.head_ref }}", "${{ env.N }}", "${{ github.run_id }} ${{ x"}) {
            on("pull_request_target", high.replace("BEFORE", "true").replace("VALUE", value))
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void asksWhichWorkflowsLeadToAnAction() {
        String step = """
                runs:
                  using: composite
                  steps:
                """;
        String write = "    - run: echo a=$X >> $GITHUB_ENV                 # finds: github-env ";
        String caller = """
                on: %s
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: ./%s
                """;
        MarkedYaml.workflow(caller.formatted("pull_request", ".github/actions/a"))
                .and(".github/actions/a/action.yml", step + "    - uses: ./.github/actions/b\n")
                .and(".github/actions/b/action.yml", step + write + "low low-confidence")
                .and(".github/actions/unused/action.yml", step + write + "high low-confidence")
                .isFoundBy(CHECK);
        MarkedYaml.workflow(caller.formatted("workflow_run", ".github/actions/a"))
                .and(".github/actions/a/action.yml", step + "    - uses: ./.github/actions/b\n")
                .and(".github/actions/b/action.yml", step + write + "high low-confidence")
                .isFoundBy(CHECK);
        MarkedYaml.workflow(caller.formatted("pull_request", "actions/a"))
                .and("actions/a/action.yml", step + write + "high low-confidence")
                .isFoundBy(CHECK);
        MarkedYaml.workflow(caller.formatted("workflow_call", ".github/actions/a"))
                .and(".github/workflows/outer.yml", """
                        on: workflow_run
                        jobs: {a: {uses: ./.github/workflows/ci.yml}}
                        """)
                .and(".github/actions/a/action.yml", step + write + "high low-confidence")
                .isFoundBy(CHECK);
    }

    @Test
    void bearsScriptsThatAreNone() {
        on("workflow_run", """
                - run: "echo \\"a=$( >> $GITHUB_ENV"
                - run: "<<"
                - run: "cat <<EOF >> $GITHUB_ENV"
                - run: ">> $GITHUB_ENV"
                - run: "'"
                """).isFoundBy(CHECK);
    }

    @Test
    void weighsWhatIsTestedBeforeLess() {
        on("workflow_run", """
                - run: |                                            # finds: github-env low low-confidence
                    N=$(cat pr/number)
                    if ! [[ "$N" =~ ^[0-9]+$ ]]; then exit 1; fi
                    echo "N=$N" >> $GITHUB_ENV
                - run: |                                            # finds: github-env high low-confidence
                    N=$(cat pr/number)
                    if ! [[ "$N" =~ ^[0-9]+$ ]]; then exit 1; fi
                    N=$(cat pr/other)
                    echo "N=$N" >> $GITHUB_ENV
                - run: |                                            # finds: github-env high low-confidence
                    N=$(cat pr/number)
                    echo "N=$N" >> $GITHUB_ENV
                    [[ "$N" =~ ^[0-9]+$ ]] || exit 1
                """).isFoundBy(CHECK);
    }
}
