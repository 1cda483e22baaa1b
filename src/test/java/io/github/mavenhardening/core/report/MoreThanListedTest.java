package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.page.HtmlReport;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One finding stands for all beyond a limit: it is counted as one in no report, and every report says that there are more. */
class MoreThanListedTest {

    private final Result result = result();

    private static Result result() {
        Finding[] findings = new Finding[41];
        for (int i = 0; i < 40; i++) {
            findings[i] = Samples.reference("f" + i + ".yml", new Span(0, 19, 1, 15, 1, 34))
                    .severity(Severity.HIGH)
                    .build();
        }
        findings[40] = Finding.of(findings[0].checkId(), Severity.HIGH, Location.ofFile("z.yml"))
                .message("There are others")
                .remedy("Correct some")
                .subject(Finding.MORE)
                .build();
        return Samples.judge(PolicyLayer.none(), Samples.workflows(findings));
    }

    @Test
    void saysSoInTheVerdict() {
        assertThat(result.verdict().reasons()).containsExactly("more than 40 findings of severity high or above");
    }

    @Test
    void saysSoOnTheConsole() {
        assertThat(new ConsoleReport(ConsoleSettings.plain(Samples.CHECKS)).lines(result, "."))
                .extracting(ConsoleLine::text)
                .anySatisfy(line -> assertThat(line).contains(" >40 "))
                .anySatisfy(line -> assertThat(line).contains(" more in ", " files, and others that are not listed"));
    }

    @Test
    void saysSoInTheTableOfTheSummary() {
        assertThat(new MarkdownReport().render(result, Samples.CONTEXT))
                .contains(" | high | >40 | ", "Findings: 40 high.")
                .doesNotContain("41");
    }

    @Test
    void saysSoOnThePage() {
        assertThat(new String(new HtmlReport().encode(result, Samples.CONTEXT), StandardCharsets.UTF_8))
                .contains(">more than 40 findings in 41 files<", " 40 high<")
                .contains("\"more\" : 1");
    }

    @Test
    void countsWhatIsKnownInJson() throws Exception {
        assertThat(Json.read(new String(new JsonReport().encode(result, Samples.CONTEXT), StandardCharsets.UTF_8))
                        .at("/counts/bySeverity/high")
                        .asInt())
                .isEqualTo(40);
    }

    /** All others are known, so that nobody can say more than that there are some. */
    @Test
    void namesNoNumberWhereThereIsNone() {
        Finding more = Finding.of("sample-reference", Severity.HIGH, Location.ofFile("z.yml"))
                .message("There are others")
                .remedy("Correct some")
                .subject(Finding.MORE)
                .build();

        assertThat(Samples.judge(PolicyLayer.none(), Samples.workflows(more))
                        .verdict()
                        .reasons())
                .containsExactly("other findings of severity high or above");
    }
}
