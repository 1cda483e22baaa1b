package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeownersNotRequiredTest {
    private static final String FILE = ".mvn/hardening-forge.json";

    private final PostureCase repository = PostureCase.of(new CodeownersNotRequired())
            .with("pom.xml", "<project/>")
            .with(".github/CODEOWNERS", "* @ada\n");

    @Test
    void takesWhatIsInOrder() {
        repository.findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
        repository.with(FILE, TestSnapshots.good()).findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
    }

    /** Neither in order nor not: what is unknown is said, whatever it may be. */
    @ParameterizedTest
    @ValueSource(strings = {"/defaultBranchRules/codeOwnerReview"})
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
    void findsOwnersWhomNobodyAsks() {
        repository.with(FILE, TestSnapshots.with("/defaultBranchRules/codeOwnerReview", "false"));
        assertThat(repository.found())
                .containsExactly(
                        "medium .github/CODEOWNERS:0 CODEOWNERS names who owns what, and a change is merged without them:"
                                + " no rule of the default branch requires their review");
    }

    @Test
    void needsOwners() {
        PostureCase.of(new CodeownersNotRequired())
                .with("pom.xml", "<project/>")
                .with(FILE, TestSnapshots.with("/defaultBranchRules/codeOwnerReview", "false"))
                .findsNothing();
    }

    @Test
    void findsOwnersWhomNobodyAsksOnGitLab() {
        repository.with(FILE, TestSnapshots.gitLab()).findsNothing();
        repository.with(FILE, TestSnapshots.gitLabWith("/defaultBranchRules/codeOwnerReview", "false"));
        assertThat(repository.found()).hasSize(1);
    }
}
