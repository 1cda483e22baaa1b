package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.source.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityInsightsMissingTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsMissing());

    @Test
    void findsThatThereIsNone() {
        var finding = repository.with("README.md", "").only();
        assertThat(finding.primary()).isEqualTo(Location.ofRepository());
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.remedy()).contains("security-insights.yml").contains("2.2.0");
    }

    @Test
    void anEmptyRepositoryWasLookedAt() {
        AuditResult result = repository.audit();
        assertThat(result.outcome()).isEqualTo(AuditResult.Outcome.CHECKED);
        assertThat(result.examined()).containsEntry("files", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security-insights.yml",
                "SECURITY-INSIGHTS.yml",
                "Security-Insights.YML",
                ".github/security-insights.yml",
                ".gitlab/SECURITY-INSIGHTS.yml",
                "security-insights.yaml",
                "SECURITY_INSIGHTS.yml"
            })
    void isContentWithAnyName(String path) {
        repository.with(path, Samples.TWO).findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"docs/security-insights.yml", "security-insights.md", "my-security-insights.yml", "security.yml"
            })
    void looksNowhereElse(String path) {
        assertThat(repository.with(path, Samples.TWO).findings()).hasSize(1);
    }

    @Test
    void seesAFileThatGitIgnores(@TempDir Path root) throws Exception {
        GitStage.in(root).commit(".gitignore", "*\n", "2026-01-01");
        Files.writeString(root.resolve("Security-Insights.yml"), Samples.TWO);
        assertThat(new Checkout(root).files()).doesNotContain("Security-Insights.yml");
        repository.in(root).findsNothing();
    }

    /** Nobody can say what the commit has there. */
    @ParameterizedTest
    @ValueSource(strings = {".github/", ".github/security-insights.yml"})
    void couldNotLookWhereASparseCheckoutLeavesItOut(String path) {
        var audit = repository.with("README.md", "x").leavingOut("docs/", path).audit();

        assertThat(audit.outcome()).isEqualTo(AuditResult.Outcome.COULD_NOT_CHECK);
        assertThat(audit.notes()).containsExactly("the checkout is sparse, and leaves out " + path);
        assertThat(audit.findings()).isEmpty();
    }

    @Test
    void isMissingFromASparseCheckoutThatLeavesOutOthers() {
        assertThat(repository
                        .with("README.md", "x")
                        .leavingOut("docs/", "src/a.txt")
                        .findings())
                .hasSize(1);
    }
}
