package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnrotatedSecretTest {
    private static final String FILE = ".mvn/hardening-forge.json";

    private final PostureCase repository = PostureCase.of(new UnrotatedSecret()).with("pom.xml", "<project/>");

    @Test
    void takesWhatIsInOrder() {
        repository.findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
        repository.with(FILE, TestSnapshots.good()).findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
    }

    /** Neither in order nor not: what is unknown is said, whatever it may be. */
    @ParameterizedTest
    @ValueSource(strings = {"/secrets", "/environments", "/environments/release/secrets"})
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
    void findsOldSecrets() {
        repository.with(
                FILE,
                TestSnapshots.with(
                        "/secrets", "{\"A\": \"1968-12-31\", \"B\": \"1969-01-01\"}",
                        "/environments/release/secrets", "{\"C\": \"1960-01-01\"}"));
        assertThat(repository.found())
                .hasSize(2)
                .anyMatch(line -> line.contains("The secret 'A' of the repository was last changed on 1968-12-31"))
                .anyMatch(line -> line.contains("The secret 'C' of the environment 'release' was last changed"));
        assertThat(repository.option("{max-age: P2Y}").found()).hasSize(1);
    }
}
