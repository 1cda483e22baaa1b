package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.source.LoopbackGit;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every category of GitHub's own tool, and everything that its parser refuses, is found: in that place, and with what to do about it.
 * Each is one edit of a lock that is sound, or of the workflow that it pins.
 */
class LockCategoriesTest {

    private static final String LOCK = ".github/workflows/actions.lock";
    private static final String CI = ".github/workflows/ci.yml";
    private static final String SHA = "8e8c483db84b4bee98b60c0593521ed34d9990e8";
    private static final String AGAIN =
            "Run 'mvn hardening:lock -Dhardening.actions', or 'gh actions-lock', and commit what it writes";
    private static final String LOOK =
            "Look at who wrote it so, for no tool does; then run 'mvn hardening:lock -Dhardening.actions'";
    private static final Check ENTRIES = new ActionsLockEntries();

    private static final String STEPS = """
            - uses: o/a@v1
            - uses: o/p@SHA # v2.0.0
            """;

    /** One action uses another; one is pinned by its commit. */
    private static final String SOUND = """
            version: 'v0.0.3'
            workflows:
                '.github/workflows/ci.yml':
                    - 'o/a@v1'
                    - 'o/p@SHA'
            dependencies:
                'o/a@v1':
                    ref: 'v1'
                    commit: 'sha1-1111111111111111111111111111111111111111'
                    owner_id: 1
                    repo_id: 2
                    uses:
                        - 'o/b@main'
                'o/b@main':
                    ref: 'main'
                    commit: 'sha1-2222222222222222222222222222222222222222'
                    owner_id: 1
                    repo_id: 3
                'o/p@SHA':
                    ref: 'v2.0.0'
                    commit: 'sha1-SHA'
                    owner_id: 1
                    repo_id: 4
            """;

    private static MarkedYaml repository(String steps, String lock) {
        return MarkedYaml.steps(steps.replace("SHA", SHA)).and(LOCK, lock.replace("SHA", SHA));
    }

    @Test
    void theLockThatIsEditedIsSound() {
        for (Check check : List.of(ENTRIES, new UnpinnedUses(), new SelfRepository(), new UnfollowedReference())) {
            repository(STEPS, SOUND).isFoundBy(check);
        }
    }

