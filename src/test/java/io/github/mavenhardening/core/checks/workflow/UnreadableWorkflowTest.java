package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnreadableWorkflowTest {

    private static final UnreadableWorkflow CHECK = new UnreadableWorkflow();

    @Test
    void acceptsWhatGitHubAccepts() {
        MarkedYaml.workflow("""
                name: ci
                on: [push, pull_request]
                env:
                jobs:
                  a:
                    runs-on: {group: large}
                    env: ${{ fromJSON(vars.ENV) }}
                    steps:
                      - run: echo
                      - parallel: [{run: a}, {uses: ./b}]
                      - wait: [x]
                      - uses: $/.github/actions/x
                  b:
                    uses: ./.github/workflows/x.yml
                """).isFoundBy(CHECK);
    }

    @Test
    void namesEveryPartThatGitHubRefuses() {
        MarkedYaml.workflow("""
                on: push
                permissions: all           # finds: unreadable-workflow medium
                jobs:
                  list: [x]                # finds: unreadable-workflow medium
                  empty: {}                # finds: unreadable-workflow medium
                  steps:
                    runs-on: ubuntu-24.04
                    steps:                 # finds: unreadable-workflow medium
                      run: echo
                  nowhere:                 # finds: unreadable-workflow medium
                    steps:
                      - text               # finds: unreadable-workflow medium
                      - name: nothing      # finds: unreadable-workflow medium
                      - uses: a/b@v1
                        run: both          # finds: unreadable-workflow medium
                      - uses: nonsense     # finds: unreadable-workflow medium
                      - uses: a/b@v1@v2    # finds: unreadable-workflow medium
                      - uses: $/x@v1       # finds: unreadable-workflow medium
                  image:
                    uses: docker://alpine  # finds: unreadable-workflow medium
                  both:
                    uses: ./x.yml          # finds: unreadable-workflow medium
                    steps:
                      - run: echo
                  twice:
                    uses: ./x.yml
                  twice:                   # finds: unreadable-workflow medium
                    uses: ./x.yml
                    <<: {}                 # finds: unreadable-workflow medium
                """).isFoundBy(CHECK);
    }

    @Test
    void findsCallsThatTheCalledWorkflowRefuses() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  right:
                    uses: ./.github/workflows/b.yml
                    with: {Tag: v1, more: x}
                    secrets: {token: "${{ secrets.TOKEN }}"}
                  inherits:
                    uses: ./.github/workflows/b.yml
                    with: {tag: v1}
                    secrets: inherit
                  unknown:
                    uses: ./.github/workflows/b.yml
                    with:
                      tag: v1
                      user: me                          # finds: unreadable-workflow medium
                    secrets:
                      token: ${{ secrets.TOKEN }}
                      other: ${{ secrets.OTHER }}       # finds: unreadable-workflow medium
                  lacks:
                    uses: ./.github/workflows/b.yml     # finds: unreadable-workflow medium, unreadable-workflow medium
                  not-callable:
                    uses: ./.github/workflows/c.yml     # finds: unreadable-workflow medium
                  elsewhere:
                    uses: a/b/.github/workflows/b.yml@v1
                    with: {any: x}
                """)
                .and(".github/workflows/b.yml", """
                on:
                  workflow_call:
                    inputs:
                      tag: {type: string, required: true, default: none}
                      more: {type: string, default: x}
                    secrets:
                      token: {required: true}
                      spare:
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: echo
                """)
                .and(".github/workflows/c.yml", """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: echo
                """)
                .isFoundBy(CHECK);
    }

    /** An empty file among test data is a test's. */
    @Test
    void gradesTestDataLower() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: echo
                """)
                .and("pkg/testdata/a/action.yml", "# fake   # finds: unreadable-workflow low\n")
                .and("pkg/data/a/action.yml", "# fake   # finds: unreadable-workflow high\n")
                .isFoundBy(CHECK);
    }

    @Test
    void takesAJobOfStepsAndACallForWhatItsRunnerSaysOfIt() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  steps:
                    uses: a/b/.github/workflows/c.yml@v1
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: a/b@v1                     # finds: unpinned-uses high
                  call:
                    uses: a/b/.github/workflows/c.yml@v1 # finds: unpinned-uses high
                    steps:
                      - uses: a/b@v1
                """).isFoundBy(new UnpinnedUses());
    }

    @Test
    void namesWhatIsMissing() {
        MarkedYaml.workflow("""
                name: x                    # finds: unreadable-workflow medium, unreadable-workflow medium
                """).and("action.yml", """
                name: x                    # finds: unreadable-workflow medium
                """).isFoundBy(CHECK);
    }

    @Test
    void namesFilesThatCannotBeReadAtAll() {
        MarkedYaml.workflow("jobs: [   # finds: unreadable-workflow high\n".replace("[   #", "[}   #"))
                .and("a/action.yml", "- x   # finds: unreadable-workflow high\n")
                .and("b/action.yml", "   # finds: unreadable-workflow high\n")
                .isFoundBy(CHECK);
    }

    @Test
    void saysThatNothingCouldBeCheckedAndThatNothingWasThere() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put(".github/workflows/latin.yml", "name: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        AuditResult result =
                new WorkflowAudit().run(new MemoryTree(files).context(Optional.empty()), Checks.of(List.of(CHECK)));
        assertThat(result.outcome()).isEqualTo(AuditResult.Outcome.COULD_NOT_CHECK);
        assertThat(result.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("not UTF-8 text"));
        files.clear();
        files.put(".github/workflows/deeper/ci.yml", new byte[0]);
        AuditResult nothing =
                new WorkflowAudit().run(new MemoryTree(files).context(Optional.empty()), Checks.of(List.of(CHECK)));
        assertThat(nothing.outcome()).isEqualTo(AuditResult.Outcome.NOTHING_TO_CHECK);
        assertThat(nothing.notes()).singleElement().asString().contains(".github/workflows");
    }

    @Test
    void findsConfigurationsThatTheirReadersWouldRefuse() {
        MarkedYaml.dependabot("""
                version: 2
                updates:
                  - maven                   # finds: unreadable-workflow medium
                  - directory: /            # finds: unreadable-workflow medium
                """).and(".pre-commit-config.yaml", """
                repos:                      # finds: unreadable-workflow medium
                  repo: local
                """).isFoundBy(new UnreadableWorkflow());
    }

    @Test
    void findsExpressionsThatCannotBeReadWhereverTheyAreEvaluated() {
        MarkedYaml.workflow("""
                name: ${{ what }
                run-name: ${{ a b }}             # finds: unreadable-workflow medium
                on:
                  workflow_dispatch:
                    inputs:
                      a:
                        description: not an expression ${{ … }}
                env:
                  A: ${{ }}                      # finds: unreadable-workflow medium
                jobs:
                  build:
                    if: github.ref = 'x'         # finds: unreadable-workflow medium
                    runs-on: ${{ matrix['os }}   # finds: unreadable-workflow medium
                    timeout-minutes: ${{ f( }}   # finds: unreadable-workflow medium
                    steps:
                      - if: ${{ always( }}       # finds: unreadable-workflow medium
                        run: |
                          echo ${{ good }} ${{ !good }}
                          echo ${{ 1..2 }}       # finds: unreadable-workflow medium
                          echo ${{ never.closed  # finds: unreadable-workflow medium
                      - uses: a/b@v1
                        if: ''
                        with:
                          x: ${{ a.'b' }}        # finds: unreadable-workflow medium
                      - parallel:
                          - run: ${{ ) }}        # finds: unreadable-workflow medium
                """).and("action.yml", """
                name: x
                description: ${{ not looked at, as GitHub does not }}
                outputs:
                  a:
                    value: ${{ a b }}            # finds: unreadable-workflow medium
                runs:
                  using: composite
                  steps:
                    - run: echo ${{ [] }}        # finds: unreadable-workflow medium
                      shell: bash
                """).isFoundBy(CHECK);
    }

    @Test
    void readsExpressionsAsLongAsGitHubTakesThem() {
        String chain = "github.event.issue.title" + " || github.event.issue.body".repeat(700);
        assertThat(chain.length()).isBetween(18_000, 21_000);
        MarkedYaml.steps("- run: echo ${{ " + chain + " }}").isFoundBy(CHECK);
        assertThat(MarkedYaml.steps("- run: echo ${{ " + chain + " }}").findings(new TemplateInjection()))
                .hasSize(701);
        MarkedYaml.steps("- run: echo ${{ " + chain + chain + " }}   # finds: unreadable-workflow medium")
                .isFoundBy(CHECK);
    }

    @Test
    void saysWhichScriptsAreNotFollowed() {
        assertThat(gaps("./ok.sh && make all", "ok.sh", "#!/bin/sh\necho\n")).isEmpty();
        assertThat(gaps("bash big.sh", "big.sh", "#".repeat(5 << 20)))
                .singleElement(STRING)
                .contains("'big.sh'", "larger");
        String long1 = "echo aaaaaaaaaaaaaaaa\n".repeat(20_000);
        assertThat(gaps("./long.sh\n./long.sh", "long.sh", long1))
                .singleElement(STRING)
                .contains("'long.sh'", "longer");
        assertThat(gaps("make", "Makefile", "all:\n" + long1.replace("echo", "\techo")))
                .singleElement(STRING)
                .contains("'Makefile'", "longer");
        String doubling = "V0 = echo aaaaaaaaaaaa;\n";
        for (int i = 1; i < 30; i++) {
            doubling += "V" + i + " = $(V" + (i - 1) + ") $(V" + (i - 1) + ")\n";
        }
        assertThat(gaps("make", "Makefile", doubling + "A = " + "$(V0)".repeat(20_000) + "\nall: ; $(A)\n"))
                .singleElement(STRING)
                .contains("'Makefile'", "longer");
        assertThat(gaps("make", "Makefile", doubling + "all: ; $(V29)\n"))
                .singleElement(STRING)
                .contains("'Makefile'", "nested deeper");
        assertThat(gaps("make", "Makefile", doubling + "all: ; $(V9)\n")).isEmpty();
        assertThat(gaps("make all", "Makefile", "#".repeat(5 << 20)))
                .singleElement(STRING)
                .contains("'Makefile'", "larger");
        assertThat(gaps("make", "Makefile", "#".repeat(5 << 20)))
                .singleElement(STRING)
                .contains("'Makefile'", "larger");
        assertThat(gaps("./gradlew publish", "settings.gradle", "#".repeat(5 << 20)))
                .containsExactly(
                        "Not all that 'settings.gradle' runs is known to the checks of workflows that lead to it:"
                                + " larger than 4194304 bytes. Make smaller files in UTF-8 of it, or read yourself what it runs");
        assertThat(gaps("npm run all", "package.json", "#".repeat(5 << 20)))
                .singleElement(STRING)
                .contains("'package.json'", "larger");
        assertThat(gaps("./gradlew all", "build.gradle", "#".repeat(5 << 20)))
                .singleElement(STRING)
                .contains("'build.gradle'", "larger");
    }

    @Test
    void saysThatAStepLeadsToMoreScriptsThanAreFollowed() {
        StringBuilder makefile = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            makefile.append("t").append(i).append(": t").append(i + 1).append("\n\techo\n");
        }
        assertThat(gaps("make t0", "Makefile", makefile.toString()))
                .singleElement(STRING)
                .contains("'.github/workflows/ci.yml'", "more than 200");
        assertThat(gaps("make t150", "Makefile", makefile.toString())).isEmpty();
    }

    @Test
    void saysThatTheStepsOfAWorkflowLeadToMoreCommandsThanAreFollowed() {
        StringBuilder target = new StringBuilder("all:\n");
        for (int i = 0; i < 1_000; i++) {
            target.append("\techo ").append(i).append('\n');
        }
        String step = "- run: make\n";

        assertThat(gaps(step.repeat(90), target.toString())).isEmpty();
        assertThat(gaps(step.repeat(110), target.toString()))
                .singleElement(STRING)
                .contains("'.github/workflows/ci.yml'", "all of them lead to more commands than are looked at");
    }

    private static List<String> gaps(String steps, String makefile) {
        return MarkedYaml.steps(steps).and("Makefile", makefile).audit(CHECK).gaps();
    }

    @Test
    void saysThatMoreOfAMakefileIsMadeOfVariablesThanIsRead() {
        String names = "V =" + " abcdefghi".repeat(2_000) + "\n";

        assertThat(gaps("make", "Makefile", names + "$(V): a\n".repeat(20) + "all:\n\techo\n"))
                .isEmpty();
        assertThat(gaps("make", "Makefile", names + "$(V): a\n".repeat(60) + "all:\n\techo\n"))
                .singleElement(STRING)
                .contains("'Makefile'", "its variables");
        StringBuilder handedOn = new StringBuilder("all:" + " n".repeat(1_000) + "\n");
        for (int i = 0; i < 200; i++) {
            handedOn.append("all: v").append(i).append(" = a\n");
        }
        assertThat(gaps("make", "Makefile", handedOn.toString()))
                .singleElement(STRING)
                .contains("'Makefile'", "its variables");
    }

    @Test
    void saysWhereAPythonScriptIsNotReadAsAWhole() {
        String line = "print('a')\n";
        String all = line.repeat(ShellScript.LENGTH_LIMIT / line.length());
        assertThat(gaps("python release.py", "release.py", all)).isEmpty();
        assertThat(gaps("python release.py", "release.py", all + line))
                .singleElement(STRING)
                .contains("'release.py'", "longer than can be followed");
    }

    @Test
    void takesTextInAnotherEncodingForAScriptAndAProgramForNone() {
        assertThat(gaps("publi\u00e9".getBytes(StandardCharsets.ISO_8859_1)))
                .singleElement(STRING)
                .contains("'publish'", "not UTF-8 text");
        assertThat(gaps(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, (byte) 0xff}))
                .isEmpty();
        assertThat(gaps(new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0}))
                .isEmpty();
    }

    private static List<String> gaps(byte[] script) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("publish", script);
        files.put(".github/workflows/ci.yml", """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps: [{run: ./publish}]
                """.getBytes(StandardCharsets.UTF_8));
        CheckContext context = new MemoryTree(files).context(Optional.empty());
        assertThat(new WorkflowAudit().run(context, Checks.of(List.of(CHECK))).findings())
                .isEmpty();
        return context.gaps();
    }

    private static List<String> gaps(String run, String path, String text) {
        return MarkedYaml.steps("- run: |\n" + run.indent(4))
                .and(path, text)
                .audit(CHECK)
                .gaps();
    }
}
