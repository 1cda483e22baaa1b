package io.github.mavenhardening.core.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.PublishedSchemas;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.report.page.AggregatePage;
import io.github.mavenhardening.core.run.Coverage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFilesTest {

    @TempDir
    Path folder;

    private void write(String file, String json) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, json);
    }

    private static String report(String uri, boolean passed, String findings) {
        return """
                {"schemaVersion": "1.3", "tool": {"name": "hardening-maven-plugin", "version": "1.2.3"},
                 "repository": {"uri": "%s", "commit": "0123456789abcdef0123456789abcdef01234567"},
                 "setup": {"root": ".", "unknown": [{"deep": {"deeper": []}}]},
                 "families": [{"id": "workflows", "outcome": "checked", "gaps": ["a", "b"],
                               "coverage": [{"kind": "actions", "verb": "pinned", "covered": 3, "total": 4}]},
                              {"id": "dependencies", "outcome": "could-not-check", "gaps": []}],
                 "findings": [%s], "counts": {"hidden": 1}, "verdict": {"passed": %s, "reasons": []}}
                """.formatted(uri, findings, passed);
    }

    private static String finding(String check, String severity, String more) {
        return "{\"check\": \"" + check + "\", \"severity\": \"" + severity + "\", \"location\": {\"path\": \"a\"}"
                + more + "}";
    }

    @Test
    void countsWhatEachReportSays() throws Exception {
        write(
                "a.json",
                report(
                        "https://github.com/octo/a",
                        false,
                        finding("x", "high", "") + "," + finding("x", "critical", ", \"baseline\": \"new\"") + ","
                                + finding("y", "low", ", \"suppression\": {\"kind\": \"external\"}")));
        write("b.json", report("https://github.com/octo/b", true, finding("x", "low", "")));

        Aggregate aggregate = ReportFiles.in(folder);

        assertThat(aggregate.unread()).isEmpty();
        assertThat(aggregate.passed()).isEqualTo(1);
        Run run = aggregate.repositories().get(0).last();
        assertThat(run.name()).isEqualTo("https://github.com/octo/a");
        assertThat(run.total()).isEqualTo(2);
        assertThat(run.suppressed()).isEqualTo(1);
        assertThat(run.added()).contains(1);
        assertThat(run.unchecked()).isEqualTo(3);
        assertThat(aggregate.checks())
                .containsOnly(Map.entry("x", new Aggregate.Spread(new Run.Found(Severity.CRITICAL, 3), 2)));
        assertThat(aggregate.coverage()).containsExactly(new Coverage("actions", "pinned", 6, 8));
        assertThat(aggregate.repositories().get(1).last().added()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFileThatEndsTooEarly() throws Exception {
        write("a.json", "{\"schemaVersion\": \"1.3\"");

        assertThat(ReportFiles.in(folder).unread())
                .containsExactly(
                        Map.entry("a.json", "no JSON: Unexpected end-of-input: expected close marker for Object"));
    }

    /** As PowerShell writes what it downloads. */
    @Test
    void readsAReportWithAByteOrderMark() throws Exception {
        write("a.json", "\uFEFF" + report("https://github.com/octo/a", true, ""));

        Aggregate aggregate = ReportFiles.in(folder);

        assertThat(aggregate.unread()).isEmpty();
        assertThat(aggregate.passed()).isEqualTo(1);
    }

    @Test
    void writesWhatItsSchemaSays() throws Exception {
        write(
                "a/1.json",
                report("https://github.com/octo/a", false, finding("x", "critical", ", \"baseline\": \"new\"")));
        write("a/2.json", report("https://github.com/octo/a", true, finding("y", "low", "")));
        write("b.json", report("", true, "").replace(", \"commit\": \"0123456789abcdef0123456789abcdef01234567\"", ""));
        write("c.json", "{}");
        String json = new String(AggregateJson.encode(ReportFiles.in(folder), "1.2.3"), StandardCharsets.UTF_8);

        assertThat(PublishedSchemas.errors(AggregateJson.SCHEMA, json)).isEmpty();
        for (String wrong : List.of(
                json.replace("\"1.0\"", "\"2.0\""),
                json.replace("\"covered\" : 3", "\"covered\" : -1"),
                json.replace("\"severity\" : \"low\"", "\"severity\" : \"mild\""),
                json.replace("\"unread\"", "\"unseen\""))) {
            assertThat(wrong).isNotEqualTo(json);
            assertThat(PublishedSchemas.errors(AggregateJson.SCHEMA, wrong)).isNotEmpty();
        }
    }

    @Test
    void ordersRunsOfOneRepositoryByTheirFiles() throws Exception {
        String one = finding("x", "high", "");
        write("2026-03/a.json", report("https://github.com/octo/a", true, ""));
        write("2026-01/a.json", report("https://github.com/octo/a", false, one + "," + one));
        write("2026-02/a.json", report("https://github.com/octo/a", false, one));

        Aggregate aggregate = ReportFiles.in(folder);

        assertThat(aggregate.repositories()).hasSize(1);
        assertThat(aggregate.repositories().get(0).runs())
                .extracting(Run::total)
                .containsExactly(2, 1, 0);
        assertThat(new String(AggregatePage.encode(aggregate, "1.2.3"), StandardCharsets.UTF_8))
                .contains("aria-label=\"From 2 to 0 findings in 3 runs\"")
                .contains("points=\"3.0,3.0 60.0,12.0 117.0,21.0\"");
    }

    @Test
    void namesARepositoryWithoutAnAddressByItsFolder() throws Exception {
        write("team/app/hardening.json", report("", true, ""));
        write("lib.json", report("", true, "").replace("\"root\": \".\"", "\"root\": \"sub\""));

        assertThat(ReportFiles.in(folder).repositories())
                .extracting(Aggregate.Repository::name)
                .containsExactlyInAnyOrder("team/app", "lib, sub");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{}",
                "{\"schemaVersion\": \"1.3\", \"tool\": {\"name\": \"other\"}, \"verdict\": {\"passed\": true}}",
                "{\"schemaVersion\": \"2.0\", \"tool\": {\"name\": \"hardening-maven-plugin\"}, \"verdict\": {\"passed\": true}}",
                "{\"tool\": {\"name\": \"hardening-maven-plugin\"}, \"verdict\": {\"passed\": \"true\"}}",
                "{\"tool\": {\"name\": \"hardening-maven-plugin\"}, \"findings\": [{}], \"verdict\": {\"passed\": true}}",
                "{\"tool\": {\"name\": \"hardening-maven-plugin\"}, \"verdict\": {\"passed\": true}",
                "{\"tool\": {\"name\": \"hardening-maven-plugin\"}, \"findings\": [{\"check\": \"a\""
            })
    void namesWhatIsNoReport(String json) throws Exception {
        write("bad.json", json);
        write("good.json", report("https://github.com/octo/a", true, ""));

        Aggregate aggregate = ReportFiles.in(folder);

        assertThat(aggregate.repositories()).hasSize(1);
        assertThat(aggregate.unread()).containsOnlyKeys("bad.json");
        assertThat(new String(AggregatePage.encode(aggregate, "1.2.3"), StandardCharsets.UTF_8))
                .contains("<code>bad.json</code>: ")
                .doesNotContain("All passed");
    }

    @ParameterizedTest
    @CsvSource({"[,100000", "{\"a\":,100000"})
    void isNotLedIntoTheDepth(String nested, int times) throws Exception {
        write("deep.json", "{\"x\":" + nested.repeat(times));

        assertThat(ReportFiles.in(folder).unread()).containsOnlyKeys("deep.json");
    }

    @Test
    void isNotDrownedInChecks() throws Exception {
        StringBuilder findings = new StringBuilder(finding("x", "high", ""));
        for (int i = 0; i < 1_001; i++) {
            findings.append(',').append(finding("check-" + i, "low", ""));
        }
        write("many.json", report("https://github.com/octo/a", true, findings.toString()));

        assertThat(ReportFiles.in(folder).unread()).containsEntry("many.json", "more than 1000 checks");
    }

    @Test
    void followsNoLinkAndReadsNothingButJson() throws Exception {
        Path outside = Files.createTempFile("outside", ".json");
        try {
            Files.writeString(outside, report("https://github.com/octo/outside", true, ""));
            Files.createSymbolicLink(folder.resolve("link.json"), outside);
            write("notes.txt", "x");
            write(ReportFiles.OWN, "{}");
            write("a.json", report("https://github.com/octo/a", true, ""));

            Aggregate aggregate = ReportFiles.in(folder);

            assertThat(aggregate.repositories()).hasSize(1);
            assertThat(aggregate.unread()).isEmpty();
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void cannotReadAFolderThatIsNotThere() {
        assertThatThrownBy(() -> ReportFiles.in(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void showsWhatIsHostileAndObeysNothing() throws Exception {
        String attack = "</script><img src=x onerror=alert(1)>\\u202e\\u0000";
        write(
                "a.json",
                report("https://github.com/octo/" + attack, false, finding(attack, "high", ""))
                        .replace("1.2.3", attack)
                        .replace("\"actions\"", "\"" + attack + "\""));

        Aggregate aggregate = ReportFiles.in(folder);
        String page = new String(AggregatePage.encode(aggregate, "1.2.3"), StandardCharsets.UTF_8);

        assertThat(aggregate.repositories()).hasSize(1);
        assertThat(page.split("</script", -1)).hasSize(3);
        assertThat(page).doesNotContain("<img", "\u202e", "\u0000");
        assertThat(Json.read(new String(AggregateJson.encode(aggregate, "1.2.3"), StandardCharsets.UTF_8))
                        .at("/failed")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void holdsFiveHundredRepositories() throws Exception {
        StringBuilder findings = new StringBuilder(finding("x", "high", ""));
        for (int i = 0; i < 100; i++) {
            findings.append(',').append(finding("check-" + i % 20, "medium", ""));
        }
        for (int i = 0; i < 500; i++) {
            write(
                    "r" + i + "/hardening.json",
                    report("https://github.com/octo/r" + i, i % 2 == 0, findings.toString()));
        }

        Aggregate aggregate = ReportFiles.in(folder);

        assertThat(aggregate.repositories()).hasSize(500);
        assertThat(aggregate.passed()).isEqualTo(250);
        assertThat(aggregate.counts()).containsEntry(Severity.MEDIUM, 50_000);
        assertThat(AggregatePage.encode(aggregate, "1.2.3")).hasSizeLessThan(1_000_000);
    }
}
