package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTest {

    private final MarkdownReport report = new MarkdownReport();

    @Test
    void showsTheResult() {
        assertThat(report.render(Samples.rich(), Samples.CONTEXT))
                .isEqualTo("""
                ## Hardening: failed

                - 2 findings of severity high or above

                Findings: 1 critical, 1 high, 1 info; 1 suppressed. Looked at 210 artifacts, 2 files, 1 reference.

                | check | worst | findings | fixable |
                |---|---|---:|---:|
                | [sample-mismatch](<PAGES/sample-mismatch.md>) | critical | 1 | 0 |
                | [sample-reference](<PAGES/sample-reference.md>) | high | 1 | 1 |
                | [sample-note](<PAGES/sample-note.md>) | info | 1 | 0 |

                ### Not looked at

                - dependencies: could not check: The lock cannot be read

                ### [sample-mismatch](<PAGES/sample-mismatch.md>)

                An artifact is not the one that was locked

                - **critical** (repository) org.example:a:jar:1 is not the file that was locked. Delete it and build again.

                ### [sample-reference](<PAGES/sample-reference.md>)

                A reference is not pinned

                - **high** .github/workflows/ci.yml:12:15 actions/checkout<span>@</span>v4 is not pinned. Pin it to a commit.

                ### [sample-note](<PAGES/sample-note.md>)

                Something to know

                - **info** docs/a b\\#c%.md this is worth a look. Look at it.
                """.replace("PAGES", Tool.pageUrl("checks")));
    }

    @Test
    void listsFindingsWithARemedyOnce() {
        Finding first = Samples.reference("a.yml", new Span(0, 1, 1, 2, 1, 3)).build();
        Finding second = Samples.reference("b.yml", new Span(0, 1, 4, 2, 4, 3)).build();

        assertThat(report.render(Samples.judge(PolicyLayer.none(), Samples.workflows(first, second)), Samples.CONTEXT))
                .endsWith("""

                        A reference is not pinned

                        - **high** a.yml:1:2 actions/checkout<span>@</span>v4 is not pinned. Pin it to a commit.
                        - **high** b.yml:4:2 actions/checkout<span>@</span>v4 is not pinned.
                        """);
    }

    @Test
    void countsWhatIsKnownAndSuppressed() {
        String text = report.render(Samples.compared(), Samples.CONTEXT);

        assertThat(text)
                .contains(
                        "Findings: 1 critical, 1 high, 1 info; 1 of them known or untouched, and not listed; 1 suppressed."
                                + " Looked at 210 artifacts, 2 files, 1 reference.")
                .doesNotContain("### [sample-reference]");
    }

    @Test
    void saysThatNothingWasLookedAt() {
        assertThat(report.render(Samples.judge(PolicyLayer.none()), Samples.CONTEXT))
                .isEqualTo("## Hardening: passed\n\nFindings: no findings. Nothing was looked at.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '"',
            value = {
                "a|b § a\\|b",
                "`rm -rf` § \\`rm -rf\\`",
                "<script>alert(1)</script> § \\<script\\>alert(1)\\</script\\>",
                "<!-- § \\<\\!--",
                "[x](https://evil.example.org) § \\[x\\](https\\://evil.example.org)",
                "![x](y.png) § \\!\\[x\\](y.png)",
                "www.evil.example.org § www\\.evil.example.org",
                "WWW.evil.example.org § WWW\\.evil.example.org",
                "@octocat a@b.org § <span>@</span>octocat a<span>@</span>b.org",
                "**b** _i_ ~~s~~ § \\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~",
                "- x § \\- x",
                "# x § \\# x",
                "$x$ § \\$x\\$",
                "a\\|b § a\\\\\\|b",
                "&lt;b&gt; § \\&lt;b\\&gt;"
            })
    void letsNoTextDoAnything(String text, String markdown) {
        assertThat(MarkdownText.of(text)).isEqualTo(markdown);
    }

    @Test
    void keepsHostileTextsOnTheirLines() {
        String text = report.render(Samples.hostile(), Samples.CONTEXT);

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
        assertThat(text).doesNotContain("\r", "\u001b", "\u202e", "\u200b", "[click]", "https://evil");
        assertThat(text.lines()).noneMatch(line -> line.strip().startsWith("::"));
        assertThat(text).contains("x\\\\u000a::error::y");
    }

    @Test
    @Timeout(180)
    void isCutWhereGitHubWouldTakeNothing() {
        Result result = Samples.many(30_000);

        Report.Encoded encoded = report.encodeWithin(result, Samples.CONTEXT);
        String text = new String(encoded.bytes(), StandardCharsets.UTF_8);

        assertThat(encoded.bytes().length).isBetween(1_000_000, MarkdownReport.LIMIT);
        long listed = text.lines().filter(line -> line.startsWith("- **")).count();
        assertThat(encoded.cut())
                .containsExactly(
                        "the " + listed + " most dangerous of 30000 findings are listed, which is as much as GitHub"
                                + " takes; the JSON report lists all");
        assertThat(text).endsWith("\nCut: " + encoded.cut().get(0) + ".\n");
        assertThat(text.lines().filter(line -> line.startsWith("- **critical"))).hasSize(3_000);
    }

    @Test
    void fitsIntoWhatIsLeft() {
        Result result = Samples.many(50);

        for (int room : new int[] {0, 150, 201, 300, 600, 2_000}) {
            Report.Encoded encoded = report.encodeWithin(result, Samples.CONTEXT, room);

            assertThat(encoded.bytes().length).isLessThanOrEqualTo(Math.max(room, 250));
            assertThat(encoded.cut()).hasSize(1);
        }
    }

    @Test
    void marksTheWorstOfACheck() {
        Finding low = Samples.reference("a.yml", new Span(0, 1, 1, 2, 1, 3))
                .severity(Severity.LOW)
                .subject("low")
                .build();
        Finding critical = Samples.reference("b.yml", new Span(0, 1, 4, 2, 4, 3))
                .severity(Severity.CRITICAL)
                .build();

        String text =
                report.render(Samples.judge(PolicyLayer.none(), Samples.workflows(low, critical)), Samples.CONTEXT);

        assertThat(text).contains("| critical | 2 | 0 |");
        assertThat(text.indexOf("- **critical")).isLessThan(text.indexOf("- **low"));
    }
}
