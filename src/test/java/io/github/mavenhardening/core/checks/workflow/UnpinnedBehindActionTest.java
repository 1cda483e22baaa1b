package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.source.LoopbackGit;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpinnedBehindActionTest {

    private static final UnpinnedBehindAction CHECK = new UnpinnedBehindAction();

    @TempDir
    Path forge;

    private String a;
    private String b;

    /** Three levels deep, the third by a tag. */
    @BeforeEach
    void publish() throws Exception {
        RemoteFixtures.action(forge, "o/c", "v1", "runs: {using: node24, main: x.js}\n");
        b = RemoteFixtures.action(forge, "o/b", "v1", RemoteFixtures.composite("o/c@v1"));
        a = RemoteFixtures.action(forge, "o/a", "v1", RemoteFixtures.composite("o/b@" + b));
    }

    @Test
    void findsWhatIsNotPinnedThreeLevelsDeepWithTheWayThere() throws Exception {
        try (LoopbackGit server = new LoopbackGit(forge)) {
            MarkedYaml repository = MarkedYaml.steps("""
                    # finds below: unpinned-behind-action medium
                    - uses: o/a@COMMIT
                    - uses: o/a@v1
                    - uses: o/a/.github/workflows/x.yml@COMMIT
                    """.replace("COMMIT", a)).online(server.address());

            repository.isFoundBy(CHECK);
            assertThat(repository.findings(CHECK)).singleElement().satisfies(finding -> {
                assertThat(finding.primary().path() + ":" + finding.primary().line())
                        .isEqualTo(".github/workflows/ci.yml:8");
                assertThat(finding.message())
                        .isEqualTo("'o/a@" + a + "' uses 'o/c@v1', which is not pinned: o/a@" + a + " > o/b@" + b
                                + " > o/c@v1");
                assertThat(finding.remedy())
                        .isEqualTo(
                                "Lock it with 'mvn hardening:lock -Dhardening.actions', or use a version or an action that"
                                        + " pins what it uses");
            });
        }
    }

    @Test
    void isSilentWhereTheLockPinsAllOfIt() throws Exception {
        try (LoopbackGit server = new LoopbackGit(forge)) {
            MarkedYaml.steps("- uses: o/a@" + a)
                    .and(".github/workflows/actions.lock", """
                            version: v0.0.3
                            workflows: {.github/workflows/ci.yml: [o/a@SHA_A]}
                            dependencies:
                              o/a@SHA_A: {ref: v1, commit: sha1-SHA_A, owner_id: 1, repo_id: 2, uses: [o/b@SHA_B]}
                              o/b@SHA_B: {ref: v1, commit: sha1-SHA_B, owner_id: 1, repo_id: 3, uses: [o/c@v1]}
                              o/c@v1: {ref: v1, commit: sha1-SHA_A, owner_id: 1, repo_id: 4}
                            """.replace("SHA_A", a)
                            .replace("SHA_B", b))
                    .online(server.address())
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void saysWhatCouldNotBeChecked() throws Exception {
        String lost = RemoteFixtures.action(forge, "o/lost", "v1", RemoteFixtures.composite("o/private@" + a));
        try (LoopbackGit server = new LoopbackGit(forge)) {
            var audit = MarkedYaml.steps("- uses: o/lost@" + lost + "\n- uses: o/a@" + a)
                    .online(server.address())
                    .audit(CHECK);
            assertThat(audit.findings()).hasSize(1);
            assertThat(audit.gaps())
                    .containsExactly("unpinned-behind-action: o/lost@" + lost + " > o/private@" + a + ": "
                            + server.address() + "/o/private does not exist, or is private");
        }
    }
}
