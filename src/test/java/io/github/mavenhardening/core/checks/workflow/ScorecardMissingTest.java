package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import org.junit.jupiter.api.Test;

class ScorecardMissingTest {

    private static final ScorecardMissing CHECK = new ScorecardMissing();

    @Test
    void findsThatNoneRunsIt() {
        Finding finding = MarkedYaml.steps("- run: mvn verify").findings(CHECK).get(0);
        assertThat(finding.primary()).isEqualTo(Location.ofRepository());
        assertThat(finding.persona()).isEqualTo(Persona.AUDITOR);
    }

    @Test
    void knowsEveryWayToRunIt() {
        assertThat(MarkedYaml.steps("- uses: ossf/scorecard-action@v2").findings(CHECK))
                .isEmpty();
        assertThat(MarkedYaml.steps("- run: scorecard --repo=x").findings(CHECK))
                .isEmpty();
        assertThat(MarkedYaml.workflow("""
                        on: push
                        jobs:
                          score:
                            uses: org/workflows/.github/workflows/scorecard.yml@v1
                        """).findings(CHECK)).isEmpty();
        assertThat(MarkedYaml.action("runs: {using: composite, steps: []}").findings(CHECK))
                .isEmpty();
    }
}
