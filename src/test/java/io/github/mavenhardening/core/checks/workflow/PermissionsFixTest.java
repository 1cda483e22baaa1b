package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.fix.Repairs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fixes of {@link ExcessivePermissions}. */
class PermissionsFixTest {

    private static final String CHECK = "excessive-permissions";
    private static final String CHECKOUT = "{uses: actions/checkout@v5, with: {persist-credentials: false}}";

    private static final String CALL = """
            on: push
            jobs:
              call:
                uses: ./.github/workflows/x.yml
            """;

    private static Repairs fixed(String text) {
        return Repairs.ofWorkflow(text).made(CHECK, true);
    }

    private static String why(String text) {
        List<String> remedies = fixed(text).changesNothing().remedies(CHECK);
        assertThat(remedies).isNotEmpty();
        return remedies.get(remedies.size() - 1);
    }

    @Test
    void grantsWhatTheStepsNeedWhereNothingIsSaid() {
        String before = """
                # The build.
                on: [push]   # kept
                  # so is this

                jobs:
                  build:
                    # of the runner
                    runs-on: ubuntu-24.04   # pinned
                    steps:
                      - uses: actions/checkout@v5
                        with: {persist-credentials: false}
                      - run: mvn verify
                  lint:
                    runs-on:
                      - ubuntu-24.04
                    steps:
                      - run: ./lint.sh
                """;
        String after = """
                # The build.
                on: [push]   # kept
                  # so is this
                permissions: {}

                jobs:
                  build:
                    # of the runner
                    runs-on: ubuntu-24.04   # pinned
                    permissions:
                      contents: read
                    steps:
                      - uses: actions/checkout@v5
                        with: {persist-credentials: false}
                      - run: mvn verify
                  lint:
                    runs-on:
                      - ubuntu-24.04
                    permissions: {}
                    steps:
                      - run: ./lint.sh
                """;
        Repairs.ofWorkflow(before).made(CHECK, false).gives(after);
        Repairs.ofWorkflow(before.replace("\n", "\r\n")).made(CHECK, false).gives(after.replace("\n", "\r\n"));
    }

    @Test
    void isNotSafeWhereAScriptMayPushOrAnActionWrites() {
        String pushing = """
                on: push
                permissions: {}
                jobs:
                  build:
                    runs-on: x
                    permissions: write-all   # for the release
                    steps:
                      - uses: actions/checkout@v5
                      - run: git -C . push --tags
                """;
        Repairs.ofWorkflow(pushing).made(CHECK, false).changesNothing();
        fixed(pushing)
                .gives(pushing.replace("write-all   # for", "  # for")
                        .replace("release\n", "release\n      contents: write # to push\n"));
        fixed("""
                on: push
                jobs:
                  label:
                    runs-on: x
                    steps: [{uses: actions/labeler@v6}]
                """).gives("""
                on: push
                permissions: {}
                jobs:
                  label:
                    runs-on: x
                    permissions:
                      contents: read
                      issues: write # to make labels
                      pull-requests: write # to label pull requests
                    steps: [{uses: actions/labeler@v6}]
                """);
    }

    @Test
    void editsFlowStyle() {
        fixed("{on: push, jobs: {a: {runs-on: x, steps: [" + CHECKOUT + "]}}}\n")
                .gives("{on: push, permissions: {}, jobs: {a: {runs-on: x, permissions: { contents: read }, steps: ["
                        + CHECKOUT + "]}}}\n");
        fixed("on: push\npermissions: {}\njobs:\n  a: {permissions: read-all, runs-on: x, steps: []}\n")
                .gives("on: push\npermissions: {}\njobs:\n  a: {permissions: {}, runs-on: x, steps: []}\n");
        // No comment can say there what it is for, and who wants that would be left with another finding.
        Repairs writing = Repairs.ofWorkflow("""
                        on: push
                        permissions: {}
                        jobs:
                          a: {permissions: write-all, runs-on: x, steps: [{uses: actions/labeler@v6}]}
                        """).made(CHECK, true).changesNothing();
        assertThat(writing.refusals()).singleElement().asString().contains("[undocumented-permissions]");
    }

    @Test
    void neverGrantsMoreThanTheJobHas() {
        String before = """
                on: push
                permissions: {}
                jobs:
                  a:
                    permissions: read-all
                    runs-on: x
                    steps: [{uses: ossf/scorecard-action@v2}, {uses: actions/labeler@v6}]
                """;
        fixed(before).gives(before.replace("permissions: read-all\n", """
                permissions:
                      actions: read # to read workflow runs
                      attestations: read # to read attestations
                      checks: read # to read checks
                      contents: read
                      issues: read # to make labels
                      pull-requests: read # to label pull requests
                      security-events: read # to upload the findings
                """));
    }

