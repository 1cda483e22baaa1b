package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritableDeployKeyTest {
    private static final String FILE = ".mvn/hardening-forge.json";

    private final PostureCase repository =
            PostureCase.of(new WritableDeployKey()).with("pom.xml", "<project/>");

    @Test
    void takesWhatIsInOrder() {
        repository.findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
        repository.with(FILE, TestSnapshots.good()).findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
    }

    /** Neither in order nor not: what is unknown is said, whatever it may be. */
    @ParameterizedTest
    @ValueSource(strings = {"/deployKeys"})
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
    void findsKeysThatPush() {
        repository.with(
                FILE,
                TestSnapshots.with(
                        "/deployKeys",
                        "[{\"title\": \"a\", \"readOnly\": false}, {\"title\": \"b\", \"readOnly\": true},"
                                + " {\"title\": \"c\", \"readOnly\": false}]"));
        assertThat(repository.found())
                .hasSize(2)
                .anyMatch(line -> line.contains("The deploy key 'a' may push"))
                .anyMatch(line -> line.contains("The deploy key 'c' may push"));
    }

    @Test
    void findsKeysOfGitLabThatPush() {
        repository.with(FILE, TestSnapshots.gitLab()).findsNothing();
        repository.with(FILE, TestSnapshots.gitLabWith("/deployKeys", "[{\"title\": \"a\", \"readOnly\": false}]"));
        assertThat(repository.found()).hasSize(1);
    }
}
