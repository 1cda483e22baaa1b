package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;

class DefaultTokenRightsTest extends GitHubCheckContract {

    DefaultTokenRightsTest() {
        super(new DefaultTokenRights(), "/actions/defaultPermissions", "/actions/approvesPullRequests");
    }

    @Test
    void findsATokenThatWritesOrApproves() {
        repository.with(
                FILE,
                TestSnapshots.with(
                        "/actions/defaultPermissions", "\"write\"", "/actions/approvesPullRequests", "true"));
        assertThat(repository.found())
                .containsExactly(
                        "medium " + FILE
                                + ":19 The token of a run may 'write' wherever a workflow does not say what it may",
                        "medium " + FILE + ":20 The token of a run may approve pull requests, its own included");
    }
}
