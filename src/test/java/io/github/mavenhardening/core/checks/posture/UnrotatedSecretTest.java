package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;

class UnrotatedSecretTest extends GitHubCheckContract {

    UnrotatedSecretTest() {
        super(new UnrotatedSecret(), "/secrets", "/environments", "/environments/release/secrets");
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
