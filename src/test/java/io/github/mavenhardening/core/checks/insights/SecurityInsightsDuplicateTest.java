package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.run.AuditResult;
import org.junit.jupiter.api.Test;

class SecurityInsightsDuplicateTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsDuplicate());

    @Test
    void theRootGoesBeforeTheForgesFolder() {
        var finding = repository
                .with(".github/security-insights.yml", Samples.TWO)
                .with("security-insights.yml", Samples.TWO)
                .only();
        assertThat(finding.primary().path()).isEqualTo(".github/security-insights.yml");
        assertThat(finding.related()).extracting(Location::path).containsExactly("security-insights.yml");
        assertThat(finding.message()).contains("tools use security-insights.yml");
    }

    @Test
    void versionTwoGoesBeforeVersionOne() {
        assertThat(repository
                        .with("SECURITY-INSIGHTS.yml", Samples.ONE)
                        .with(".gitlab/security-insights.yml", Samples.TWO)
                        .only()
                        .primary()
                        .path())
                .isEqualTo("SECURITY-INSIGHTS.yml");
    }

    @Test
    void aFileThatCanBeReadGoesBeforeOneThatCannot() {
        assertThat(repository
                        .with("security-insights.yml", "[")
                        .with(".github/SECURITY-INSIGHTS.yml", Samples.ONE)
                        .only()
                        .primary()
                        .path())
                .isEqualTo("security-insights.yml");
    }

    @Test
    void eachSurplusFileIsFound() {
        AuditResult result = repository
                .with("security-insights.yml", Samples.TWO)
                .with("SECURITY-INSIGHTS.yml", Samples.ONE)
                .with(".github/security-insights.yaml", Samples.TWO)
                .audit();
        assertThat(result.findings())
                .extracting(finding -> finding.primary().path())
                .containsExactly(".github/security-insights.yaml", "SECURITY-INSIGHTS.yml");
        assertThat(result.examined()).containsEntry("files", 3);
    }

    @Test
    void oneFileIsNone() {
        repository.with(Samples.TWO).findsNothing();
    }
}
