package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was reported of Security Insights and its tools, in small inputs of our own. */
class ReportedInsightsTest {

    private final InsightsCase repository = InsightsCase.of(new SecurityInsightsSchema());

    /** ossf/security-insights#146: {@code cue vet} without a definition passes every file. */
    @Test
    void passesNoFileOfOtherKeys() {
        repository.with(Samples.TWO + "fruit: apple\n");
        assertThat(repository.findings()).anyMatch(it -> it.message().contains("'fruit' is not a known key"));
    }

    /** ossf/security-insights#1: reports that are accepted need an address and a policy. */
    @Test
    void wantsAnAddressWhereReportsAreAccepted() {
        repository.with(Samples.ONE.replaceAll("(?m)^ +email-contact:.*\\n", ""));
        assertThat(repository.findings()).anyMatch(it -> it.message().contains("email-contact"));
    }

    /** ossf/security-insights#2: who is active has maintainers. */
    @Test
    void wantsMaintainersWhereTheProjectIsActive() {
        repository.with(Samples.ONE.replaceAll("(?m)^( +)core-maintainers:(.*\\n)(\\1 *- .*\\n)*", ""));
        assertThat(repository.findings()).anyMatch(it -> it.message().contains("core-maintainers"));
    }
}
