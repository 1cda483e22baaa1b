package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateForkRunsTest {
    private static final String FILE = ".mvn/hardening-forge.json";

    private final PostureCase repository = PostureCase.of(new PrivateForkRuns()).with("pom.xml", "<project/>");

    private PostureCase with(boolean isPrivate, String forks) {
        return repository.with(
                FILE, TestSnapshots.with("/private", String.valueOf(isPrivate), "/actions/privateForks", forks));
    }

    private static String forks(boolean runs, boolean writes, boolean secrets, boolean approval) {
        return "{\"runs\": %s, \"writeTokens\": %s, \"secrets\": %s, \"approval\": %s}"
                .formatted(runs, writes, secrets, approval);
    }

    @Test
    void takesWhatIsInOrder() {
        repository.findsNothing();
        repository.with(FILE, TestSnapshots.good()).findsNothing();
        repository.with(FILE, TestSnapshots.gitLab()).findsNothing();
        with(true, forks(true, false, false, false)).findsNothing();
        with(true, forks(false, true, true, false)).findsNothing();
        with(false, forks(true, true, true, false)).findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
    }

    @Test
    void saysWhatItDoesNotKnow() {
        with(true, "{\"unknown\": \"not allowed to see (403)\"}").findsNothing();
        assertThat(repository.audit().gaps())
                .hasSize(1)
                .allMatch(gap -> gap.contains("unknown: not allowed to see (403)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|true|false|high|Runs of pull requests from forks get secrets and a token that may write, and nobody has to approve them",
                "true|false|true|medium|Runs of pull requests from forks get a token that may write",
                "false|true|false|high|Runs of pull requests from forks get secrets, and nobody has to approve them",
            })
    void findsWhatForksGet(boolean writes, boolean secrets, boolean approval, String severity, String message) {
        with(true, forks(true, writes, secrets, approval));
        assertThat(repository.found()).containsExactly(severity + " " + FILE + ":22 " + message);
    }
}
