package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mavenhardening.core.finding.Finding;
import org.junit.jupiter.api.Test;

class KnownVulnerableActionsTest {

    private static final KnownVulnerableActions CHECK = new KnownVulnerableActions();
    private static final String FILE = ".github/advisories.json";
    private static final String SHA = "11bd71901bbe5b1630ceea73d27597364c9af683";

    /** As OSV has it: two lines, of which the older is fixed; no fix; a list; a range to the last; another ecosystem; withdrawn. */
    private static final String OSV = """
            [{"id": "GHSA-two-lines", "database_specific": {"severity": "MODERATE"}, "affected": [
               {"package": {"ecosystem": "GitHub Actions", "name": "O/Two"}, "ranges": [{"type": "ECOSYSTEM", "events": [
                 {"introduced": "0"}, {"fixed": "3.1.4"}, {"introduced": "4.0.0-rc.1"}, {"fixed": "4.2.0"}]}]}]},
             {"id": "GHSA-open", "affected": [
               {"package": {"ecosystem": "GitHub Actions", "name": "o/open/part"},
                "ranges": [{"type": "GIT", "events": []}, {"type": "SEMVER", "events": [{"introduced": "2.0.0"}]}]}]},
             {"id": "GHSA-listed", "affected": [
               {"package": {"ecosystem": "GitHub Actions", "name": "o/listed"}, "versions": ["v1.0.1"],
                "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "5"}, {"last_affected": "5.0.9"}]}]}]},
             {"id": "GHSA-other", "affected": [{"package": {"ecosystem": "npm", "name": "o/fine"},
                "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]},
             {"id": "GHSA-withdrawn", "withdrawn": "2026-01-01T00:00:00Z", "affected": [
               {"package": {"ecosystem": "GitHub Actions", "name": "o/fine"},
                "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]}]
            """;

    private static final String GITHUB = """
            [{"ghsa_id": "GHSA-api", "severity": "critical", "withdrawn_at": null, "vulnerabilities": [
               {"package": {"ecosystem": "actions", "name": "o/api"}, "vulnerable_version_range": ">= 2.0.0, < 45.0.8",
                "first_patched_version": "45.0.8"},
               {"package": {"ecosystem": "actions", "name": "o/api"}, "vulnerable_version_range": "= 46.0.0",
                "first_patched_version": null}]}]
            """;

    private static MarkedYaml with(String steps, String advisories) {
        return MarkedYaml.steps(steps).and(FILE, advisories).with("advisories: " + FILE);
    }

    @Test
    void comparesVersionsWithRecordsOfOsv() {
        with("""
                - uses: o/two@v3.1.3          # finds: known-vulnerable-actions medium
                - uses: o/two@v3.1.4
                - uses: o/two@v3
                - uses: o/two@v2              # finds: known-vulnerable-actions medium
                - uses: o/two@4.0.0-rc.1      # finds: known-vulnerable-actions medium
                - uses: o/two@v4.0.0-beta.9
                - uses: o/two/x@x/v4.1.9      # finds: known-vulnerable-actions medium
                # finds below: known-vulnerable-actions medium
                - uses: o/two@SHA # v4.1
                # finds below: known-vulnerable-actions medium
                - uses: o/two@SHA # tag=v4.1.0
                - uses: o/two@SHA # v4.2.0
                - uses: o/open@v1.9.9
                - uses: o/open@v9             # finds: known-vulnerable-actions high
                - uses: o/listed@v1.0.1       # finds: known-vulnerable-actions high
                - uses: o/listed@v1.0.2
                - uses: o/listed@v5.0.9       # finds: known-vulnerable-actions high
                - uses: o/listed@v5.0.10
                - uses: o/fine@v1
                - uses: ./local
                """.replace("SHA", SHA), OSV).isFoundBy(CHECK);
    }

    @Test
    void comparesVersionsWithGitHubsAdvisories() {
        MarkedYaml yaml = with("""
                - uses: o/api@v45.0.7   # finds: known-vulnerable-actions critical
                - uses: o/api@v45.0.8
                - uses: o/api@v46.0.0   # finds: known-vulnerable-actions critical
                """, GITHUB);
        yaml.isFoundBy(CHECK);
        assertThat(yaml.findings(CHECK))
                .extracting(Finding::message, Finding::remedy)
                .containsExactly(
                        tuple(
                                "'o/api' 45.0.7 is vulnerable: GHSA-api",
                                "Use 45.0.8 or newer, the first version without it"),
                        tuple(
                                "'o/api' 46.0.0 is vulnerable: GHSA-api",
                                "No version is known that is without it: replace the action"));
    }

    /** A version that nobody tells of an action that there are advisories about, and what the file has in no known form. */
    @Test
    void saysWhatItCouldNotCompare() {
        assertThat(with("- uses: o/api@main\n- uses: o/api@" + SHA + "\n- uses: o/fine@main\n", GITHUB)
                        .audit(CHECK)
                        .gaps())
                .containsExactlyInAnyOrder(
                        "known-vulnerable-actions: there are advisories about 'o/api', and 'o/api@main' says no version, nor"
                                + " does a comment beside it",
                        "known-vulnerable-actions: there are advisories about 'o/api', and 'o/api@" + SHA
                                + "' says no version, nor does a comment beside it");
        assertThat(with("- uses: o/api@v1\n", GITHUB.replace(">= 2.0.0, < 45.0.8", "some"))
                        .audit(CHECK)
                        .gaps())
                .containsExactly("known-vulnerable-actions: " + FILE
                        + " says of GHSA-api not in a known form which versions of o/api are vulnerable");
        assertThat(with("- uses: o/two@v1\n", OSV.replace("\"fixed\": \"3.1.4\"", "\"fixed\": \"soon\""))
                        .audit(CHECK)
                        .gaps())
                .hasSize(1);
        assertThat(with("- uses: o/api@v1\n", "[{}]").audit(CHECK).gaps())
                .containsExactly("known-vulnerable-actions: " + FILE
                        + " has a record that is neither a GitHub advisory nor one in the OSV format");
    }

    @Test
    void saysThatTheFileCannotBeRead() {
        assertThat(with("- uses: o/api@v1\n", "[{").audit(CHECK).gaps())
                .containsExactly("known-vulnerable-actions: " + FILE + " is not JSON");
        assertThat(MarkedYaml.steps("- uses: o/api@v1\n")
                        .with("advisories: " + FILE)
                        .audit(CHECK)
                        .gaps())
                .singleElement()
                .asString()
                .startsWith("known-vulnerable-actions: " + FILE + " cannot be read: ");
        assertThat(MarkedYaml.steps("- uses: o/api@v1\n").audit(CHECK).gaps()).isEmpty();
    }
}
