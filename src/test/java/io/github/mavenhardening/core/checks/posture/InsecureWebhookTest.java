package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;

class InsecureWebhookTest extends GitHubCheckContract {

    InsecureWebhookTest() {
        super(new InsecureWebhook(), "/hooks");
    }

    @Test
    void findsHooksThatVerifyNothing() {
        repository.with(
                FILE,
                TestSnapshots.with(
                        "/hooks",
                        "[{\"host\": \"a.example.org\", \"insecureTls\": true, \"active\": true},"
                                + " {\"host\": \"b.example.org\", \"insecureTls\": true, \"active\": false},"
                                + " {\"host\": \"c.example.org\", \"insecureTls\": false, \"active\": true}]"));
        assertThat(repository.found()).hasSize(1).allMatch(line -> line.contains("The webhook to 'a.example.org'"));
    }

    @Test
    void findsThoseOfGitLab() {
        repository.with(FILE, TestSnapshots.gitLab()).findsNothing();
        repository.with(
                FILE,
                TestSnapshots.gitLabWith(
                        "/hooks", "[{\"host\": \"ci.example.org\", \"insecureTls\": true, \"active\": true}]"));
        assertThat(repository.found()).hasSize(1);
    }
}
