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

    /** Reported: sets of rules were documented as a text, kinds of tools not at all. */
    @Test
    void saysWhatToolsMayBe() {
        repository.with(Samples.TWO.replace("[default]", "default"));
        assertThat(repository.findings())
                .anyMatch(it -> it.message().contains("/security/tools/0/rulesets: must be a list, not text"));
        repository.with(Samples.TWO.replace("type: SCA", "type: automated-tooling"));
        assertThat(repository.findings())
                .anyMatch(it -> it.message()
                        .contains("'automated-tooling' is not one of fuzzing, container, secret, SCA, SAST, other"));
    }

    /** Reported: the specification's own file had a steward that is a text, and a key that is misspelt. */
    @Test
    void findsWhatPassedUnseen() {
        repository.with(Samples.TWO.replace("  name: example\n", "  name: example\n  steward: https://example.org\n"));
        assertThat(repository.findings()).anyMatch(it -> it.message().contains("/project/steward: must be a mapping"));
        repository.with(
                Samples.TWO.replace(
                        "  security:\n",
                        "  release:\n    automated-pipelines: true\n    distribution-points: [https://example.org]\n  security:\n"));
        assertThat(repository.findings())
                .anyMatch(it -> it.message().contains("'automated-pipelines' is not a known key"))
                .anyMatch(it -> it.message().contains("/distribution-points/0: must be a mapping, not text"));
    }

    /** Reported: what a parent's file says of the project need not be said again. */
    @Test
    void takesTheProjectFromItsParent() {
        String own = Samples.TWO.replaceAll("(?s)project:\\n.*\\nrepository:", "repository:");
        InsightsCase both = InsightsCase.of(new SecurityInsightsSchema(), new SecurityInsightsSourceRaw());
        String source = "  project-si-source: https://example.org/o/.github/raw/main/security-insights.yml\n";
        both.with(own.replace("repository:\n", source + "repository:\n"));
        assertThat(both.findings()).isEmpty();
        both.with(own.replace(
                "repository:\n", source.replace("example.org", "github.com").replace("raw", "blob") + "repository:\n"));
        assertThat(both.findings()).singleElement().matches(it -> it.message().contains("is a page, not the raw text"));
    }

    /** Reported: the key's pattern made a validator refuse the schema, so that it saw no file at all. */
    @Test
    void wantsAKeyAndNoAddressOfOne() {
        String key = """
                  pgp-key: |
                    -----BEGIN PGP PUBLIC KEY BLOCK-----

                    xsBNBF
                    -----END PGP PUBLIC KEY BLOCK-----
                """;
        repository.with(Samples.ONE.replace("  security-policy:", key + "  security-policy:"));
        assertThat(repository.findings()).isEmpty();
        repository.with(
                Samples.ONE.replace("  security-policy:", "  pgp-key: https://example.org/key\n  security-policy:"));
        assertThat(repository.findings()).anyMatch(it -> it.message().contains("must be a PGP public key block"));
    }
}