    @Test
    void saysWhyWhatIsNeededIsNotKnown() {
        String job = "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - ";
        assertThat(why(job + "uses: my/action@v1\n"))
                .isEqualTo(
                        "Set 'permissions: {}' at the top of the workflow, and under each job what it needs; there is no fix,"
                                + " because of the job 'a': what 'my/action@v1' needs is not known");
        assertThat(why(job + "run: gh pr list\n")).endsWith("a script uses the token");
        assertThat(why(job + "run: ./x\n        env: {T: '${{ github.token }}'}\n"))
                .endsWith("a script uses the token");
        assertThat(why("on: push\njobs:\n  a:\n    uses: my/app/.github/workflows/x.yml@v1\n"))
                .endsWith(
                        "'my/app/.github/workflows/x.yml@v1' is not in this repository, and what it asks for is not known");
    }

    @Test
    void leavesAnchorsAlone() {
        assertThat(why("""
                on: push
                jobs:
                  a: &job
                    runs-on: x
                    steps: [{run: make}]
                  b: *job
                """)).endsWith("an anchor shares its text with others");
        fixed("""
                on: push
                jobs:
                  a:
                    runs-on: x
                    steps: &steps [{run: make}]
                  b:
                    runs-on: x
                    steps: *steps
                """).gives("""
                on: push
                permissions: {}
                jobs:
                  a:
                    runs-on: x
                    permissions: {}
                    steps: &steps [{run: make}]
                  b:
                    runs-on: x
                    permissions: {}
                    steps: *steps
                """);
    }

    @Test
    void movesWhatEveryJobMayWriteToThoseThatMayNeedIt() {
        fixed("""
                on: push
                permissions:
                  contents: write   # to push
                  id-token: write
                  packages: read
                jobs:
                  script:
                    runs-on: x
                    steps: [{run: ./sign.sh}]
                  read:
                    runs-on: x
                    steps: [%s]
                  own:
                    runs-on: x
                    permissions: {contents: write}
                    steps: [{run: make}]
                  unknown:
                    runs-on: x
                    steps: [{uses: my/action@v1}]
                """.formatted(CHECKOUT)).gives("""
                on: push
                permissions:
                  contents: read   # to push
                  id-token: none
                  packages: read
                jobs:
                  script:
                    runs-on: x
                    permissions:
                      contents: read
                      id-token: write # a script can ask for an identity
                      packages: read # every job had it
                    steps: [{run: ./sign.sh}]
                  read:
                    runs-on: x
                    steps: [%s]
                  own:
                    runs-on: x
                    permissions: {contents: write}
                    steps: [{run: make}]
                  unknown:
                    runs-on: x
                    permissions:
                      contents: write # to push
                      id-token: write # what 'my/action@v1' needs is not known
                      packages: read # every job had it
                    steps: [{uses: my/action@v1}]
                """.formatted(CHECKOUT));
    }

    /** That a step reads is no reason for the right to write. */
    @Test
    void saysWhyAJobMayWrite() {
        fixed("""
                on: push
                permissions:
                  contents: write
                jobs:
                  test:
                    runs-on: x
                    steps: [{uses: actions/checkout@v5}, {run: make}]
                """).gives("""
                on: push
                permissions:
                  contents: read
                jobs:
                  test:
                    runs-on: x
                    permissions:
                      contents: write # a script can push with what the checkout leaves
                    steps: [{uses: actions/checkout@v5}, {run: make}]
                """);
    }

    @Test
    void changesNoPermissionsThatAnAnchorSharesWithAJob() {
        assertThat(why("""
                on: push
                permissions: &all
                  contents: write
                jobs:
                  a: {runs-on: x, permissions: *all, steps: [{run: make}]}
                  b: {runs-on: x, steps: [{run: make}]}
                """)).endsWith("the text is written in a form that is not edited");
    }

    @Test
    void grantsACallAllThatTheCalledWorkflowsAskFor() {
        Repairs.ofWorkflow(CALL)
                .and(".github/workflows/x.yml", """
                        on: workflow_call
                        permissions: {}
                        jobs:
                          a:
                            runs-on: x
                            permissions: {pages: write, contents: read}
                            steps: [{run: make}]
                          deeper:
                            uses: ./.github/workflows/y.yml
                            permissions: {checks: write}
                        """)
                .and(".github/workflows/y.yml", """
                        on: workflow_call
                        permissions: {checks: write}
                        jobs:
                          a: {runs-on: x, steps: [{run: ./checks.sh}]}
                        """)
                .made(CHECK, true)
                .gives("""
                        on: push
                        permissions: {}
                        jobs:
                          call:
                            uses: ./.github/workflows/x.yml
                            permissions:
                              checks: write # a called workflow asks for it
                              contents: read
                              pages: write # a called workflow asks for it
                        """);
    }

