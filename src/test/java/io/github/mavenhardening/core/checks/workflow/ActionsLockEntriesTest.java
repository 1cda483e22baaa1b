package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsLockEntriesTest {

    private static final Check CHECK = new ActionsLockEntries();
    private static final String LOCK = ".github/workflows/actions.lock";
    private static final String COMMIT = "commit: sha1-8e8c483db84b4bee98b60c0593521ed34d9990e8";

    private static final String WORKFLOW = """
            on: push
            permissions: {}
            jobs:
              build:
                runs-on: ubuntu-24.04
                steps:
                  - uses: Actions/Checkout@v6
                  - uses: example/tools/setup@main
                  - uses: ./.github/actions/local
            """;

    private static MarkedYaml repository(String lock) {
        return MarkedYaml.workflow(WORKFLOW)
                .and(".github/actions/local/action.yml", """
                runs:
                  using: composite
                  steps:
                    - uses: actions/cache@v5
                """)
                .and(LOCK, lock.replace("COMMIT", COMMIT));
    }

    private static final String SOUND = """
            version: VERSION
            workflows:
              .github/workflows/ci.yml:
                - actions/checkout@v6
                - example/tools@main
                - actions/cache@v5
                - example/inner@v1
            dependencies:
              actions/checkout@v6: {COMMIT, ref: v6.0.2, owner_id: 1, repo_id: 2}
              actions/cache@v5: {COMMIT}
              example/tools@main:
                commit: sha256-COMMIT64
                hostname: github.com
                uses:
                  - Example/Inner@v1
              example/inner@v1: {COMMIT}
            """.replace("sha256-COMMIT64", "sha256-" + "0a".repeat(32));

    private static String sound() {
        return SOUND.replace("VERSION", "v0.0.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0.0.2", "'v0.0.3'"})
    void isSilentWhereTheLockIsSoundAndSoAreTheOthers(String version) {
        MarkedYaml repository = repository(SOUND.replace("VERSION", version));

        repository.isFoundBy(CHECK);
        repository.isFoundBy(new UnpinnedUses());
        repository.isFoundBy(new UnpinnedTransitive());
        repository.named("example/app").isFoundBy(new InternalMutableRef());
    }

    /** The tool writes what a workflow names itself, the format's description all of it. */
    @Test
    void takesListsOfDirectDependenciesToo() {
        MarkedYaml repository = repository(sound().replace("    - example/inner@v1\n", ""));

        repository.isFoundBy(CHECK);
        repository.isFoundBy(new UnpinnedUses());
    }

    @Test
    void findsAVersionThatIsNotKnownAndTrustsNothingInIt() {
        MarkedYaml repository = repository("""
                version: v0.1.0   # finds: actions-lock medium
                workflows:
                  .github/workflows/ci.yml: [actions/checkout@v6]
                dependencies:
                  actions/checkout@v6: {COMMIT}
                """);

        repository.isFoundBy(CHECK);
        assertThat(unpinned(repository)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit: 8e8c483db84b4bee98b60c0593521ed34d9990e8",
                "commit: sha1-8e8c483",
                "commit: sha256-8e8c483db84b4bee98b60c0593521ed34d9990e8",
                "ref: v6"
            })
    void findsAnEntryWithoutAWholeCommit(String commit) {
        MarkedYaml repository = repository("""
                version: v0.0.3
                workflows:
                  .github/workflows/ci.yml: [actions/checkout@v6]
                dependencies:
                  actions/checkout@v6: {BROKEN}   # finds: actions-lock high
                """.replace("BROKEN", commit));

        repository.isFoundBy(CHECK);
        assertThat(unpinned(repository)).anyMatch(message -> message.contains("Actions/Checkout@v6"));
    }

    @Test
    void findsKeysThatLeadToNothing() {
        MarkedYaml repository = repository("""
                version: v0.0.3
                workflows:
                  .github/workflows/ci.yml:
                    - actions/checkout@v6
                    - actions/cache@v5            # finds: actions-lock medium
                dependencies:
                  actions/checkout@v6:
                    COMMIT
                    uses:
                      - example/gone@v1           # finds: actions-lock medium
                """);

        repository.isFoundBy(CHECK);
        assertThat(unpinned(repository)).as("the closure is not complete").hasSize(3);
    }

    @Test
    void findsStaleEntries() {
        repository(sound() + """
                  example/old@v1: {COMMIT}        # finds: actions-lock low
                """).isFoundBy(CHECK);
        repository("""
                version: v0.0.3
                workflows:
                  .github/workflows/ci.yml:
                    - actions/checkout@v6
                    - actions/checkout@v5         # finds: actions-lock low
                  .github/workflows/gone.yml: []  # finds: actions-lock low
                dependencies:
                  actions/checkout@v6: {COMMIT}
                  actions/checkout@v5: {COMMIT}
                """).isFoundBy(CHECK);
    }

    /** What another repository's workflow leads to is not known here. */
    @Test
    void takesNothingForStaleBehindAWorkflowOfAnotherRepository() {
        MarkedYaml.workflow("""
                on: push
                permissions: {}
                jobs:
                  call:
                    uses: example/shared/.github/workflows/build.yml@v1
                """).and(LOCK, """
                version: v0.0.3
                workflows:
                  .github/workflows/ci.yml: [example/shared@v1, actions/checkout@v6]
                dependencies:
                  example/shared@v1: {COMMIT}
                  actions/checkout@v6: {COMMIT}
                """.replace("COMMIT", COMMIT)).isFoundBy(CHECK);
    }

    @Test
    void anEntryUnderAnotherWorkflowPinsNothing() {
        MarkedYaml repository = repository(sound())
                .and(".github/workflows/other.yml", WORKFLOW.replace("    - uses: ./.github/actions/local\n", ""));

        assertThat(findings(repository, new UnpinnedUses()))
                .extracting(finding -> finding.primary().path())
                .containsOnly(".github/workflows/other.yml");
        assertThat(unpinned(repository)).allMatch(message -> message.contains("nor does " + LOCK + " pin it here"));
    }

    /** One of the two workflows that lead to the local action is not locked. */
    @Test
    void aLocalActionIsPinnedWhereAllWhoUseItAre() {
        MarkedYaml repository = repository(sound()).and(".github/workflows/other.yml", """
                on: push
                permissions: {}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: ./.github/actions/local
                """);

        assertThat(findings(repository, new UnpinnedUses()))
                .extracting(finding -> finding.primary().path())
                .containsOnly(".github/actions/local/action.yml");
    }

    @Test
    void refsHaveCase() {
        MarkedYaml repository = repository(sound().replace("example/tools@main", "example/tools@Main"));

        assertThat(unpinned(repository)).singleElement().asString().contains("example/tools/setup@main");
    }

    @Test
    void survivesActionsThatUseEachOther() {
        repository(sound().replace(
                                "example/inner@v1: {COMMIT}", "example/inner@v1: {COMMIT, uses: [example/tools@main]}"))
                .isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workflows: [a]",
                "workflows: {a: b}",
                "workflows: {.github/workflows/ci.yml: [[a]]}",
                "dependencies: {a: b}",
                "dependencies: {a: {uses: b}}"
            })
    void partsOfAnotherShapeAreToldByUnreadableWorkflow(String part) {
        assertThat(findings(repository("version: v0.0.3\n" + part + "\n"), new UnreadableWorkflow()))
                .extracting(finding -> finding.primary().path())
                .containsOnly(LOCK);
    }

    @Test
    void aLockThatCannotBeReadPinsNothing() {
        MarkedYaml repository = repository("version: [");

        assertThat(findings(repository, new UnreadableWorkflow())).hasSize(1);
        assertThat(unpinned(repository)).hasSize(3);
    }

    private static List<String> unpinned(MarkedYaml repository) {
        return findings(repository, new UnpinnedUses()).stream()
                .map(Finding::message)
                .toList();
    }

    private static List<Finding> findings(MarkedYaml repository, Check check) {
        return repository.findings(check);
    }
}
