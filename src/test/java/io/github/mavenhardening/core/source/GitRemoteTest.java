package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.network.NoAnswerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRemoteTest {

    private static final PersonIdent WHO = new PersonIdent("A", "a@example.org");

    private final GitRemote remote = new GitRemote();

    @TempDir
    Path folder;

    @Test
    void tellsTheCommitsThatTagsAndBranchesStandFor() throws Exception {
        try (LoopbackGit server = new LoopbackGit(folder);
                Git git = Git.init()
                        .setInitialBranch("main")
                        .setDirectory(folder.resolve("o/r").toFile())
                        .call()) {
            RevCommit one = git.commit()
                    .setAuthor(WHO)
                    .setCommitter(WHO)
                    .setMessage("1")
                    .call();
            git.tag().setName("v1").setAnnotated(false).call();
            git.tag()
                    .setName("v1.0.0")
                    .setAnnotated(true)
                    .setMessage("m")
                    .setTagger(WHO)
                    .call();
            RevCommit two = git.commit()
                    .setAuthor(WHO)
                    .setCommitter(WHO)
                    .setMessage("2")
                    .call();

            GitRemote.Refs refs = remote.ask(server.address() + "/o/r");

            assertThat(refs.tags()).containsOnly(entry("v1", one), entry("v1.0.0", one));
            assertThat(refs.branches()).containsOnly(entry("main", two));
        }
    }

    private static Map.Entry<String, String> entry(String name, RevCommit commit) {
        return Map.entry(name, commit.name());
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
        }
        assertThatThrownBy(() -> remote.ask(gone + "/o/r")).isInstanceOf(NoAnswerException.class);
        assertThatThrownBy(() -> remote.ask("ext::sh -c id")).hasMessage("ext::sh -c id is not an HTTP address");
        assertThat(remote.host("https://forge.example.org:8443/o/r")).isEqualTo("forge.example.org:8443");
    }
}