    /** Category; check; edit of the steps; edit of the lock; place; message; remedy. */
    static Stream<Arguments> offline() {
        return Stream.of(
                Arguments.of(
                        "not-pinned",
                        ENTRIES,
                        "o/p@SHA # v2.0.0>o/p@SHA # v2.0.0\n- uses: o/z/part@v3",
                        "",
                        LOCK + ":3",
                        "'" + CI + "' uses 'o/z/part@v3', for which it is locked to nothing: GitHub does not start it",
                        AGAIN + "; or write in the workflow what is locked"),
                Arguments.of(
                        "ref-changed",
                        ENTRIES,
                        "o/a@v1>o/a@v2",
                        "",
                        LOCK + ":4",
                        "'" + CI + "' uses 'o/a@v2', for which it is locked to 'o/a@v1': GitHub does not start it",
                        AGAIN + "; or write in the workflow what is locked"),
                Arguments.of(
                        "stale",
                        ENTRIES,
                        "- uses: o/a@v1\n>",
                        "",
                        LOCK + ":4",
                        "The entry is stale: '" + CI + "' does not use 'o/a@v1'",
                        AGAIN),
                Arguments.of(
                        "stale, behind an action",
                        ENTRIES,
                        "",
                        "        uses:\n            - 'o/b@main'\n>",
                        LOCK + ":12",
                        "The entry is stale: no locked workflow leads to 'o/b@main'",
                        AGAIN),
                Arguments.of(
                        "stale-workflow",
                        ENTRIES,
                        "",
                        "workflows:>workflows:\n    '.github/workflows/gone.yml': []",
                        LOCK + ":3",
                        "The entry is stale: there is no workflow '.github/workflows/gone.yml'",
                        AGAIN),
                Arguments.of(
                        "onboarding-required",
                        ENTRIES,
                        "",
                        "    '.github/workflows/ci.yml':\n        - 'o/a@v1'\n        - 'o/p@SHA'>    {}",
                        LOCK + ":2",
                        "The lock omits '" + CI
                                + "', which uses actions or workflows: nothing of it is pinned, and where a lock"
                                + " is required it does not start",
                        AGAIN),
                Arguments.of(
                        "sha-as-ref",
                        new PinWithoutVersionComment(),
                        " # v2.0.0>",
                        "",
                        CI + ":8",
                        "'o/p@" + SHA + "' is pinned to a commit without a comment that names its version",
                        "Add the version as a comment after the SHA: '# v1.2.3'; update bots then keep both up to date"),
                Arguments.of(
                        "local-action",
                        new SelfRepository(),
                        "o/a@v1>./own",
                        "",
                        CI + ":7",
                        "'./own' is taken from the working tree, which earlier steps can change",
                        "Use '$/own': the same file at the workflow's own commit"),
                Arguments.of(
                        "invalid-self-repository-ref",
                        new UnfollowedReference(),
                        "o/a@v1>$/own@v1",
                        "",
                        CI + ":7",
                        "'$/own@v1' ",
                        "Refer to an action or workflow in this repository, or to another repository's at a commit"),
                // What the parser refuses.
                Arguments.of(
                        "a later version",
                        ENTRIES,
                        "",
                        "v0.0.3>v0.0.4",
                        LOCK + ":1",
                        "The lock has version 'v0.0.4', which is not known to this release, so nothing in it counts as pinned",
                        "Update this plugin, or 'gh actions-lock' if the version is old"),
                Arguments.of(
                        "a key at the top",
                        ENTRIES,
                        "",
                        "dependencies:>extra: 1\ndependencies:",
                        LOCK + ":6",
                        "GitHub does not take the lock: the format has no key 'extra' in the lock",
                        AGAIN),
                Arguments.of(
                        "a key of an entry",
                        ENTRIES,
                        "",
                        "repo_id: 3>repo_id: 3\n        branch: main",
                        LOCK + ":19",
                        "GitHub does not take the lock: the format has no key 'branch' for 'o/b@main'",
                        AGAIN),
                Arguments.of(
                        "no ref",
                        ENTRIES,
                        "",
                        "        ref: 'main'\n>",
                        LOCK + ":14",
                        "GitHub does not take the lock: 'o/b@main' does not say of which tag or branch its commit is ('ref')",
                        AGAIN),
                Arguments.of(
                        "another ref",
                        ENTRIES,
                        "",
                        "ref: 'v1'>ref: 'v1.0.0'",
                        LOCK + ":8",
                        "GitHub does not take the lock: 'o/a@v1' is locked as 'v1.0.0', which is another name",
                        LOOK),
                Arguments.of(
                        "no commit",
                        ENTRIES,
                        "",
                        "commit: 'sha1-2222222222222222222222222222222222222222'>commit: ''",
                        LOCK + ":16",
                        "'o/b@main' is not locked to a full commit (sha1-<40 digits> or sha256-<64 digits>)",
                        AGAIN),
                Arguments.of(
                        "a commit of another form",
                        ENTRIES,
                        "",
                        "sha1-22222222>sha1-",
                        LOCK + ":16",
                        "'o/b@main' is not locked to a full commit (sha1-<40 digits> or sha256-<64 digits>)",
                        AGAIN),
                Arguments.of(
                        "another commit than the key's",
                        ENTRIES,
                        "",
                        "sha1-SHA>sha1-3333333333333333333333333333333333333333",
                        LOCK + ":21",
                        "GitHub does not take the lock: 'o/p@" + SHA + "' names a commit, and is locked to another,"
                                + " sha1-3333333333333333333333333333333333333333",
                        LOOK),
                Arguments.of(
                        "no owner",
                        ENTRIES,
                        "",
                        "owner_id: 1\n        repo_id: 3>owner_id: 0\n        repo_id: 3",
                        LOCK + ":17",
                        "GitHub does not take the lock: 'o/b@main' has no owner_id, a number from 1, by which GitHub notices that"
                                + " another took the name",
                        AGAIN),
                Arguments.of(
                        "no repository",
                        ENTRIES,
                        "",
                        "        repo_id: 3\n>",
                        LOCK + ":14",
                        "GitHub does not take the lock: 'o/b@main' has no repo_id, a number from 1, by which GitHub notices that"
                                + " another took the name",
                        AGAIN),
                Arguments.of(
                        "a host with a port",
                        ENTRIES,
                        "",
                        "ref: 'main'>ref: 'main'\n        hostname: 'a.ghe.com:443'",
                        LOCK + ":16",
                        "GitHub does not take the lock: the hostname of 'o/b@main' is neither github.com nor that of a tenant, as"
                                + " octocorp.ghe.com: no scheme, port or path",
                        AGAIN),
                Arguments.of(
                        "a host before there were any",
                        ENTRIES,
                        "",
                        "v0.0.3>v0.0.2 | ref: 'main'>ref: 'main'\n        hostname: 'github.com'",
                        LOCK + ":16",
                        "GitHub does not take the lock: the format has no key 'hostname' for 'o/b@main'",
                        AGAIN),
                Arguments.of(
                        "a key with a folder",
                        ENTRIES,
                        "",
                        "        uses:\n            - 'o/b@main'>        uses:\n            - 'o/b@main'\n            - 'o/b/part@main'",
                        LOCK + ":14",
                        "GitHub does not take the lock: 'o/b/part@main' is not of the form owner/repository@ref",
                        AGAIN),
                Arguments.of(
                        "a key that leads to nothing",
                        ENTRIES,
                        "",
                        "- 'o/b@main'>- 'o/b@main'\n            - 'o/gone@v1'",
                        LOCK + ":14",
                        "'o/gone@v1' is not among the lock's dependencies, so no commit is known for it",
                        AGAIN),
                Arguments.of(
                        "actions that use each other",
                        ENTRIES,
                        "",
                        "repo_id: 3>repo_id: 3\n        uses: ['O/A@v1']",
                        LOCK + ":7",
                        "GitHub does not take the lock: actions use each other: o/a@v1 > o/b@main > o/a@v1",
                        "Use versions of them that do not, and run 'mvn hardening:lock -Dhardening.actions'"),
                Arguments.of(
                        "two entries of one key",
                        ENTRIES,
                        "",
                        "    'o/p@SHA':>    'O/B@main':\n        ref: 'main'\n        commit:"
                                + " 'sha1-4444444444444444444444444444444444444444'\n        owner_id: 1\n        repo_id: 3\n    'o/p@SHA':",
                        LOCK + ":19",
                        "GitHub does not take the lock: 'o/b@main' is there twice, with different values of commit",
                        LOOK));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offline")
    void findsOffline(
            String category, Check check, String steps, String lock, String place, String message, String remedy) {
        MarkedYaml repository = repository(edited(STEPS, steps), edited(SOUND, lock));

        assertThat(repository.findings(check)).anySatisfy(finding -> {
            assertThat(place(finding)).isEqualTo(place);
            assertThat(finding.message()).startsWith(message);
            assertThat(finding.remedy()).isEqualTo(remedy);
        });
        assertThat(repository.findings(check)).allSatisfy(LockCategoriesTest::hasPlaceAndRemedy);
    }

    /** A path that leads out of the repository, or that is none, is a path which a tool may open. */
    @ParameterizedTest
    @MethodSource("paths")
    void findsPathsThatLeadElsewhere(String path) {
        String lock = SOUND.replace("workflows:\n", "workflows:\n    " + path + ": []\n");

        assertThat(repository(STEPS, lock).findings(ENTRIES)).anySatisfy(finding -> {
            assertThat(place(finding)).isEqualTo(LOCK + ":3");
            assertThat(finding.message()).contains("is not a path below the repository's root");
            assertThat(finding.remedy()).isEqualTo(AGAIN);
        });
    }

    static Stream<String> paths() {
        return Stream.of(
                "'/etc/x.yml'",
                "'../x.yml'",
                "'a/../../x.yml'",
                "'a/..'",
                "'c:x.yml'",
                "'a\\x.yml'",
                "\"a\\tb.yml\"",
                "''");
    }

    @TempDir
    Path forge;

    private String locked;
    private String moved;
    private String foreign;

    /** A tag that moved on, and one that moved to what is of no branch's history. */
    @BeforeEach
    void publish() throws Exception {
        locked = RemoteFixtures.action(forge, "o/r", "v1.0.0", "runs: {using: node24, main: x.js}\n");
        try (Git git = Git.open(forge.resolve("o/r").toFile())) {
            moved = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1", true);
            // A branch that is named like a commit.
            git.branchCreate().setName("0".repeat(40)).call();
        }
        foreign = RemoteFixtures.impostor(forge, "o/r");
    }

    private MarkedYaml online(String steps, String key, String ref, String commit, LoopbackGit server) {
        return repository(steps, """
                version: 'v0.0.3'
                workflows:
                    '.github/workflows/ci.yml':
                        - 'KEY'
                dependencies:
                    'KEY':
                        ref: 'REF'
                        commit: 'sha1-COMMIT'
                        owner_id: 1
                        repo_id: 2
                """.replace("KEY", key).replace("REF", ref).replace("COMMIT", commit))
                .online(server.address());
    }

    @Test
    void findsARefThatMoved() throws Exception {
        try (LoopbackGit server = new LoopbackGit(forge)) {
            assertThat(online("- uses: o/r@v1", "o/r@v1", "v1", locked, server).findings(new MovedLockEntry()))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(place(finding)).isEqualTo(LOCK + ":8");
                        assertThat(finding.message())
                                .isEqualTo("'o/r@v1' is locked to " + locked + ", and the tag 'v1' stands for " + moved
                                        + " now");
                        assertThat(finding.remedy())
                                .isEqualTo("Find out why it moved; 'mvn hardening:lock -Dhardening.actions"
                                        + " -Dhardening.accept=o/r@v1' locks the new commit");
                    });
        }
    }

    @Test
    void findsAPinThatCannotBeReached() throws Exception {
        try (LoopbackGit server = new LoopbackGit(forge)) {
            assertThat(online("- uses: o/r@v1", "o/r@v1", "v1", foreign, server).findings(new MovedLockEntry()))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(place(finding)).isEqualTo(LOCK + ":8");
                        assertThat(finding.message())
                                .startsWith("'o/r@v1' is locked to a commit of no branch and no tag of its repository");
                        assertThat(finding.remedy())
                                .isEqualTo(
                                        "Look at the commit and at who brought it into the lock; GitHub refuses to run it");
                    });
            // The same commit in the workflow itself.
            assertThat(online("- uses: o/r@" + foreign, "o/r@" + foreign, "v1", foreign, server)
                            .findings(new ImpostorCommit()))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(place(finding)).isEqualTo(CI + ":7");
                        assertThat(finding.message())
                                .isEqualTo("'o/r@" + foreign
                                        + "' is a commit of no branch and no tag of 'o/r': it may be one of a fork");
                        assertThat(finding.remedy())
                                .isEqualTo(
                                        "Look at the commit and at who brought it in; what ran it may have leaked its secrets");
                    });
        }
    }

    @Test
    void findsAShaThatMisleads() throws Exception {
        String name = "0".repeat(40);
        try (LoopbackGit server = new LoopbackGit(forge)) {
            assertThat(online("- uses: o/r@" + name, "o/r@" + name, "main", name, server)
                            .findings(new RefConfusion()))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(place(finding)).isEqualTo(CI + ":7");
                        assertThat(finding.message())
                                .isEqualTo("'o/r@" + name
                                        + "' looks like a commit, and is the name of a tag or branch that"
                                        + " stands for " + moved);
                        assertThat(finding.remedy())
                                .isEqualTo(
                                        "Find out who named it so; pin the commit that is meant by its version's tag");
                    });
        }
    }

    /** Inconclusive is a result of its own, and never "valid". */
    @Test
    void saysWhereAncestryAndReachabilityAreNotKnown() throws Exception {
        try (LoopbackGit server = new LoopbackGit(forge)) {
            server.namesOnly();
            var audit =
                    online("- uses: o/r@v1", "o/r@v1", "v1", foreign, server).audit(new MovedLockEntry());

            assertThat(audit.gaps())
                    .isNotEmpty()
                    .allMatch(gap -> gap.startsWith("moved-lock-entry: ") && gap.contains("did not answer"));
        }
    }

    private static String edited(String text, String edits) {
        String edited = text;
        for (String edit : edits.isEmpty() ? List.<String>of() : List.of(edits.split(" \\| ", 9))) {
            int arrow = edit.indexOf('>');
            assertThat(edited).contains(edit.substring(0, arrow));
            edited = edited.replace(edit.substring(0, arrow), edit.substring(arrow + 1));
        }
        return edited;
    }

    private static void hasPlaceAndRemedy(Finding finding) {
        assertThat(place(finding)).matches("\\.github/workflows/(actions\\.lock|ci\\.yml):[1-9][0-9]*");
        assertThat(finding.remedy()).isNotBlank();
    }

    private static String place(Finding finding) {
        return finding.primary().path() + ":" + finding.primary().line();
    }
}
