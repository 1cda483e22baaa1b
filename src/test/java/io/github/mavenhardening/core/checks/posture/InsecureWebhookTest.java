package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsecureWebhookTest {
    private static final String FILE = ".mvn/hardening-forge.json";

    private final PostureCase repository = PostureCase.of(new InsecureWebhook()).with("pom.xml", "<project/>");

    @Test
    void takesWhatIsInOrder() {
        repository.findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
        repository.with(FILE, TestSnapshots.good()).findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
    }

    /** Neither in order nor not: what is unknown is said, whatever it may be. */
    @ParameterizedTest
    @ValueSource(strings = {"/hooks"})
    void saysWhatItDoesNotKnow(String pointer) {
        repository.with(FILE, TestSnapshots.without(pointer)).findsNothing();
        assertThat(repository.audit().gaps())
                .hasSize(1)
                .allMatch(gap -> gap.contains("unknown: not allowed to see (403)"));
    }

    @Test
    void cannotCheckWithASnapshotThatCannotBeRead() {
        repository.with(FILE, "{").findsNothing();
        assertThat(repository.audit().gaps()).hasSize(1).allMatch(gap -> gap.contains("cannot be read"));
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
