package io.github.mavenhardening.core.pin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.mavenhardening.core.forge.github.GitHubForge;
import io.github.mavenhardening.core.forge.rest.ForgePort;
import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.LoopbackGit;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsLockRunTest {

    private static final String CI = ".github/workflows/ci.yml";
    private static final String LOCK = DefinitionKind.LOCK_LOCATION;

    @TempDir
    Path forge;

    private LoopbackGit server;

    /** The forge that runs the workflows, where it is another than the one that answers. */
    private Optional<String> tenant = Optional.empty();

    /** The addresses that were asked, before the mirror that answers. */
    private final SortedSet<String> reached = new ConcurrentSkipListSet<>();

    private HttpServer numbers;
    /** What the forge's interface says of a repository, by its slug. */
    private final Map<String, String> answers = new HashMap<>();

    /** Composite actions three levels deep: o/a uses o/b by commit, o/b uses o/c/part by a branch. */
    private final Map<String, String> commits = new HashMap<>();

    @BeforeEach
    void serve() throws Exception {
        server = new LoopbackGit(forge);
        numbers = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        numbers.createContext("/repos/", exchange -> {
            String body = answers.get(exchange.getRequestURI().getPath().substring("/repos/".length()));
            byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        numbers.start();
        commits.put("c", publish("o/c", "main", "part/action.yaml", "runs: {using: node24, main: x.js}\n", 7));
        commits.put("b", publish("o/b", "v2.0.0", "action.yml", composite("O/c/part@main", "o/b/x@v2.0.0"), 8));
        try (Git git = Git.open(forge.resolve("o/b").toFile())) {
            commits.put("b", LoopbackGit.commit(git, "x/Dockerfile", "FROM scratch\n"));
            git.tagDelete().setTags("v2.0.0").call();
            LoopbackGit.tag(git, "v2.0.0", true);
        }
        commits.put("a", publish("o/a", "v1", "action.yml", composite("o/b@" + commits.get("b")), 9));
    }

    @AfterEach
    void stop() {
        server.close();
        numbers.stop(0);
    }

    private static String composite(String... uses) {
        return List.of(uses).stream()
                .map(one -> "    - uses: " + one + "\n")
                .collect(Collectors.joining(
                        "", "runs:\n  using: composite\n  steps:\n    - {run: make, shell: bash}\n", ""));
    }

    private String publish(String slug, String name, String path, String text, int number) throws Exception {
        answers.put(slug, "{\"full_name\": \"" + slug + "\", \"id\": " + number + ", \"owner\": {\"id\": 44}}");
        try (Git git = LoopbackGit.repository(forge, slug)) {
            git.getRepository().getConfig().setBoolean("uploadpack", null, "allowAnySHA1InWant", true);
            git.getRepository().getConfig().setBoolean("uploadpack", null, "allowFilter", true);
            git.getRepository().getConfig().save();
            String commit = LoopbackGit.commit(git, path, text);
            if (!name.equals("main")) {
                LoopbackGit.tag(git, name, false);
            }
            return commit;
        }
    }

    private ActionsLockOutcome run(Map<String, String> files, boolean token, String... anew) {
        Repository repository = new Repository(MemoryTree.of(files), Optional.empty());
        Optional<ForgePort> port = token
                ? Optional.of(new ForgePort(
                        GitHubForge.DIALECT,
                        URI.create("http://127.0.0.1:" + numbers.getAddress().getPort() + "/"),
                        Optional.of("token"),
                        ProxySelector.of(null),
                        ForgePort.Patience.USUAL))
                : Optional.empty();
        String home = tenant.orElse(server.address());
        UnaryOperator<String> mirrors = address -> {
            reached.add(address);
            return address.replaceFirst("^https://(github\\.com|octo\\.ghe\\.com)/", server.address() + "/");
        };
        return new ActionsLockRun(
                        WorkflowAudit.definitions(repository),
                        Network.open(new Access(ProxySelector.of(null), host -> Optional.empty(), mirrors)),
                        home,
                        port,
                        List.of(anew),
                        (what, answered, all) -> assertThat(answered).isBetween(1, all))
                .run();
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> commit : commits.entrySet()) {
            filled = filled.replace("SHA_" + commit.getKey(), commit.getValue());
        }
        return filled;
    }

    private static final String CALLS = """
            on: push
            jobs:
              call:
                uses: ./.github/workflows/ci.yml
              other:
                uses: o/shared/.github/workflows/x.yml@v1
            """;

    private static final String WHOLE = """
            # This file is machine-generated by `gh actions-lock`.
            # Do not edit by hand; run `gh actions-lock` to update.
            # Docs: https://gh.io/actions-lockfile
            version: 'v0.0.3'
            workflows:
                '.github/workflows/calls.yml': []
                '.github/workflows/ci.yml':
                    - 'o/a@v1'
                    - 'o/c@SHA_c'
            dependencies:
                'o/a@v1':
                    ref: 'v1'
                    commit: 'sha1-SHA_a'
                    owner_id: 44
                    repo_id: 9
                    uses:
                        - 'o/b@SHA_b'
                'o/b@SHA_b':
                    ref: 'v2.0.0'
                    commit: 'sha1-SHA_b'
                    owner_id: 44
                    repo_id: 8
                    uses:
                        - 'o/b@v2.0.0'
                        - 'o/c@main'
                'o/b@v2.0.0':
                    ref: 'v2.0.0'
                    commit: 'sha1-SHA_b'
                    owner_id: 44
                    repo_id: 8
                'o/c@SHA_c':
                    ref: 'main'
                    commit: 'sha1-SHA_c'
                    owner_id: 44
                    repo_id: 7
                'o/c@main':
                    ref: 'main'
                    commit: 'sha1-SHA_c'
                    owner_id: 44
                    repo_id: 7
            """;

    private Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        files.put(CI, PinRunTest.steps(filled("""
                - uses: O/a@v1
                - uses: o/c/part@SHA_c
                - uses: $/.github/actions/own
                - uses: docker://alpine:3.22
                """)));
        files.put(".github/actions/own/action.yml", composite("o/a@v1"));
        files.put(".github/workflows/calls.yml", CALLS);
        files.put(".github/workflows/plain.yml", PinRunTest.steps("- run: make\n"));
        return files;
    }

    @Test
    void writesEveryWorkflowAndEverythingBehindWhatItUses() {
        ActionsLockOutcome outcome = run(files(), true);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.text()).contains(filled(WHOLE));
        assertThat(outcome.changes())
                .hasSize(12)
                .contains("+ " + CI + " uses o/a@v1", "+ o/c@main sha1-" + commits.get("c"));
        // What nobody pins is told with the way that leads there, however deep.
        assertThat(outcome.notes())
                .contains(filled("O/a@v1 > o/b@SHA_b > O/c/part@main is not pinned by the action that uses it; the lock"
                        + " pins it"))
                .anyMatch(note -> note.contains("'o/shared/.github/workflows/x.yml@v1' is a workflow of another"));
    }

    @Test
    void aSecondRunChangesNothingAndNeedsNoToken() {
        Map<String, String> files = files();
        files.put(LOCK, filled(WHOLE));

        ActionsLockOutcome outcome = run(files, false);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.text()).contains(filled(WHOLE));
        assertThat(outcome.changes()).isEmpty();
    }

    @Test
    void aMovedTagIsToldAndItsCommitStaysUntilItIsAccepted() throws Exception {
        Map<String, String> files = files();
        files.put(LOCK, filled(WHOLE));
        String moved;
        try (Git git = Git.open(forge.resolve("o/a").toFile())) {
            moved = LoopbackGit.commit(git, "README.md", "Moved");
            git.tagDelete().setTags("v1").call();
            LoopbackGit.tag(git, "v1", false);
        }

        ActionsLockOutcome stays = run(files, false);
        ActionsLockOutcome moves = run(files, false, "O/A@v1");

        assertThat(stays.problems()).isEmpty();
        assertThat(moves.problems()).isEmpty();

        assertThat(stays.text()).contains(filled(WHOLE));
        assertThat(stays.notes())
                .contains(filled("O/a@v1: the tag has moved to " + moved
                        + ", and SHA_a stays locked; -Dhardening.accept=o/a@v1 locks the new one"));
        assertThat(moves.text()).contains(filled(WHOLE).replace(commits.get("a"), moved));
        assertThat(moves.changes()).containsExactly(filled("- o/a@v1 sha1-SHA_a"), "+ o/a@v1 sha1-" + moved);
    }

    @Test
    void keepsTheVersionAndWhatOnlyTheLockSays() {
        String lock = filled(WHOLE).replace("    'o/a@v1':\n", "    'o/a@v1':\n        hostname: 'github.com'\n");
        Map<String, String> files = files();
        files.put(LOCK, lock);
        assertThat(run(files, false).text()).contains(lock);

        files.put(LOCK, filled(WHOLE).replace("v0.0.3", "v0.0.2"));
        assertThat(run(files, false).text()).contains(filled(WHOLE).replace("v0.0.3", "v0.0.2"));
    }

    @Test
    void asksTheHostThatAnEntryNames() {
        tenant = Optional.of("https://octo.ghe.com");
        Map<String, String> files = files();
        files.put(LOCK, filled(WHOLE).replace("    'o/a@v1':\n", "    'o/a@v1':\n        hostname: 'github.com'\n"));

        assertThat(run(files, false).problems()).isEmpty();
        assertThat(reached)
                .contains("https://github.com/o/a", "https://octo.ghe.com/o/b", "https://octo.ghe.com/o/c")
                .doesNotContain("https://octo.ghe.com/o/a", "https://github.com/o/b");
    }

    @Test
    void namesTheLineOfAnEntryThatIsWrong() {
        Map<String, String> files = files();
        String lock = filled(WHOLE).replace("        repo_id: 9\n", "");
        files.put(LOCK, lock);
        long line = lock.substring(0, lock.indexOf("    'o/a@v1':\n")).lines().count() + 1;

        List<String> problems = run(files, false).problems();
        assertThat(problems)
                .containsExactly(LOCK + ":" + line
                        + ": O/a@v1: its owner_id and repo_id are not in the lock yet, and there is no"
                        + " token to ask the forge with: set GH_TOKEN");
        PinOutcome pins = new PinOutcome(new TreeMap<>(), 0, 0, 0, List.of(), List.of());
        assertThat(pins.with(run(files, false)).problems()).isEqualTo(problems);
    }

    @Test
    void refusesNumbersThatNobodyTells() {
        answers.put("o/b", "{\"full_name\": \"o/new\", \"id\": 8, \"owner\": {\"id\": 44}}");
        answers.put("o/c", "{\"full_name\": \"o/c\", \"id\": 0, \"owner\": {\"id\": 44}}");
        answers.remove("o/a");

        assertThat(run(files(), false).problems())
                .contains(
                        "O/a@v1: its owner_id and repo_id are not in the lock yet, and there is no token to ask the forge"
                                + " with: set GH_TOKEN");
        ActionsLockOutcome outcome = run(files(), true);
        assertThat(outcome.text()).isEmpty();
        assertThat(outcome.problems())
                .anyMatch(problem -> problem.startsWith("O/a@v1: the forge does not say its owner_id and repo_id: "))
                .contains(
                        filled("o/c/part@SHA_c: the forge's answer has no owner_id and repo_id"),
                        filled(
                                "O/a@v1 > o/b@SHA_b: it is called 'o/new' by now, and GitHub follows no old names in a lock:"
                                        + " use the new one"));
    }

    /** In the object store of the repository, as a fork's commits are, and of no branch or tag. */
    @Test
    void refusesACommitThatIsNotOfItsRepository() throws Exception {
        try (Git git = Git.open(forge.resolve("o/a").toFile())) {
            git.checkout().setOrphan(true).setName("fork").call();
            commits.put("x", LoopbackGit.commit(git, "README.md", "Of a fork"));
            git.checkout().setName("main").setForced(true).call();
            git.branchDelete().setBranchNames("fork").setForce(true).call();
        }

        ActionsLockOutcome outcome = run(Map.of(CI, PinRunTest.steps(filled("- uses: o/a@SHA_x\n"))), true);

        assertThat(outcome.text()).isEmpty();
        assertThat(outcome.problems())
                .contains(filled(server.address()
                        + "/o/a: SHA_x is not a commit of a branch or tag of that repository; it may be one of a fork: look at"
                        + " where it comes from"));
    }

    /** A commit that is neither a tag's nor a branch's newest: the lock names a branch whose history has it, the usual one first. */
    @Test
    void namesTheBranchThatLeadsToACommit() throws Exception {
        try (Git git = Git.open(forge.resolve("o/c").toFile())) {
            git.checkout().setCreateBranch(true).setName("a-side").call();
            LoopbackGit.commit(git, "README.md", "Aside");
            commits.put("s", LoopbackGit.commit(git, "README.md", "Aside again"));
            git.checkout().setCreateBranch(true).setName("release/v2").call();
            LoopbackGit.commit(git, "README.md", "Released");
            git.checkout().setName("main").call();
            LoopbackGit.commit(git, "README.md", "On");
        }

        Map<String, String> files =
                Map.of(CI, PinRunTest.steps(filled("- uses: o/c/part@SHA_c\n- uses: o/c/part@SHA_s\n")));
        ActionsLockOutcome outcome = run(files, true);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.text().orElseThrow())
                .contains(filled("    'o/c@SHA_c':\n        ref: 'main'\n        commit: 'sha1-SHA_c'\n"))
                .as("it is the newest of a-side, which is asked for no history")
                .contains(filled("    'o/c@SHA_s':\n        ref: 'a-side'\n        commit: 'sha1-SHA_s'\n"));

        try (Git git = Git.open(forge.resolve("o/c").toFile())) {
            git.branchDelete().setBranchNames("a-side").setForce(true).call();
        }
        assertThat(run(files, true).text().orElseThrow())
                .contains(filled("    'o/c@SHA_s':\n        ref: 'release/v2'\n"));
    }

    /** GitHub's tool wants a tag of the very commit or a branch; which commit would do is said. */
    @Test
    void saysWhichCommitToUseWhereATagAloneLeadsToOne() throws Exception {
        try (Git git = Git.open(forge.resolve("o/c").toFile())) {
            git.checkout().setCreateBranch(true).setName("gone").call();
            commits.put("t", LoopbackGit.commit(git, "README.md", "Aside"));
            commits.put("n", LoopbackGit.commit(git, "README.md", "Aside again"));
            LoopbackGit.tag(git, "v0.9.0", true);
            git.checkout().setName("main").call();
            git.branchDelete().setBranchNames("gone").setForce(true).call();
        }

        ActionsLockOutcome outcome = run(Map.of(CI, PinRunTest.steps(filled("- uses: o/c/part@SHA_t\n"))), true);

        assertThat(outcome.text()).isEmpty();
        assertThat(outcome.problems())
                .containsExactly(
                        filled(
                                "o/c/part@SHA_t: it is of no branch, and not the commit of a tag, but one before the tag"
                                        + " 'v0.9.0'. GitHub wants to know of which tag or branch it is: use the commit of that tag, SHA_n"));
    }

    /** What the check finds wrong with a lock, the goal mends; what else is there stays byte for byte. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ref: 'v1'>ref: 'v2'",
                "repo_id: 9\n>repo_id: 9\n        size: 3\n",
                "repo_id: 9\n>repo_id: 10\n",
                "owner_id: 44\n        repo_id: 9\n>repo_id: 9\n",
                "'sha1-SHA_c'\n        owner_id: 44\n        repo_id: 7\n    'o/c@main'>'sha1-SHA_a'\n        owner_id: 44\n        repo_id:"
                        + " 7\n    'o/c@main'",
                "workflows:>extra: 1\nworkflows:",
                "    '.github/workflows/calls.yml': []\n>    '../x.yml': []\n    '.github/workflows/calls.yml': []\n"
            })
    void mendsALockThatIsBroken(String change) {
        String from = filled(change.substring(0, change.indexOf('>')));
        String to = filled(change.substring(change.indexOf('>') + 1));
        boolean number = to.contains("repo_id: 10");
        Map<String, String> files = files();
        String broken = filled(WHOLE).replace(from, to);
        assertThat(broken).isNotEqualTo(filled(WHOLE));
        files.put(LOCK, broken);

        ActionsLockOutcome outcome = run(files, true);

        assertThat(outcome.problems()).isEmpty();
        // Numbers are kept, for GitHub knows by them that a name is another's now.
        assertThat(outcome.text()).contains(number ? broken : filled(WHOLE));
        assertThat(outcome.changes().isEmpty()).isEqualTo(number);
    }

    @Test
    void saysWhatCannotBeLocked() throws Exception {
        publish("o/loop", "v1", "action.yml", composite("o/loop@v1", "o/gone@v1", "./x"), 3);
        publish("o/empty", "v1", "README.md", "Nothing\n", 4);
        publish("o/odd", "v1", "action.yml", "runs: [\n", 5);
        publish("o/norefs", "v1", "action.yml", composite("o/a"), 6);

        ActionsLockOutcome outcome =
                run(Map.of(CI, PinRunTest.steps("""
                                - uses: ./local
                                - uses: o/loop@v1
                                - uses: o/empty@v1
                                - uses: o/odd@v1
                                - uses: o/norefs@v1
                                - uses: o/a@v9
                                - uses: o/a
                                """), ".github/workflows/broken.yml", "on: ["), true);

        assertThat(outcome.text()).isEmpty();
        assertThat(outcome.problems())
                .contains(
                        CI + ":6: './local' is an action of the working tree, which a locked workflow cannot use:"
                                + " hardening:fix makes it one of the workflow's own commit",
                        CI + ":12: 'o/a' is nothing that GitHub takes",
                        ".github/workflows/broken.yml cannot be read, so that what it uses is not known",
                        "o/a@v9: no tag and no branch has that name",
                        "o/empty@v1: there is no action.yml, action.yaml or Dockerfile at its commit",
                        "o/loop@v1: it uses './x' of the workflow's checkout, which may be anything",
                        "o/norefs@v1: it uses 'o/a', which has no ref")
                .anyMatch(problem -> problem.startsWith("o/odd@v1: its action.yml cannot be read: "));
    }

    /** A cycle ends, and so does a chain that goes deeper than GitHub does. */
    @Test
    void endsWhereActionsUseEachOther() throws Exception {
        publish("o/x", "v1", "action.yml", composite("o/y@v1"), 3);
        publish("o/y", "v1", "action.yml", composite("o/x@v1"), 4);
        for (int i = 0; i < 12; i++) {
            publish("o/n" + i, "v1", "action.yml", composite("o/n" + (i + 1) + "@v1"), 20 + i);
        }

        assertThat(run(Map.of(CI, PinRunTest.steps("- uses: o/x@v1\n")), true).problems())
                .containsExactly(
                        "o/x@v1 > o/y@v1 > o/x@v1: these actions use each other, which GitHub takes in no lock");
        assertThat(run(Map.of(CI, PinRunTest.steps("- uses: o/n0@v1\n")), true).problems())
                .singleElement()
                .asString()
                .startsWith("o/n0@v1 > ")
                .endsWith("o/n9@v1: it leads to more than 10 actions within each other, which are not followed");
    }

    @Test
    void writesOverNoLockThatItDoesNotUnderstand() {
        for (String lock :
                List.of("version: 'v0.1.0'\n", "version: [", "workflows: {}\n", "version: v0.0.3\nworkflows: 1\n")) {
            ActionsLockOutcome outcome = run(Map.of(CI, PinRunTest.steps("- uses: o/a@v1\n"), LOCK, lock), true);
            assertThat(outcome.text()).isEmpty();
            assertThat(outcome.problems()).singleElement().asString().startsWith(LOCK + " cannot be understood");
        }
        assertThat(run(Map.of(CI, PinRunTest.steps("- uses: o/a@v1\n")), true, "o/z@v1")
                        .problems())
                .contains("'o/z@v1' is to be accepted, and is not locked");
    }

    /** What pinning writes into a locked workflow, the lock has in the same change; a lock that cannot follow is a problem. */
    @Test
    void followsWhatPinningChanges() {
        Map<String, String> files = files();
        files.put(LOCK, filled(WHOLE));
        SortedMap<String, String> pinned = new TreeMap<>();
        pinned.put(CI, files.get(CI).replace("O/a@v1", "O/a@" + commits.get("a") + " # v1"));
        files.putAll(pinned);
        PinOutcome outcome = new PinOutcome(pinned, 1, 0, 1, List.of(), List.of());

        PinOutcome whole = outcome.with(run(files, false));
        PinOutcome broken =
                outcome.with(run(Map.of(CI, PinRunTest.steps("- uses: o/a@v9\n"), LOCK, filled(WHOLE)), false));

        assertThat(whole.problems()).isEmpty();
        assertThat(whole.texts().get(LOCK)).contains(filled("        - 'o/a@SHA_a'\n"), filled("    'o/a@SHA_a':\n"));
        files.putAll(whole.texts());
        assertThat(outcome.with(run(files, false)).texts()).doesNotContainKey(LOCK);
        assertThat(broken.texts())
                .as("what the lock does not fit would not start")
                .isEmpty();
        assertThat(broken.problems()).contains(LOCK + ": o/a@v9: no tag and no branch has that name");
    }
}
