package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.run.AuditResult;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecurityInsightsUnreadableTest {

    private static final String FILE = "security-insights.yml";
    private final InsightsCase repository = InsightsCase.of(
            new SecurityInsightsUnreadable(), new SecurityInsightsSchema(), new SecurityInsightsVersion());

    @Test
    void findsWhatIsNoYaml() {
        var finding = repository.with("header:\n  a: [1\nb: 2\n").only();
        assertThat(finding.message()).startsWith("The file cannot be read: not YAML");
        assertThat(finding.primary().line()).isEqualTo(3);
        assertThat(repository.audit().outcome()).isEqualTo(AuditResult.Outcome.COULD_NOT_CHECK);
    }

    @Test
    void findsRepeatedKeys() {
        repository.with("""
                        header:
                          schema-version: 2.2.0
                          schema-version: 2.1.0 #! stands here again
                        """).findsWhatIsMarked();
    }

    @Test
    void findsAliases() {
        repository.with("""
                        header: &h
                          schema-version: 2.2.0
                        project:
                          name: [a, *h] #! aliases are not read here
                        """).findsWhatIsMarked();
    }

    @Test
    void anAnchorAloneDoesNoHarm() {
        assertThat(repository
                        .with(Samples.TWO.replace("name: example", "name: &n example"))
                        .findings())
                .isEmpty();
    }

    @Test
    void findsASecondDocument() {
        assertThat(repository.with(Samples.TWO + "---\na: b\n").only().message())
                .contains("a second document");
    }

    @Test
    void findsMergeKeys() {
        assertThat(repository.with("a: 1\n<<: {b: 2}\n").only().message()).contains("merge key");
    }

    @Test
    void findsAFileThatHoldsNothing() {
        assertThat(repository.with("# later\n").only().message()).contains("holds nothing");
    }

    @Test
    void findsAFileThatHoldsAList() {
        assertThat(repository.with("- a\n").only().message()).contains("no keys and values");
    }

    @Test
    void findsWhatIsNotUtf8() {
        assertThat(repository
                        .with(FILE, "header: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1))
                        .only()
                        .message())
                .contains("not UTF-8");
    }

    @Test
    void findsAFileThatIsTooLarge() {
        assertThat(repository.with("a: " + "x".repeat(50 * 1024)).only().message())
                .contains("larger than 51200 bytes");
        assertThat(repository.with("a: " + "\u00e9".repeat(26_000)).only().message())
                .contains("larger than 51200 bytes");
    }

    @Test
    void readsAFileOfExactlyTheLimit() {
        String padded = Samples.TWO + "#" + "x".repeat(50 * 1024 - Samples.TWO.length() - 1);
        assertThat(repository.with(padded).findings()).isEmpty();
    }

    @Test
    void readsAFileWithAByteOrderMarkAndWindowsLines() {
        assertThat(repository.with("\uFEFF" + Samples.TWO.replace("\n", "\r\n")).findings())
                .isEmpty();
    }

    @Test
    void findsASurplusFileThatCannotBeRead() {
        var result = repository.with(Samples.TWO).with(".github/" + FILE, "[").audit();
        assertThat(result.findings())
                .extracting(finding -> finding.primary().path())
                .containsExactly(".github/" + FILE);
        assertThat(result.outcome()).isEqualTo(AuditResult.Outcome.CHECKED);
    }
}
