package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenientApprovalTest {
    private static final String FILE = ".mvn/hardening-forge.json";

    private final PostureCase repository = PostureCase.of(new LenientApproval()).with("pom.xml", "<project/>");

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
    @ValueSource(
            strings = {
                "/defaultBranchRules/approvals",
                "/gitLab/approvals/byAuthor",
                "/gitLab/approvals/byCommitters",
                "/gitLab/approvals/keptOnPush"
            })
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
