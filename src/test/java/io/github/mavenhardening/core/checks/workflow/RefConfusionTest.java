package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.LoopbackGit;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefConfusionTest {

    private static final RefConfusion CHECK = new RefConfusion();
    private static final PersonIdent WHO = new PersonIdent("A", "a@example.org");

    @TempDir
    Path forge;

    private String publish() throws Exception {
        try (Git git = Git.init().setDirectory(forge.resolve("o/r").toFile()).call()) {
            String commit = git.commit()
                    .setAuthor(WHO)
                    .setCommitter(WHO)
                    .setMessage("1")
                    .call()
                    .name();
            for (String tag : new String[] {"v1", "v2"}) {
                git.tag().setName(tag).setAnnotated(false).call();
            }
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
