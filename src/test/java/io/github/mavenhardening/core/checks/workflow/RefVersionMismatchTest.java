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
