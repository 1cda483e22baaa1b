package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.Corpus;
import io.github.mavenhardening.core.insights.Corpus.Entry;
import io.github.mavenhardening.core.run.AuditResult;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** All checks on real files, at the day on which the index was made: 2026-11-22. */
class SecurityInsightsConformanceTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    /** What the index tells of a key that is missing or too much: in quotes. */
    private static final Pattern KEY = Pattern.compile("'([^']+)'");

    private static InsightsCase allChecks() {
        return InsightsCase.of(Checks.load(SecurityInsightsConformanceTest.class.getClassLoader())
                .of(InsightsCheck.class)
                .toArray(new InsightsCheck[0]));
    }

    private static AuditResult audit(Entry entry) {
        return allChecks().with(entry.path(), entry.content()).audit();
    }

    @Test
    void expiryAgrees() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        int judged = 0;
        for (Entry entry : Corpus.entries()) {
            boolean expired = entry.index().path("expired").booleanValue();
            judged += entry.index().has("expired") ? 1 : 0;
            List<String> messages = messages(audit(entry), "security-insights-expired");
            softly.assertThat(messages).as(entry.toString()).hasSize(expired ? 1 : 0);
            if (expired) {
                softly.assertThat(messages)
                        .as(entry.toString())
                        .allMatch(it -> it.startsWith(
                                "expired " + entry.index().get("days_past").intValue() + " days ago"));
            }
        }
        softly.assertAll();
        assertThat(judged).isEqualTo(11);
    }

    @Test
    void stalenessAgrees() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        int stale = 0;
        for (Entry entry : Corpus.entries()) {
            JsonNode age = entry.index().path("last_reviewed_age_days");
            boolean old = age.isInt() && TODAY.minusDays(age.intValue()).isBefore(TODAY.minusYears(1));
            boolean due = age.isInt() && !old && TODAY.minusDays(age.intValue()).isBefore(TODAY.minusMonths(6));
            AuditResult result = audit(entry);
            List<String> messages = messages(result, "security-insights-stale");
            softly.assertThat(messages).as(entry.toString()).hasSize(old ? 1 : 0);
            softly.assertThat(messages)
                    .as(entry.toString())
                    .allMatch(it -> it.startsWith("last reviewed " + age.intValue() + " days ago"));
            softly.assertThat(messages(result, "security-insights-review-due"))
                    .as(entry.toString())
                    .hasSize(due ? 1 : 0);
            stale += old ? 1 : 0;
        }
        softly.assertAll();
        assertThat(stale).as("stale files of the corpus").isPositive();
    }

    @Test
    void eachInvalidFileNamesItsFieldsAndLines() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Entry entry : Corpus.entries()) {
            List<Finding> errors = audit(entry).findings().stream()
                    .filter(it -> List.of("schema", "version", "date")
                            .contains(it.checkId().replace("security-insights-", "")))
                    .filter(it -> it.severity() == Severity.HIGH)
                    .toList();
            boolean valid = entry.index().get("valid").booleanValue();
            softly.assertThat(errors.isEmpty()).as(entry + ": " + errors).isEqualTo(valid);
            softly.assertThat(errors)
                    .as(entry.toString())
                    .allMatch(it -> it.primary().line() > 0);
            for (JsonNode why : entry.index().path("why_not")) {
                String field = fieldOf(why.textValue());
                softly.assertThat(errors)
                        .as(entry + " names " + field)
                        .anyMatch(error -> error.message().contains(field));
            }
        }
        softly.assertAll();
    }

    /** The last key of the pointer, or the first key that is missing or too much. */
    private static String fieldOf(String line) {
        int colon = line.indexOf(": ");
        if (line.startsWith("unknown schema-version")) {
            return "version";
        }
        boolean ofKeys = line.contains("required property") || line.contains("Additional properties");
        Matcher key = KEY.matcher(line.substring(colon));
        return ofKeys && key.find() ? key.group(1) : line.substring(line.lastIndexOf('/', colon) + 1, colon);
    }

    @Test
    void damagedFilesNeverThrow() throws Exception {
        Random random = new Random(42);
        int runs = 0;
        InsightsCase repository = allChecks();
        for (Entry entry : Corpus.entries()) {
            byte[] bytes = entry.content().getBytes(StandardCharsets.UTF_8);
            for (byte[] damaged : damaged(bytes, random)) {
                repository.with("security-insights.yml", damaged);
                assertThat(repository.audit().examined()).containsEntry("files", 1);
                runs++;
            }
        }
        assertThat(runs).isGreaterThan(2000);
    }

    private static List<byte[]> damaged(byte[] bytes, Random random) {
        List<byte[]> all = new ArrayList<>();
        for (int length = 0; length < bytes.length; length += 64) {
            all.add(Arrays.copyOf(bytes, length));
        }
        byte[] yaml = "{}[]:,-?*&!|>'\"%@`# \n\t\0\u007f0~".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20; i++) {
            byte[] copy = bytes.clone();
            for (int j = 0; j <= i; j++) {
                copy[random.nextInt(copy.length)] =
                        i % 2 == 0 ? yaml[random.nextInt(yaml.length)] : (byte) random.nextInt(256);
            }
            all.add(copy);
        }
        return all;
    }

    private static List<String> messages(AuditResult result, String checkId) {
        return result.findings().stream()
                .filter(finding -> finding.checkId().equals(checkId))
                .map(Finding::message)
                .toList();
    }
}
