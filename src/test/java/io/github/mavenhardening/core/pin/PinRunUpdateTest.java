package io.github.mavenhardening.core.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.LoopbackGit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinRunUpdateTest {

    private static final String CI = ".github/workflows/ci.yml";
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant OLD = NOW.minus(Duration.ofDays(100));
    private static final Instant YOUNG = NOW.minus(Duration.ofDays(2));

    @TempDir
    Path forge;

    private LoopbackGit server;
    private LoopbackRegistry registry;
    private Git git;

    @BeforeEach
    void serve() throws Exception {
        server = new LoopbackGit(forge);
        registry = new LoopbackRegistry();
        git = LoopbackGit.repository(forge, "o/r");
        filters(true);
    }

    private void filters(boolean known) throws Exception {
        git.getRepository().getConfig().setBoolean("uploadpack", null, "allowFilter", known);
        git.getRepository().getConfig().save();
    }

    @AfterEach
    void stop() {
        git.close();
        server.close();
        registry.close();
    }

    private String release(String tag, Instant date) throws Exception {
        String commit = LoopbackGit.commit(git, date);
        LoopbackGit.tag(git, tag, false);
        return commit;
    }

    private PinOutcome update(Map<String, String> files, String scope, String cooldown) {
        Optional<PinUpdate> update = Optional.of(PinUpdate.of(scope, cooldown, NOW));
        PinOutcome outcome = PinRunTest.pin(files, server.address(), Optional.empty(), update);
        Map<String, String> after = new HashMap<>(files);
        after.putAll(outcome.texts());
        assertThat(PinRunTest.pin(after, server.address(), Optional.empty(), update)
                        .texts())
                .as("a second run")
                .isEmpty();
        return outcome;
    }

    private PinOutcome update(String steps, String scope) {
        return update(Map.of(CI, PinRunTest.steps(steps)), scope, "7");
    }

    private static String steps(PinOutcome outcome) {
        String text = outcome.texts().getOrDefault(CI, "steps:\n");
        return text.substring(text.indexOf("steps:\n") + "steps:\n".length()).replaceAll("(?m)^ {6}", "");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void movesToTheNewestVersionThatIsOldEnough(boolean filters) throws Exception {
        filters(filters);
        String one = release("v4.2.1", OLD);
        String two = release("v4.3.0", OLD);
        LoopbackGit.tag(git, "v4", false);
        release("v4.4.0", YOUNG);
        release("v4.5.0", NOW.plus(Duration.ofDays(400)));
        release("v4.6.0-rc.1", OLD);
        String five = release("v5.0.1", OLD);
        release("part/v6.0.0", OLD);
        String steps = """
                - uses: o/r@ONE # v4.2.1
                - uses: "o/r/sub@ONE"   # tag=v4.2.1, for the moment
                - uses: o/r@ONE
                - uses: o/r@ONE # ratchet:o/r@v4
                - {uses: o/r@ONE, name: x} # v4
                - uses: o/r@v4.2.1
                - uses: o/r@v4 # zizmor: ignore[artipacked]
                - uses: o/r@ONE # v4.2.1
                  with: {a: b}
                """.replace("ONE", one);

        PinOutcome minor = update(steps, "");
        PinOutcome major = update(steps, "major");

        assertThat(minor.problems()).isEmpty();
        assertThat(minor.notes())
                .containsExactly(CI + ":12: 'o/r@v4' stays at v4.3.0: v4.5.0 is younger than the cooldown of 7 days");
        assertThat(minor.updated()).isEqualTo(6);
        assertThat(minor.pinned()).isEqualTo(2);
        String expected = """
                - uses: o/r@TWO # v4.3.0
                - uses: "o/r/sub@TWO"   # tag=v4.3.0, for the moment
                - uses: o/r@TWO # v4.3.0
                - uses: o/r@TWO # ratchet:o/r@v4
                - {uses: o/r@TWO, name: x} # v4.3.0
                - uses: o/r@TWO # v4.3.0
                - uses: o/r@TWO # v4.3.0 # zizmor: ignore[artipacked]
                - uses: o/r@TWO # v4.3.0
                  with: {a: b}
                """.replace("TWO", two);
        assertThat(steps(minor)).isEqualTo(expected);
        assertThat(major.problems()).isEmpty();
        assertThat(steps(major))
                .isEqualTo(
                        expected.replace(two, five).replace("v4.3.0", "v5.0.1").replace("@v4\n", "@v5.0.1\n"));
    }

    @Test
    void withoutAnOrderPinsStay() throws Exception {
        String one = release("v1.0.0", OLD);
        release("v1.1.0", OLD);
        Map<String, String> files = Map.of(CI, PinRunTest.steps("- uses: o/r@" + one + " # v1.0.0\n"));

        PinOutcome outcome = PinRunTest.pin(files, server.address(), Optional.empty(), Optional.empty());

        assertThat(outcome.texts()).isEmpty();
        assertThat(outcome.notes()).isEmpty();
    }

    @Test
    void keepsThePartOfTheRepository() throws Exception {
        String one = release("part/v1.0.0", OLD);
        String two = release("part/v1.1.0", OLD);
        release("other/v1.2.0", OLD);
        release("v1.3.0", OLD);
        String both = release("part/v2.0.0", OLD);
        LoopbackGit.tag(git, "other/v2.0.0", false);
        release("other/v2.1.0", OLD);

        PinOutcome outcome = update("""
                - uses: o/r@ONE # part/v1.0.0
                - uses: o/r@ONE
                - uses: o/r@part/v1.0.0
                - uses: o/r@BOTH
                - uses: o/r@BOTH # part/v2.0.0
                """.replace("ONE", one).replace("BOTH", both), "minor");

        assertThat(outcome.problems()).isEmpty();
        assertThat(steps(outcome)).isEqualTo("""
                - uses: o/r@TWO # part/v1.1.0
                - uses: o/r@TWO # part/v1.1.0
                - uses: o/r@TWO # part/v1.1.0
                - uses: o/r@BOTH
                - uses: o/r@BOTH # part/v2.0.0
                """.replace("TWO", two).replace("BOTH", both));
        assertThat(outcome.notes())
                .containsExactly(CI + ":9: 'o/r@" + both
                        + "' is not updated: its commit is a version of several parts of the repository, other/v2.0.0,"
                        + " part/v2.0.0, and no comment says which");
    }

    @Test
    void goesOnFromAPrereleaseToANewerOne() throws Exception {
        String one = release("v2.0.0-rc.2", OLD);
        String ten = release("v2.0.0-rc.10", OLD);

        assertThat(steps(update("- uses: o/r@" + one + " # v2.0.0-rc.2\n", "")))
                .isEqualTo("- uses: o/r@" + ten + " # v2.0.0-rc.10\n");

        String two = release("v2.0.0", OLD);
        assertThat(steps(update("- uses: o/r@" + one + " # v2.0.0-rc.2\n", "")))
                .isEqualTo("- uses: o/r@" + two + " # v2.0.0\n");
    }

    @Test
    void saysWhatIsTooYoung() throws Exception {
        String one = release("v1.0.0", OLD);
        String annotated = LoopbackGit.commit(git, OLD);
        LoopbackGit.tag(git, "v1.1.0", YOUNG);
        String steps = "- uses: o/r@" + one + " # v1.0.0\n";

        PinOutcome outcome = update(steps, "");

        assertThat(outcome.texts()).isEmpty();
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.notes())
                .containsExactly(
                        CI + ":6: 'o/r@" + one + "' stays at v1.0.0: v1.1.0 is younger than the cooldown of 7 days");
        assertThat(steps(update(Map.of(CI, PinRunTest.steps(steps)), "", "2")))
                .isEqualTo("- uses: o/r@" + annotated + " # v1.1.0\n");
        assertThat(steps(update(Map.of(CI, PinRunTest.steps(steps)), "", "0")))
                .isEqualTo("- uses: o/r@" + annotated + " # v1.1.0\n");
    }

    @Test
    void aTagThatMayHaveMovedIsComparedByItsAge() throws Exception {
        String before = release("v1", OLD);
        String after = release("v1.0.1", OLD.plusSeconds(60));
        release("v2.0.1", OLD);
        String moved = release("v2", OLD.plusSeconds(60));

        PinOutcome outcome = update("- uses: o/r@" + before + " # v1\n- uses: o/r@" + moved + " # v2\n", "");

        assertThat(steps(outcome)).isEqualTo("- uses: o/r@" + after + " # v1.0.1\n- uses: o/r@" + moved + " # v2\n");
        assertThat(outcome.notes()).isEmpty();
    }

    @Test
    void leavesWhatItsCommentDoesNotSettle() throws Exception {
        String one = release("v1.0.0", OLD);
        String between = LoopbackGit.commit(git, OLD);
        release("v1.1.0", OLD);
        git.checkout().setOrphan(true).setName("fork").call();
        String impostor = LoopbackGit.commit(git, YOUNG);
        git.checkout().setName("main").setForced(true).call();
        git.branchDelete().setBranchNames("fork").setForce(true).call();

        PinOutcome outcome =
                update("""
                - uses: o/r@ONE # v1.1.0
                - uses: o/r@BETWEEN # v1.0.0
                - uses: o/r@BETWEEN
                - uses: o/r@ONE # main
                - uses: o/r@IMPOSTOR # v1.0.0
                - uses: >-
                    o/r@ONE
                - {a: [{uses: o/r@ONE}, {uses: x}]} # v1.0.0
                """.replace("ONE", one).replace("BETWEEN", between).replace("IMPOSTOR", impostor), "major");

        assertThat(outcome.texts()).isEmpty();
        assertThat(outcome.problems())
                .containsExactly(
                        CI + ":10: 'o/r@" + impostor
                                + "' is not a commit of a branch or tag of that repository; it may be one of a fork:"
                                + " look at where it comes from",
                        CI + ":12: 'o/r@" + one + "' is not updated: it is written over several lines");
        assertThat(outcome.notes())
                .containsExactly(
                        CI + ":6: 'o/r@" + one + "' has a comment that names v1.1.0, but that commit is v1.0.0",
                        CI + ":7: 'o/r@" + between + "' has a comment that names v1.0.0, but no tag is of that commit",
                        CI + ":8: 'o/r@" + between + "' has no version: no tag is of that commit",
                        CI + ":9: 'o/r@" + one + "' is not updated: its comment names no version, but main");
    }

    @Test
    void whatCannotBeAskedIsNotUpdated() throws Exception {
        String one = release("v1.0.0", OLD);
        release("v1.1.0", OLD);
        String steps = "- uses: o/r@" + one + " # v1.0.0\n- uses: o/gone@" + one + " # v1.0.0\n";
        server.namesOnly();

        PinOutcome outcome = update(steps, "");

        assertThat(outcome.texts()).isEmpty();
        assertThat(outcome.problems()).hasSize(2);
        assertThat(outcome.problems().get(0)).contains("is not updated: ");
        assertThat(outcome.problems().get(1)).endsWith("/o/gone does not exist, or is private");
    }

    @Test
    void aTagThatIsNotOfACommitIsNoVersion() throws Exception {
        String one = release("v1.0.0", OLD);
        try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[] {'x'});
            inserter.flush();
            var ref = git.getRepository().updateRef("refs/tags/v1.9.0");
            ref.setNewObjectId(blob);
            ref.update();
        }
        String two = release("v1.1.0", OLD);

        PinOutcome outcome = update("- uses: o/r@" + one + " # v1.0.0\n", "");

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.notes()).isEmpty();
        assertThat(steps(outcome)).isEqualTo("- uses: o/r@" + two + " # v1.1.0\n");
    }

    @Test
    void asksForTheAgesOfARepositoryOnce() throws Exception {
        String one = release("v1.0.0", OLD);
        for (int i = 1; i <= 50; i++) {
            release("v1." + i + ".0", i == 50 ? YOUNG : OLD);
        }
        String text = PinRunTest.steps(("- uses: o/r@" + one + " # v1.0.0\n").repeat(40));

        PinOutcome outcome = PinRunTest.pin(
                Map.of(CI, text), server.address(), Optional.empty(), Optional.of(PinUpdate.of("", "7", NOW)));

        assertThat(outcome.updated()).isEqualTo(40);
        assertThat(outcome.texts().get(CI)).doesNotContain("v1.0.0").contains("v1.49.0");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void refreshesTheDigestsOfTags() throws Exception {
        String digest = registry.publish("a/b:1", LoopbackRegistry.INDEX);
        String old = "sha256:" + "0".repeat(64);
        String docker = """
                FROM HOST/a/b:1@OLD AS first
                FROM HOST/a/b@OLD
                FROM HOST/a/b:1@NEW
                FROM tool:1@OLD
                """.replace("HOST", registry.host()).replace("OLD", old).replace("NEW", digest);

        PinOutcome outcome = update(Map.of("Dockerfile", docker), "", "7");

        assertThat(outcome.texts()).containsEntry("Dockerfile", docker.replaceFirst(":1@" + old, ":1@" + digest));
        assertThat(outcome.updated()).isEqualTo(1);
        assertThat(outcome.problems())
                .containsExactly("Dockerfile:4: the image 'tool:1@" + old
                        + "' is not updated: it names no registry; say which with -Dhardening.registry");
        assertThat(outcome.notes())
                .containsExactly("Dockerfile:2: the image '" + registry.host() + "/a/b@" + old
                        + "' is not updated: it has no tag, of which there could be another digest");
    }
}
