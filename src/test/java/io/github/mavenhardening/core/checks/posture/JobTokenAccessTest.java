package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobTokenAccessTest extends GitLabCheckContract {

    JobTokenAccessTest() {
        super(new JobTokenAccess(), "/gitLab/jobTokenLimited", "/gitLab/jobTokenPushes");
    }

    @Test
    void findsTokensThatAreLetIn() {
        with("/gitLab/jobTokenLimited", "false");
        assertThat(repository.found())
                .containsExactly(
                        "high .mvn/hardening-forge.json:45 The token of a job of every project can access this one with"
                                + " the rights of who started the job");
    }

    @Test
    void findsTokensThatPush() {
        with("/gitLab/jobTokenPushes", "true");
        assertThat(repository.found())
                .containsExactly("medium .mvn/hardening-forge.json:46 The token of a job may push to the repository");
    }
}
