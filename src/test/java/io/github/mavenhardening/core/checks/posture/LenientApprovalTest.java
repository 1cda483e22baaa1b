package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LenientApprovalTest extends GitLabCheckContract {

    LenientApprovalTest() {
        super(
                new LenientApproval(),
                "/defaultBranchRules/approvals",
                "/gitLab/approvals/byAuthor",
                "/gitLab/approvals/byCommitters",
                "/gitLab/approvals/keptOnPush");
    }

    @Test
    void findsEachWayPastReview() {
        with(
                "/gitLab/approvals/byAuthor",
                "true",
                "/gitLab/approvals/byCommitters",
                "true",
                "/gitLab/approvals/keptOnPush",
                "true");
        assertThat(repository.found())
                .containsExactlyInAnyOrder(
                        "medium .mvn/hardening-forge.json:48 Who opens a merge request may approve it",
                        "low .mvn/hardening-forge.json:49 Who adds commits to a merge request may approve it",
                        "medium .mvn/hardening-forge.json:50 Approvals of a merge request outlast changes that nobody has seen");
    }

    /** Where no approval is needed, it is no matter who gives one. */
    @Test
    void needsApprovals() {
        with("/defaultBranchRules/approvals", "0", "/gitLab/approvals/byAuthor", "true")
                .findsNothing();
    }
}
