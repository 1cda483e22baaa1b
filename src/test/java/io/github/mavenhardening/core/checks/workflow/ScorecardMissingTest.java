package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import java.util.List;
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
    void takesOnlyTheToolForIt() {
        for (String step : List.of(
                "- run: 'echo scorecard --repo=x'",
                "- run: 'make # scorecard --repo=x'",
                "- run: go install github.com/ossf/scorecard@v5",
                "- name: scorecard --repo=x\n  run: make",
                "- uses: org/scorecard-badge@v1")) {
            assertThat(MarkedYaml.steps(step).findings(CHECK)).as(step).hasSize(1);
        }
        assertThat(MarkedYaml.workflow("""
                        on: push
                        jobs:
                          score:
                            uses: org/workflows/.github/workflows/scorecard.yml@v1
                        """).findings(CHECK)).hasSize(1);
    }

    @Test
    void knowsEveryWayToRunIt() {
        assertThat(MarkedYaml.steps("- uses: ossf/scorecard-action@v2").findings(CHECK))
                .isEmpty();
        assertThat(MarkedYaml.steps("- run: scorecard --repo=x").findings(CHECK))
                .isEmpty();
        assertThat(MarkedYaml.steps("- run: docker run --rm ghcr.io/ossf/scorecard:v5 --repo=x")
                        .findings(CHECK))
                .isEmpty();
        assertThat(MarkedYaml.steps("- run: go run github.com/ossf/scorecard@v5 --repo=x")
                        .findings(CHECK))
                .isEmpty();
        assertThat(MarkedYaml.action("runs: {using: composite, steps: []}").findings(CHECK))
                .isEmpty();
    }
}
