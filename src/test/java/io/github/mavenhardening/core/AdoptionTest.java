package io.github.mavenhardening.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.baseline.Baseline;
import io.github.mavenhardening.core.baseline.BaselineFile;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.policy.BaselineState;
import io.github.mavenhardening.core.policy.BaselineUpdate;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.CheckoutView;
import io.github.mavenhardening.core.report.Commands;
import io.github.mavenhardening.core.report.ConsoleLine;
import io.github.mavenhardening.core.report.ConsoleReport;
import io.github.mavenhardening.core.report.ConsoleSettings;
import io.github.mavenhardening.core.run.BuildFilesAudit;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.GitFolder;
import io.github.mavenhardening.core.source.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The first days with real repositories, as far as their CI files lie in the folder beside the project: what a person sees of
 * a first run, and what a baseline makes of it. Skipped, visibly, for each that is not there.
 */
class AdoptionTest {

    private static final Path REPOSITORIES = Path.of("..", "shared", "conformance", "repositories");
    private static final Checks CHECKS = Checks.load(AdoptionTest.class.getClassLoader());
    private static final Environment ENVIRONMENT =
            new Environment(Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC), Map.of());

    /** What one reads without scrolling far. */
    private static final int SCREEN = 60;

    private static final String UNPINNED = "unpinned-uses";

    @TempDir
    Path root;

    /** Isolates JGit before it is used to set the stage, or it measures the file system for seconds. */
    @BeforeEach
    void isolate() {
        assertThat(GitFolder.none().isPresent()).isFalse();
    }

    private void copyOf(String repository) throws IOException {
        Path original = REPOSITORIES.resolve(repository);
        assumeTrue(Files.isDirectory(original), () -> "the CI files of the repository are not there: " + original);
        try (Stream<Path> all = Files.walk(original)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve(original.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file));
            }
        }
    }

    private Hardening hardening() throws IOException {
        return new Hardening(
                new Repository(new Checkout(root), Optional.empty()),
                ENVIRONMENT,
                CHECKS,
                PolicyLayer.none(),
                Optional.empty());
    }

    private static Result judged(Hardening hardening) {
        return hardening.judge(List.of(
                hardening.audit(new WorkflowAudit()),
                hardening.audit(new BuildFilesAudit()),
                hardening.audit(new SecurityInsightsAudit(Optional.empty())),
                hardening.audit(new PostureAudit(Optional.empty()))));
    }

    /** As the goal shows it at the defaults, where its prefix is not known and commands are as long as can be. */
    private List<String> console(Result result) {
        CheckoutView checkout = path -> {
            try {
                return Optional.of(Files.readString(root.resolve(path)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        ConsoleSettings settings = new ConsoleSettings(
                CHECKS,
                Commands.ofVersion("0.1.0-SNAPSHOT"),
                checkout,
                List.of(
                        "target/hardening/hardening.html",
                        "target/hardening/hardening.json",
                        "target/hardening/hardening.sarif"),
                ConsoleSettings.Terminal.unknown(),
                false,
                false);
        List<String> lines = new ArrayList<>();
        for (ConsoleLine line : new ConsoleReport(settings).lines(result, ".")) {
            lines.add(line.text());
        }
        return lines;
    }

    /** The last columns: where somebody else decides what a run with secrets works on, by reading the files. */
    @ParameterizedTest
    @CsvSource({
        "checkstyle__checkstyle, dangerous-triggers, issue_comment",
        "dropwizard__dropwizard, dangerous-triggers, pull_request_target",
        "netty__netty, dangerous-triggers, workflow_run",
        "dependency-check__DependencyCheck, '', ''",
        "ossf__scorecard, '', ''"
    })
    void firstRunFitsAScreenAndBeginsWithTheMostDangerous(String repository, String check, String subject)
            throws Exception {
        copyOf(repository);
        List<String> plain = console(judged(hardening()));
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("x")
                    .setAuthor("x", "x@example.org")
                    .setCommitter("x", "x@example.org")
                    .setSign(false)
                    .call();
        }
        List<String> ofClone = console(judged(hardening()));

        for (List<String> lines : List.of(plain, ofClone)) {
            assertThat(lines).hasSizeLessThanOrEqualTo(SCREEN);
            List<String> groups = lines.stream()
                    .filter(line -> line.matches("[a-z-]+ \\([a-z]+\\): .*"))
                    .toList();
            assertThat(groups).isNotEmpty();
            if (!check.isEmpty()) {
                assertThat(groups.stream().limit(5)).anyMatch(line -> line.startsWith(check + " ("));
                assertThat(lines).anyMatch(line -> line.contains(" " + check + " '" + subject + "'"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkstyle__checkstyle",
                "dropwizard__dropwizard",
                "netty__netty",
                "dependency-check__DependencyCheck"
            })
    void baselineHoldsTheGateAndShrinks(String repository) throws IOException {
        copyOf(repository);
        Result first = judged(hardening());
        assertThat(first.verdict().passed()).isFalse();
        Baseline all = update(first, Optional.empty());
        Finding known = first.counting().stream()
                .map(EvaluatedFinding::finding)
                .filter(finding -> finding.checkId().equals(UNPINNED))
                .findFirst()
                .orElseThrow();
        Location place = known.primary();
        Path file = root.resolve(place.path());
        String before = Files.readString(file);

        Result accepted = judged(hardening());
        assertThat(accepted.verdict().passed()).as("with the baseline").isTrue();
        assertThat(fresh(accepted)).isEmpty();

        // One more unpinned action.
        Files.writeString(file, withStepBefore(before, place.line(), "example/new@v1"));
        Result worse = judged(hardening());
        assertThat(worse.verdict().passed()).as("with one more").isFalse();
        assertThat(fresh(worse)).containsExactly(UNPINNED + " example/new@v1");
        assertThat(worse.failing()).hasSize(1);
        assertThat(BaselineUpdate.of(worse, Optional.of(all), false, "1", CHECKS)
                        .next())
                .as("a baseline that nobody asked to grow")
                .isEqualTo(all);

        // One of the known ones is pinned.
        Files.writeString(file, pinned(before, place.line()));
        Result better = judged(hardening());
        assertThat(better.verdict().passed()).as("with one fixed").isTrue();
        assertThat(better.comparison().gone().keySet())
                .extracting(entry -> entry.check())
                .containsExactly(UNPINNED);
        Baseline next = update(better, Optional.of(all));
        assertThat(next.size()).isEqualTo(all.size() - 1);
        assertThat(judged(hardening()).comparison().gone()).isEmpty();

        // What was fixed cannot come back.
        Files.writeString(file, before);
        Result again = judged(hardening());
        assertThat(again.verdict().passed()).as("with the fixed one back").isFalse();
        assertThat(fresh(again)).containsExactly(UNPINNED + " " + known.subject());
    }

    private Baseline update(Result result, Optional<Baseline> before) throws IOException {
        BaselineUpdate update = BaselineUpdate.of(result, before, false, "1", CHECKS);
        assertThat(update.refused()).isEmpty();
        assertThat(update.cut()).isEmpty();
        Path file = root.resolve(Baseline.LOCATION);
        Files.createDirectories(file.getParent());
        Files.write(file, BaselineFile.bytes(update.next()));
        return update.next();
    }

    private static List<String> fresh(Result result) {
        List<String> fresh = new ArrayList<>();
        for (EvaluatedFinding judged : result.counting()) {
            if (judged.baseline().equals(Optional.of(BaselineState.NEW))) {
                fresh.add(judged.finding().checkId() + " " + judged.finding().subject());
            }
        }
        return fresh;
    }

    /** A step that uses an action, before the one that has such a line. */
    private static String withStepBefore(String text, int line, String uses) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int step = line - 1;
        while (!lines.get(step).stripLeading().startsWith("- ")) {
            step--;
        }
        String indent = lines.get(step).substring(0, lines.get(step).indexOf('-'));
        lines.add(step, indent + "- uses: " + uses);
        return String.join("\n", lines) + "\n";
    }

    private static String pinned(String text, int line) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        String pinned = lines.get(line - 1).replaceFirst("@([\\w.-]+).*", "@" + "5".repeat(40) + " # $1");
        lines.set(line - 1, pinned);
        return String.join("\n", lines) + "\n";
    }
}
