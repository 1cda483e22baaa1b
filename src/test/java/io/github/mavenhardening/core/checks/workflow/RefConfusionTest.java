package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.LoopbackGit;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefConfusionTest {

    private static final RefConfusion CHECK = new RefConfusion();

    @TempDir
    Path forge;

    private String publish() throws Exception {
        try (Git git = LoopbackGit.repository(forge, "o/r")) {
            String commit = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1", false);
            LoopbackGit.tag(git, "v2", false);
            git.branchCreate().setName("v1").call();
            git.branchCreate().setName("next").call();
            return commit;
        }
    }

    @Test
    void findsNamesThatAreTagAndBranch() throws Exception {
        String commit = publish();
        try (LoopbackGit server = new LoopbackGit(forge)) {
            MarkedYaml.steps("""
                    - uses: o/r@v1           # finds: ref-confusion medium
                    - uses: o/r/sub@v1       # finds: ref-confusion medium
                    - uses: o/r@v2
                    - uses: o/r@next
                    - uses: o/r@none
                    - uses: o/r@COMMIT # v1
                    - uses: ./v1
                    """.replace("COMMIT", commit))
                    .online(server.address())
                    .isFoundBy(CHECK);
            assertThat(server.asked()).containsOnly("o/r");
        }
    }

    /** Forty hex digits need not be a commit. */
    @Test
    void findsTagsAndBranchesThatLookLikeCommits() throws Exception {
        String commit = publish();
        String other = commit.replace(commit.charAt(0), commit.charAt(0) == 'a' ? 'b' : 'a');
        try (Git git = Git.open(forge.resolve("o/r").toFile())) {
            git.branchCreate().setName(other).call();
            LoopbackGit.tag(git, commit, false);
        }
        try (LoopbackGit server = new LoopbackGit(forge)) {
            MarkedYaml.steps("""
                    - uses: o/r@OTHER        # finds: ref-confusion high
                    - uses: o/r@COMMIT
                    """.replace("OTHER", other).replace("COMMIT", commit))
                    .online(server.address())
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void saysWhomItCouldNotAsk() throws Exception {
        try (LoopbackGit server = new LoopbackGit(forge)) {
            var audit = MarkedYaml.steps("- uses: o/private@v1")
                    .online(server.address())
                    .audit(CHECK);
            assertThat(audit.gaps())
                    .containsExactly("ref-confusion: " + server.address() + "/o/private does not exist, or is private");
        }
    }
}
