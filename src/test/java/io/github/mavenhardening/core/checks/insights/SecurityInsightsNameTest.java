package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityInsightsNameTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsName());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    security-insights.yaml         | .yml only, not .yaml; CLOMonitor and the OSPS Baseline scanner do not find it
                    security_insights.yml          | not with an underscore; CLOMonitor and the OSPS Baseline scanner do not
                    Security-Insights.yml          | a 2.x file security-insights.yml, not Security-Insights.yml; CLOMonitor does
                    .github/SECURITY-INSIGHTS.yml  | a 2.x file security-insights.yml, not SECURITY-INSIGHTS.yml; CLOMonitor does
                    .gitlab/SECURITY-INSIGHTS.yml  | CLOMonitor and the OSPS Baseline scanner do not find it
                    """)
    void findsNamesThatToolsDoNotKnow(String path, String message) {
        var finding = repository.with(path, Samples.TWO).only();
        assertThat(finding.message()).contains(message);
        assertThat(finding.remedy()).startsWith("Rename it to ").endsWith("security-insights.yml");
    }

    @Test
    void anOldNameThatEveryToolFindsIsSaidToBeNoMore() {
        assertThat(repository.with("SECURITY-INSIGHTS.yml", Samples.TWO).only().message())
                .endsWith("not SECURITY-INSIGHTS.yml");
    }

    @ParameterizedTest
    @CsvSource({"security-insights.yml", ".github/security-insights.yml", ".gitlab/security-insights.yml"})
    void isContentWithTheNameOfVersionTwo(String path) {
        repository.with(path, Samples.TWO).findsNothing();
    }

    @ParameterizedTest
    @CsvSource({"SECURITY-INSIGHTS.yml", "security-insights.yml"})
    void isContentWithTheNamesOfVersionOne(String path) {
        repository.with(path, Samples.ONE).findsNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "Security-Insights.yml",
        "security-Insights.yml",
        ".github/Security-Insights.yml",
        ".gitlab/SECURITY-Insights.yml"
    })
    void aMixedCaseIsWrongForVersionOneToo(String path) {
        assertThat(repository.with(path, Samples.ONE).only().message()).contains("a 1.x file SECURITY-INSIGHTS.yml");
    }
}
