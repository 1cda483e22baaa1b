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
    private static final String COMMIT =
            "commit: sha1-8e8c483db84b4bee98b60c0593521ed34d9990e8, ref: REF, owner_id: 1, repo_id: 2";

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
                .and(LOCK, filled(lock));
    }

    /** The ref of an entry is that of its key. */
    private static String filled(String lock) {
        return lock.replace("COMMIT", COMMIT).replaceAll("(?m)(@(\\S+): .*ref: )REF", "$1$2");
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
              actions/checkout@v6: {COMMIT}
              actions/cache@v5: {COMMIT}
              example/tools@main:
                commit: sha256-COMMIT64
                ref: main
                owner_id: 1
                repo_id: 2
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
                "commit: 8e8c483db84b4bee98b60c0593521ed34d9990e8, ",
                "commit: sha1-8e8c483, ",
                "commit: sha256-8e8c483db84b4bee98b60c0593521ed34d9990e8, ",
                ""
            })
    void findsAnEntryWithoutAWholeCommit(String commit) {
        MarkedYaml repository = repository("""
                version: v0.0.3
                workflows:
                  .github/workflows/ci.yml: [actions/checkout@v6, example/tools@main, actions/cache@v5]
                dependencies:
                  actions/checkout@v6: {BROKENref: v6, owner_id: 1, repo_id: 2}   # finds: actions-lock high
                  example/tools@main: {COMMIT}
                  actions/cache@v5: {COMMIT}
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
                    - example/tools@main          # finds: actions-lock medium
                dependencies:
                  actions/checkout@v6:
                    ref: v6
                    commit: sha1-8e8c483db84b4bee98b60c0593521ed34d9990e8
                    owner_id: 1
                    repo_id: 2
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
                    - example/tools@main
                    - actions/cache@v5
                    - actions/checkout@v5         # finds: actions-lock low
                  .github/workflows/gone.yml: []  # finds: actions-lock low
                dependencies:
                  actions/checkout@v6: {COMMIT}
                  example/tools@main: {COMMIT}
                  actions/cache@v5: {COMMIT}
                  actions/checkout@v5: {COMMIT}
                """).isFoundBy(CHECK);
    }

    /** The workflow is not in the lock at all: another thing than a stale entry, and told as one. */
    @Test
    void findsWorkflowsThatTheLockOmits() {
        String call = """
                on: push
                permissions: {}
                jobs:
                  call:
                    uses: example/shared/.github/workflows/build.yml@v1
                """;
        MarkedYaml repository =
                repository(sound()).and(".github/workflows/call.yml", call).and(".github/workflows/plain.yml", """
                        on: push
                        permissions: {}
                        jobs:
                          build:
                            runs-on: ubuntu-24.04
                            steps:
                              - run: make
                              - uses: docker://alpine:3.22
                        """);

        assertThat(repository.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .startsWith("The lock omits '.github/workflows/call.yml', which uses actions or workflows");
            assertThat(finding.remedy()).contains("hardening:lock -Dhardening.actions");
            assertThat(finding.primary().path()).isEqualTo(LOCK);
        });
        // Who only calls is listed with nothing.
        repository(sound().replace("dependencies:", "  .github/workflows/call.yml: []\ndependencies:"))
                .and(".github/workflows/call.yml", call)
                .isFoundBy(CHECK);
    }

    /** A locked workflow whose text went on without its lock: GitHub does not start it. */
    @Test
    void findsWhatALockedWorkflowUsesBesidesItsPins() {
        MarkedYaml repository = MarkedYaml.steps("""
                - uses: actions/checkout@v6
                - uses: example/new/part@v1
                - uses: example/new@v1
                - uses: example/pinned@8e8c483db84b4bee98b60c0593521ed34d9990e8
                - uses: docker://alpine:3.22
                """).and(LOCK, filled("""
                version: v0.0.3
                workflows:
                  # finds below: actions-lock medium, actions-lock low
                  .github/workflows/ci.yml:
                    # finds below: actions-lock medium, actions-lock low
                    - actions/checkout@v5
                dependencies:
                  actions/checkout@v5: {COMMIT}
                """));

        repository.isFoundBy(CHECK);
        assertThat(repository.findings(CHECK))
                .extracting(Finding::message)
                .contains(
                        "'.github/workflows/ci.yml' uses 'actions/checkout@v6', for which it is locked to"
                                + " 'actions/checkout@v5': GitHub does not start it",
                        "'.github/workflows/ci.yml' uses 'example/new/part@v1', for which it is locked to nothing:"
                                + " GitHub does not start it");
    }

    /** The format has no other keys, and each entry says whose the repository was. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner_id: 1| has no owner_id, a number from 1",
                "owner_id: 1>owner_id: 0| has no owner_id, a number from 1",
                "repo_id: 2>repo_id: -2| has no repo_id, a number from 1",
                "ref: REF| does not say of which tag or branch its commit is",
                "owner_id: 1>owner_id: 1, size: 3| the format has no key 'size'",
                "owner_id: 1>owner_id: 1, hostname: https://a.ghe.com| the hostname of 'actions/cache@v5' is neither",
                "owner_id: 1>owner_id: 1, hostname: octo-tenant| the hostname of 'actions/cache@v5' is neither",
                "owner_id: 1>owner_id: 1, hostname: -a.ghe.com| the hostname of 'actions/cache@v5' is neither",
                "owner_id: 1>owner_id: 1, hostname: a.ghe.com:443| the hostname of 'actions/cache@v5' is neither"
            })
    void findsWhatTheFormatDoesNotAllowInAnEntry(String fault) {
        String edit = fault.substring(0, fault.indexOf('|'));
        int arrow = edit.indexOf('>');
        String from = arrow < 0 ? edit : edit.substring(0, arrow);
        String broken =
                COMMIT.replace(from, arrow < 0 ? "" : edit.substring(arrow + 1)).replace(", ,", ",");

        assertThat(repository(sound().replace("actions/cache@v5: {COMMIT}", "actions/cache@v5: {" + broken + "}"))
                        .findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith("GitHub does not take the lock: ")
                        .contains(fault.substring(fault.indexOf('|') + 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"github.com", "octo-tenant.ghe.com"})
    void takesHostnamesFromTheVersionThatHasThem(String host) {
        String lock = SOUND.replace("actions/cache@v5: {COMMIT}", "actions/cache@v5: {COMMIT, hostname: " + host + "}");

        repository(lock.replace("VERSION", "v0.0.3")).isFoundBy(CHECK);
        assertThat(repository(lock.replace("VERSION", "v0.0.2")).findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("no key 'hostname'"));
    }

    @Test
    void findsKeysOfAnotherForm() {
        repository("extra: 1 # finds: actions-lock medium\n" + sound().replace("dependencies:\n", """
                dependencies:
                  # finds below: actions-lock medium, actions-lock low
                  actions/checkout/sub@v6: {COMMIT}
                """))
                .isFoundBy(CHECK);
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
                """).and(LOCK, filled("""
                version: v0.0.3
                workflows:
                  .github/workflows/ci.yml: [example/shared@v1, actions/checkout@v6]
                dependencies:
                  example/shared@v1: {COMMIT}
                  actions/checkout@v6: {COMMIT}
                """)).isFoundBy(CHECK);
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
