package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.network.Access;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitReachTest {

    @TempDir
    Path folder;

    private LoopbackGit server;
    private Git git;

    @BeforeEach
    void serve() throws Exception {
        server = new LoopbackGit(folder);
        git = LoopbackGit.repository(folder, "o/r");
        git.getRepository().getConfig().setBoolean("uploadpack", null, "allowFilter", true);
        git.getRepository().getConfig().save();
    }

    @AfterEach
    void stop() {
        git.close();
        server.close();
    }

    private SortedMap<String, String> ask(String... commits) throws IOException {
        return new GitReach(Access.usual())
                .ask(new GitReach.Question(server.address() + "/o/r", new TreeSet<>(List.of(commits))));
    }

    private void branch(String name) throws Exception {
        git.checkout().setCreateBranch(true).setName(name).call();
    }

    /** The usual branch, then those of releases, then any, then tags; a commit of no history has no name. */
    @Test
    void namesTheBranchWherePeopleLookFirst() throws Exception {
        String shared = LoopbackGit.commit(git, "README.md", "1");
        branch("a-side");
        String aside = LoopbackGit.commit(git, "README.md", "2");
        LoopbackGit.tag(git, "v0.1.0", true);
        LoopbackGit.commit(git, "README.md", "3");
        git.checkout().setName("main").call();
        branch("v2");
        String released = LoopbackGit.commit(git, "README.md", "4");
        branch("another");
        LoopbackGit.commit(git, "README.md", "5");
        git.checkout().setName("main").call();
        branch("gone");
        String tagged = LoopbackGit.commit(git, "README.md", "6");
        LoopbackGit.commit(git, "README.md", "7");
        LoopbackGit.tag(git, "v0.2.0", true);
        git.checkout().setName("main").call();
        git.branchDelete().setBranchNames("gone").setForce(true).call();

        assertThat(ask(shared, aside, released, tagged, "1".repeat(40)))
                .isEqualTo(Map.of(
                        shared, "refs/heads/main",
                        aside, "refs/heads/a-side",
                        released, "refs/heads/v2",
                        tagged, "refs/tags/v0.2.0"));
    }

    /** What was merged is of the branch that it was merged into, by its second parent. */
    @Test
    void followsBothParentsOfAMerge() throws Exception {
        LoopbackGit.commit(git, "README.md", "8");
        branch("topic");
        String merged = LoopbackGit.commit(git, "TOPIC.md", "9");
        git.checkout().setName("main").call();
        LoopbackGit.commit(git, "README.md", "10");
        git.merge()
                .include(git.getRepository().resolve("topic"))
                .setFastForward(MergeCommand.FastForwardMode.NO_FF)
                .setCommit(false)
                .call();
        LoopbackGit.commit(git, "README.md", "11");
        git.branchDelete().setBranchNames("topic").setForce(true).call();

        assertThat(ask(merged)).isEqualTo(Map.of(merged, "refs/heads/main"));
    }
}
