package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnprotectedDefaultBranchTest extends GitLabCheckContract {

    UnprotectedDefaultBranchTest() {
        super(new UnprotectedDefaultBranch(), "/defaultBranch", "/gitLab/branches", "/gitLab/branches/main/forcePush");
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
