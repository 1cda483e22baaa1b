package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.LoopbackGit;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefVersionMismatchTest {

    private static final RefVersionMismatch CHECK = new RefVersionMismatch();

    @TempDir
    Path forge;

    /** v1.2.2 (annotated), v1.2.3 = v1 = sub/v3.0.0, and a commit without a tag. */
    private final String[] commits = new String[3];

    @BeforeEach
    void publish() throws Exception {
        try (Git git = LoopbackGit.repository(forge, "o/r")) {
            git.getRepository().getConfig().setBoolean("uploadpack", null, "allowFilter", true);
            git.getRepository().getConfig().save();
            commits[0] = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1.2.2", true);
            commits[1] = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v1.2.3", false);
            LoopbackGit.tag(git, "v1", false);
            LoopbackGit.tag(git, "sub/v3.0.0", false);
            commits[2] = LoopbackGit.commit(git);
        }
    }

    private String text(String yaml) {
        return yaml.replace("OLD", commits[0]).replace("NEW", commits[1]).replace("BARE", commits[2]);
    }

    @Test
    void comparesTheCommitWithTheTagThatTheCommentNames() throws Exception {
        try (LoopbackGit server = new LoopbackGit(forge)) {
            MarkedYaml.steps(text("""
                    # finds below: ref-version-mismatch medium
                    - uses: o/r@OLD # v1.2.3
                    # finds below: ref-version-mismatch medium
                    - uses: o/r@BARE # v1.2.3
                    # finds below: ref-version-mismatch medium
                    - uses: o/r/sub@NEW # 9.9.9
                    # finds below: ref-version-mismatch medium
                    - uses: o/r@OLD # ratchet:o/r@v2
                    - uses: o/r@NEW # v1.2.3
                    - uses: o/r@NEW # 1.2.3, see the notes
                    - uses: o/r@OLD # v1
                    - uses: o/r@NEW # v1.2
                    - uses: o/r/sub@NEW # sub/v3.0.0
                    - uses: o/r@BARE # main
                    - uses: o/r@BARE
                    - uses: o/r@v1 # v2
                    """)).online(server.address()).isFoundBy(CHECK);
            assertThat(server.asked()).containsOnly("o/r");
        }
    }

    @Test
    void saysWhatTheCommitIs() throws Exception {
        try (LoopbackGit server = new LoopbackGit(forge)) {
            MarkedYaml yaml = MarkedYaml.steps(text("""
                    - uses: o/r@OLD # v1.2.3
                    - uses: o/r@BARE # v7
                    """)).online(server.address());
            assertThat(yaml.findings(CHECK))
                    .extracting(finding -> finding.message() + " | " + finding.remedy())
                    .containsExactly(
                            text(
                                    "'o/r@OLD' is v1.2.2, but its comment names v1.2.3 | Correct the comment, or pin the commit of"
                                            + " v1.2.3, NEW"),
                            text(
                                    "'o/r@BARE' is a commit without a tag, but its comment names v7 | Correct the comment: the"
                                            + " repository has no tag v7"));
        }
    }

    /** Of a branch's history, so that the tag may have stood there; of a fork's, so that it never did; and where nobody tells. */
    @Test
    void tellsATagThatWasMovedFromACommitOfAFork() throws Exception {
        String moved;
        try (Git git = Git.open(forge.resolve("o/r").toFile())) {
            moved = LoopbackGit.commit(git);
            LoopbackGit.tag(git, "v2.0.0", true);
            String then = LoopbackGit.commit(git);
            git.tagDelete().setTags("v2.0.0").call();
            LoopbackGit.tag(git, "v2.0.0", true);
            commits[1] = then;
        }
        String impostor = RemoteFixtures.impostor(forge, "o/r");
        try (LoopbackGit server = new LoopbackGit(forge)) {
            MarkedYaml yaml = MarkedYaml.steps(
                            "- uses: o/r@" + moved + " # v2.0.0\n- uses: o/r@" + impostor + " # v2.0.0\n")
                    .online(server.address());
            assertThat(yaml.findings(CHECK))
                    .extracting(finding -> finding.message() + " | " + finding.remedy())
                    .containsExactly(
                            text(
                                    "'o/r@" + moved
                                            + "' is a commit of the repository's history, and the tag v2.0.0 that its"
                                            + " comment names stands for another: the tag was moved, or the comment never was right"
                                            + " | Find out why v2.0.0 stands for NEW now; then pin that commit, or correct the comment"),
                            text("'o/r@" + impostor
                                    + "' is a commit without a tag, but its comment names v2.0.0 | Correct the"
                                    + " comment, or pin the commit of v2.0.0, NEW"));
            server.namesOnly();
            assertThat(yaml.audit(CHECK).findings())
                    .hasSize(2)
                    .allMatch(finding -> finding.message().contains("is a commit without a tag"));
            assertThat(yaml.audit(CHECK).gaps())
                    .isNotEmpty()
                    .allMatch(gap -> gap.startsWith("ref-version-mismatch: ") && gap.contains("did not answer"));
        }
    }

    @Test
    void saysWhomItCouldNotAsk() throws Exception {
        try (LoopbackGit server = new LoopbackGit(forge)) {
            var audit = MarkedYaml.steps(text("""
                    - uses: o/gone@OLD # v1.2.3
                    - uses: o/r@OLD # v1.2.3
                    """)).online(server.address()).audit(CHECK);
            assertThat(audit.findings()).hasSize(1);
            assertThat(audit.gaps())
                    .containsExactly(
                            "ref-version-mismatch: " + server.address() + "/o/gone does not exist, or is private");
        }
    }
}
