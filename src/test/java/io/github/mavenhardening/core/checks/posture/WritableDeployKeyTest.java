package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;

class WritableDeployKeyTest extends GitHubCheckContract {

    WritableDeployKeyTest() {
        super(new WritableDeployKey(), "/deployKeys");
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
