package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobTokenAccessTest {
    private static final String FILE = ".mvn/hardening-forge.json";

    private final PostureCase repository = PostureCase.of(new JobTokenAccess()).with("pom.xml", "<project/>");

    private PostureCase with(String... changes) {
        return repository.with(FILE, TestSnapshots.gitLabWith(changes));
    }

    @Test
    void takesWhatIsInOrder() {
        repository.findsNothing();
        repository.with(FILE, TestSnapshots.good()).findsNothing();
        repository.with(FILE, TestSnapshots.gitLab()).findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
    }

    /** Neither in order nor not: what is unknown is said, whatever it may be. */
    @ParameterizedTest
    @ValueSource(strings = {"/gitLab/jobTokenLimited", "/gitLab/jobTokenPushes"})
    void saysWhatItDoesNotKnow(String pointer) {
        repository.with(FILE, TestSnapshots.gitLabWithout(pointer)).findsNothing();
        assertThat(repository.audit().gaps())
                .hasSize(1)
                .allMatch(gap -> gap.contains("unknown: not allowed to see (403)"));
    }

    /** Of another forge it says nothing. */
    @Test
    void saysNothingOfGitHub() {
        repository
                .with(FILE, TestSnapshots.with("/gitLab", "{\"branches\": {}}"))
                .findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
    }

    @Test
    void findsTokensThatAreLetIn() {
        with("/gitLab/jobTokenLimited", "false");
        assertThat(repository.found())
                .containsExactly(
                        "high .mvn/hardening-forge.json:45 The token of a job of every project gets into this one with"
                                + " the rights of who started the job");
    }

    @Test
    void findsTokensThatPush() {
        with("/gitLab/jobTokenPushes", "true");
        assertThat(repository.found())
                .containsExactly("medium .mvn/hardening-forge.json:46 The token of a job may push to the repository");
    }
}
