package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.LoopbackGit;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImpostorCommitTest {

    private static final ImpostorCommit CHECK = new ImpostorCommit();

    @TempDir
    Path forge;

    @Test
    void findsCommitsThatAreOfNoBranchAndNoTag() throws Exception {
        String tagged = RemoteFixtures.action(forge, "o/r", "v1", "runs: {using: node24, main: x.js}\n");
        String between;
        try (Git git = Git.open(forge.resolve("o/r").toFile())) {
            between = LoopbackGit.commit(git);
            LoopbackGit.commit(git);
        }
        String impostor = RemoteFixtures.impostor(forge, "o/r");
        try (LoopbackGit server = new LoopbackGit(forge)) {
            MarkedYaml repository = MarkedYaml.steps("""
                    - uses: o/r@IMPOSTOR        # finds: impostor-commit high
                    - uses: o/r/part@IMPOSTOR   # finds: impostor-commit high
                    - uses: o/r@1111111111111111111111111111111111111111   # finds: impostor-commit high
                    - uses: o/r@TAGGED
                    - uses: o/r@BETWEEN
                    - uses: o/r@v1
                    - uses: ./local
                    """.replace("IMPOSTOR", impostor)
                            .replace("TAGGED", tagged)
                            .replace("BETWEEN", between))
                    .online(server.address());

            repository.isFoundBy(CHECK);
            assertThat(repository.findings(CHECK))
                    .allMatch(finding -> finding.fix().isEmpty())
                    .allMatch(finding -> finding.remedy().startsWith("Look at the commit"));
        }
    }

    /** One host that is gone, and one whose history cannot be fetched: said, and the others are looked at. */
    @Test
    void saysWhatCouldNotBeChecked() throws Exception {
        RemoteFixtures.action(forge, "o/r", "v1", "runs: {using: node24, main: x.js}\n");
        String foreign = "1".repeat(40);
        try (LoopbackGit server = new LoopbackGit(forge)) {
            MarkedYaml repository = MarkedYaml.steps("- uses: o/gone@" + foreign + "\n- uses: o/r@" + foreign)
                    .online(server.address());
            assertThat(repository.audit(CHECK).findings()).hasSize(1);
            assertThat(repository.audit(CHECK).gaps())
                    .containsExactly("impostor-commit: " + server.address() + "/o/gone does not exist, or is private");

            server.namesOnly();
            assertThat(repository.audit(CHECK).findings()).isEmpty();
            assertThat(repository.audit(CHECK).gaps())
                    .hasSize(2)
                    .anyMatch(gap -> gap.startsWith("impostor-commit: ") && gap.contains("did not answer"));
        }
    }
}
