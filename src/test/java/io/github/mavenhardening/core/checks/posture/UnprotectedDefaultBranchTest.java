package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnprotectedDefaultBranchTest {
    private static final String FILE = ".mvn/hardening-forge.json";

    private final PostureCase repository =
            PostureCase.of(new UnprotectedDefaultBranch()).with("pom.xml", "<project/>");

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
    @ValueSource(strings = {"/defaultBranch", "/gitLab/branches", "/gitLab/branches/main/forcePush"})
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
    void findsWhatNothingProtects() {
        with("/gitLab/branches", "{\"release-*\": {\"push\": [\"no one\"], \"merge\": [\"maintainers\"]}}");
        assertThat(repository.found())
                .containsExactly(
                        "high .mvn/hardening-forge.json:16 No rule protects the default branch 'main': developers push"
                                + " to it, rewrite it and delete it");
    }

    @Test
    void findsWhatIsPushedAndRewritten() {
        with(
                "/gitLab/branches/main/push",
                "[\"developers\", \"maintainers\"]",
                "/gitLab/branches/main/forcePush",
                "true");
        assertThat(repository.found())
                .containsExactlyInAnyOrder(
                        "medium .mvn/hardening-forge.json:17 Developers push to the default branch 'main' past merge requests,"
                                + " so that nobody has to look at a change",
                        "high .mvn/hardening-forge.json:17 The history of the default branch 'main' can be rewritten: force"
                                + " pushes are allowed");
    }

    /** Of several rules the least strict holds, by pattern as by name. */
    @Test
    void addsUpRules() {
        with(
                "/gitLab/branches/m*n",
                "{\"push\": [\"developers\"], \"merge\": [\"developers\"], \"forcePush\": false, \"codeOwnerReview\": false}");
        assertThat(repository.found()).hasSize(1).allMatch(line -> line.contains("Developers push"));
    }
}
