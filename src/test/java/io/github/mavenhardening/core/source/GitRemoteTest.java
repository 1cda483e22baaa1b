package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.NoAnswerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRemoteTest {

    private final GitRemote remote = new GitRemote(Access.usual());

    @TempDir
    Path folder;

    @Test
    void tellsTheCommitsThatTagsAndBranchesStandFor() throws Exception {
        try (LoopbackGit server = new LoopbackGit(folder);
                Git git = LoopbackGit.repository(folder, "o/r")) {
            String one = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1", false);
            LoopbackGit.tag(git, "v1.0.0", true);
            String two = LoopbackGit.commit(git);

            GitRemote.Refs refs = remote.ask(server.address() + "/o/r");

            assertThat(refs.tags()).containsOnly(Map.entry("v1", one), Map.entry("v1.0.0", one));
            assertThat(refs.branches()).containsOnly(Map.entry("main", two));
        }
    }

    @Test
    void saysWhyItDoesNotKnow() throws Exception {
        String gone;
        try (LoopbackGit server = new LoopbackGit(folder)) {
            gone = server.address();
            for (String name : new String[] {"/o/none", "/o/private"}) {
                assertThatThrownBy(() -> remote.ask(gone + name))
                        .isInstanceOf(IOException.class)
                        .isNotInstanceOf(NoAnswerException.class)
                        .hasMessage(gone + name + " does not exist, or is private");
            }
            for (String status : new String[] {"429", "500", "503"}) {
                assertThatThrownBy(() -> remote.ask(gone + "/o/" + status))
                        .isInstanceOf(NoAnswerException.class)
                        .hasMessage(remote.host(gone) + " did not answer: status " + status);
            }
        }
        assertThatThrownBy(() -> remote.ask(gone + "/o/r"))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageStartingWith(remote.host(gone) + " did not answer: Connection refused");
        assertThatThrownBy(() -> remote.ask("ext::sh -c id")).hasMessage("ext::sh -c id is not an HTTP address");
        assertThat(remote.host("https://forge.example.org:8443/o/r")).isEqualTo("forge.example.org:8443");
    }
}
