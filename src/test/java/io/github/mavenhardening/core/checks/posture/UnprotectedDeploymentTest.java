package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnprotectedDeploymentTest {
    private static final String FILE = ".mvn/hardening-forge.json";

    private final PostureCase repository =
            PostureCase.of(new UnprotectedDeployment()).with("pom.xml", "<project/>");

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
                "/gitLab/environments",
                "/gitLab/environments/production/tier",
                "/gitLab/environments/production/deployers"
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
    void findsProductionThatNothingProtects() {
        with(
                "/gitLab/environments/production/deployers",
                "[\"everyone\"]",
                "/gitLab/environments/production/approvals",
                "0");
        assertThat(repository.found())
                .containsExactly(
                        "high .mvn/hardening-forge.json:28 Nothing protects the environment 'production', which is for"
                                + " production: whoever may push a branch deploys to it");
    }

    /** Who develops deploys alone; that somebody must approve, or that it is unknown, is another matter. */
    @Test
    void findsProductionThatNobodyApproves() {
        String deployers = "/gitLab/environments/production/deployers";
        String approvals = "/gitLab/environments/production/approvals";
        with(deployers, "[\"developers\"]", approvals, "0");
        assertThat(repository.found())
                .containsExactly(
                        "medium .mvn/hardening-forge.json:30 Developers deploy to 'production', which is for production,"
                                + " and nobody must approve");
        with(deployers, "[\"developers\"]").findsNothing();
        with(deployers, "[\"developers\"]", approvals, "{\"unknown\": \"request failed (500)\"}")
                .findsNothing();
        assertThat(repository.audit().gaps()).hasSize(1).allMatch(gap -> gap.contains("'approvals'"));
    }

    @Test
    void leavesOtherTiersAlone() {
        with(
                        "/gitLab/environments/production",
                        "{\"tier\": \"staging\", \"deployers\": [\"everyone\"], \"approvals\": 0}")
                .findsNothing();
    }
}
