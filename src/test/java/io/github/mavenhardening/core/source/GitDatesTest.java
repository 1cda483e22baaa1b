package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.network.Access;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitDatesTest {

    private static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private static Git repository(Path folder, boolean filters) throws Exception {
        Git git = LoopbackGit.repository(folder, "o/r");
        git.getRepository().getConfig().setBoolean("uploadpack", null, "allowFilter", filters);
        git.getRepository().getConfig().save();
        return git;
    }

    private static void tagOfAFile(Git git, String name) throws Exception {
        try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[] {'x'});
            inserter.flush();
            RefUpdate update = git.getRepository().updateRef(Constants.R_TAGS + name);
            update.setNewObjectId(blob);
            assertThat(update.update()).isEqualTo(RefUpdate.Result.NEW);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areTheLaterOfATagsAndItsCommits(boolean filters) throws Exception {
        try (LoopbackGit server = new LoopbackGit(folder);
                Git git = repository(folder, filters)) {
            String one = LoopbackGit.commit(git, EARLY);
            LoopbackGit.tag(git, "plain", false);
            LoopbackGit.tag(git, "later", LATE);
            String two = LoopbackGit.commit(git, LATE);
            LoopbackGit.tag(git, "v1", EARLY);
            tagOfAFile(git, "file");
            LoopbackGit.tag(git, "moved", false);

            Map<String, Instant> dates = new GitDates(Access.usual())
                    .ask(new GitDates.Question(
                            server.address() + "/o/r",
                            new TreeMap<>(Map.of("plain", one, "later", one, "v1", two, "file", two, "moved", one))));

            assertThat(dates).containsOnly(Map.entry("plain", EARLY), Map.entry("later", LATE), Map.entry("v1", LATE));
        }
    }

    @Test
    void areNotGuessedWhereATagIsGone() throws Exception {
        try (LoopbackGit server = new LoopbackGit(folder);
                Git git = repository(folder, true)) {
            String one = LoopbackGit.commit(git, EARLY);
            GitDates.Question question =
                    new GitDates.Question(server.address() + "/o/r", new TreeMap<>(Map.of("v1", one)));

            assertThatThrownBy(() -> new GitDates(Access.usual()).ask(question)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", "a:b", "a*", "", "/x", "a b", "a~1", "x.lock", "@{u}"})
    void areNotAskedForByWhatIsNoName(String name) {
        assertThat(GitDates.isTag(name)).isFalse();
        assertThat(GitDates.isTag("part/v1.0.0")).isTrue();
    }

    @Test
    void aTagOfAFileHidesNoHistory() throws Exception {
        try (LoopbackGit server = new LoopbackGit(folder);
                Git git = repository(folder, true)) {
            String old = LoopbackGit.commit(git, EARLY);
            LoopbackGit.commit(git, LATE);
            tagOfAFile(git, "file");
            String foreign = "1".repeat(40);
            String address = server.address() + "/o/r";

            assertThat(new GitReach(Access.usual()).ask(new GitReach.Question(address, new TreeSet<>(List.of(old)))))
                    .containsExactly(Map.entry(old, "refs/heads/main"));
            // This server leaves the file out, so that nobody can say what else it leaves out.
            assertThatThrownBy(() -> new GitReach(Access.usual())
                            .ask(new GitReach.Question(address, new TreeSet<>(List.of(foreign)))))
                    .hasMessage(address + " did not send its whole history");
        }
    }
}
