package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.PolicyEvaluator;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Reference;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.MarkdownReport;
import io.github.mavenhardening.core.report.ReportContext;
import io.github.mavenhardening.core.run.AuditResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubJobTest {

    private static final Checks CHECKS = Checks.load(Check.class.getClassLoader());
    private static final ReportContext CONTEXT = ReportContext.of("1.2.3", CHECKS, path -> false);

    @TempDir
    Path folder;

    private final GitHubJob job = new GitHubJob();
    private final List<String> out = new ArrayList<>();
    private Path summary;

    @BeforeEach
    void setUp() {
        summary = folder.resolve("summary.md");
    }

    private static Result result(int findings) {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < findings; i++) {
            found.add(Finding.of("unpinned-uses", Severity.HIGH, Location.ofFile("w" + i + ".yml"))
                    .message("octo/action@v" + i + " is not pinned")
                    .remedy("Pin it")
                    .build());
        }
        AuditResult audit = new AuditResult(
                Family.WORKFLOWS,
                AuditResult.Outcome.CHECKED,
                found,
                new TreeMap<>(Map.of("files", findings)),
                List.of(),
                List.of());
        return new PolicyEvaluator(PolicyLayer.none().toPolicy(), CHECKS, LocalDate.of(2026, 11, 26), Reference.none())
                .judge(List.of(audit));
    }

    private List<String> show(Result result) {
        return job.show(result, CONTEXT, out::add, Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
    }

    private static String markdown(int findings) {
        return new MarkdownReport().render(result(findings), CONTEXT);
    }

    @Test
    void isWantedWhereGitHubRunsTheBuild() {
        assertThat(GitHubJob.isWanted("auto", Map.of("GITHUB_ACTIONS", "true"))).isTrue();
        assertThat(GitHubJob.isWanted("auto", Map.of())).isFalse();
        assertThat(GitHubJob.isWanted("auto", Map.of("CI", "true"))).isFalse();
        assertThat(GitHubJob.isWanted(" TRUE", Map.of())).isTrue();
        assertThat(GitHubJob.isWanted("false", Map.of("GITHUB_ACTIONS", "true")))
                .isFalse();
        assertThatThrownBy(() -> GitHubJob.isWanted("yes", Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("hardening.github")
                .hasMessageContaining("auto, true and false");
    }

    @Test
    void addsToWhatOthersWrote() throws IOException {
        Files.writeString(summary, "# Tests\n\nall green");

        assertThat(show(result(1))).isEmpty();

        assertThat(summary).hasContent("# Tests\n\nall green\n" + markdown(1));
        assertThat(out).hasSize(1).first().asString().startsWith("::error file=w0.yml,title=high unpinned-uses::");
    }

    @Test
    void replacesWhatItWroteItself() throws IOException {
        show(result(2));
        show(result(1));
        show(result(3));

        assertThat(summary).hasContent(markdown(3));
        assertThat(out).hasSize(3);

        Files.writeString(summary, markdown(3) + "more\n");
        show(result(1));
        assertThat(summary).hasContent(markdown(3) + "more\n\n" + markdown(1));
    }

    @Test
    void keepsWithinWhatGitHubShows() throws IOException {
        Files.writeString(summary, "x".repeat(MarkdownReport.LIMIT - 3_000));

        assertThat(show(result(200))).hasSize(1).first().asString().startsWith("Summary of the job: ");
        assertThat(Files.size(summary)).isLessThanOrEqualTo(MarkdownReport.LIMIT);

        Files.writeString(summary, "x".repeat(MarkdownReport.LIMIT - 50));
        assertThat(show(result(1)))
                .containsExactly("Summary of the job: nothing is added, as it would be larger than GitHub shows");
        Files.writeString(summary, "x".repeat(MarkdownReport.LIMIT + 50));
        assertThat(show(result(1)))
                .containsExactly("Summary of the job: nothing is added, as it is larger than GitHub shows");
        assertThat(Files.size(summary)).isEqualTo(MarkdownReport.LIMIT + 50);
    }

    @Test
    void saysThatItCannotWrite() {
        summary = folder.resolve("none/summary.md");

        assertThat(show(result(1)))
                .containsExactly(
                        "The summary of the job cannot be written: GITHUB_STEP_SUMMARY is not a file that can be"
                                + " written to");
        assertThat(job.show(result(1), CONTEXT, out::add, Map.of())).isEmpty();
    }
}
