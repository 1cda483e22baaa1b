package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;

class CodeownersNotRequiredTest extends GitHubCheckContract {

    CodeownersNotRequiredTest() {
        super(new CodeownersNotRequired(), "/defaultBranchRules/codeOwnerReview");
        repository.with(".github/CODEOWNERS", "* @ada\n");
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