    /** What the called job gets from the call is counted in, and it says so for itself once the call does. */
    @Test
    void followsWhatCallsHandDown() {
        String called = """
                on: workflow_call
                jobs:
                  a:
                    runs-on: x
                    steps: [{uses: actions/labeler@v6}]
                """;
        Repairs.ofWorkflow(CALL)
                .and(".github/workflows/x.yml", "on: workflow_call\njobs:\n  b:\n    uses: ./.github/workflows/y.yml\n")
                .and(".github/workflows/y.yml", called)
                .made(CHECK, true)
                .gives(".github/workflows/ci.yml", """
                        on: push
                        permissions: {}
                        jobs:
                          call:
                            uses: ./.github/workflows/x.yml
                            permissions:
                              contents: read
                              issues: write # to make labels
                              pull-requests: write # to label pull requests
                        """)
                .gives(".github/workflows/y.yml", """
                        on: workflow_call
                        permissions: {}
                        jobs:
                          a:
                            runs-on: x
                            permissions:
                              contents: read
                              issues: write # to make labels
                              pull-requests: write # to label pull requests
                            steps: [{uses: actions/labeler@v6}]
                        """);
    }

    @Test
    void asksForNoMoreThanEveryCallGrants() {
        String inherits = """
                on: workflow_call
                jobs:
                  a:
                    runs-on: x
                    steps: [{uses: actions/labeler@v6}]
                """;
        String granting = """
                on: push
                permissions: {}
                jobs:
                  call:
                    permissions: {contents: read, issues: write}
                    uses: ./.github/workflows/x.yml
                """;
        Repairs.ofWorkflow(granting)
                .and(".github/workflows/x.yml", inherits)
                .made(CHECK, true)
                .gives(granting)
                .gives(
                        ".github/workflows/x.yml",
                        inherits.replace("call\n", "call\npermissions: {}\n")
                                .replace(
                                        "    steps",
                                        "    permissions:\n      contents: read\n      issues: write # to make labels\n    steps"));
        List<String> alone = Repairs.of(".github/workflows/x.yml", inherits)
                .made(CHECK, true)
                .changesNothing()
                .remedies(CHECK);
        assertThat(alone.get(0))
                .endsWith("nothing here calls the workflow, so that it is not known what it may ask for");
    }

    @Test
    void lowersNoCallBelowWhatTheCalledWorkflowAsksFor() {
        String called = """
                on: workflow_call
                permissions: {}
                jobs:
                  a:
                    runs-on: x
                    permissions: {issues: write}
                    steps: [{run: make}]
                """;
        String caller = """
                on: push
                permissions:
                  issues: write
                  statuses: write
                jobs:
                  call:
                    uses: ./.github/workflows/x.yml
                  other:
                    runs-on: x
                    steps: [{run: make}]
                """;
        Repairs.ofWorkflow(caller)
                .and(".github/workflows/x.yml", called)
                .made(CHECK, true)
                .gives(
                        caller.replace("issues: write\n  statuses: write", "issues: read\n  statuses: read")
                                .replace(
                                        "x.yml\n",
                                        "x.yml\n    permissions:\n      issues: write # a called workflow asks for it\n      statuses: read # every job had it\n"));
        String reading = "on: push\njobs:\n  call:\n    permissions: read-all\n    uses: ./.github/workflows/x.yml\n";
        List<String> remedies = Repairs.ofWorkflow(reading)
                .and(".github/workflows/x.yml", called)
                .made("excessive-permissions", true)
                .remedies(CHECK);
        assertThat(remedies)
                .anyMatch(it -> it.endsWith(
                        "a workflow that it calls asks for 'issues: write', which 'read-all' does not grant"));
    }

    /** Workflows that call each other, or themselves, are followed once. */
    @ParameterizedTest
    @ValueSource(strings = {"ci", "x"})
    void endsWhereCallsGoRound(String target) {
        String round = "on: [push, workflow_call]\njobs:\n  a:\n    uses: ./.github/workflows/" + target + ".yml\n";
        List<String> remedies = Repairs.ofWorkflow(round)
                .and(".github/workflows/x.yml", round.replace("/" + target, "/ci"))
                .made(CHECK, true)
                .remedies(CHECK);
        assertThat(remedies).isNotEmpty();
    }
}
