package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnprotectedDeploymentTest extends GitLabCheckContract {

    UnprotectedDeploymentTest() {
        super(
                new UnprotectedDeployment(),
                "/gitLab/environments",
                "/gitLab/environments/production/tier",
                "/gitLab/environments/production/deployers");
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
                                + " and nobody has to approve");
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
