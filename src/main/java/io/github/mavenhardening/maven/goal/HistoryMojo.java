package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.file.AtomicFile;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.history.History;
import io.github.mavenhardening.core.history.HistoryJson;
import io.github.mavenhardening.core.history.HistoryPoint;
import io.github.mavenhardening.core.history.HistoryRun;
import io.github.mavenhardening.core.policy.Against;
import io.github.mavenhardening.core.report.ReportWriter;
import io.github.mavenhardening.core.report.page.HistoryPage;
import io.github.mavenhardening.core.source.GitHistory;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.Version;
import io.github.mavenhardening.maven.session.SessionState;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Audits the last tags or commits as well, from Git's objects, and draws how the repository stood over time:
 * <code>hardening-history.html</code> and <code>hardening-history.json</code>. Judges by the policy of today and fails no build.
 */
@Mojo(name = "history", requiresProject = false, aggregator = true, threadSafe = true)
public final class HistoryMojo extends RepositoryMojo {

    private static final int MOST = 1000;

    /** So many lines are shown; the page has all. */
    private static final int SHOWN = 20;

    /** Fewer tags draw no line. */
    private static final int LINE = 2;

    /** What to look at: tags, commits (of the branch that is checked out), or auto for tags where they draw a line. */
    @Parameter(property = "hardening.each", defaultValue = "auto")
    private String each;

    /** How many of them, counted back from the latest. */
    @Parameter(property = "hardening.last", defaultValue = "20")
    private int last;

    /** Where the page and the JSON file go. Else {@code target/hardening} in the repository's root. */
    @Parameter(property = "hardening.outputDirectory")
    private File outputDirectory;

    /** Every finding: what a commit is compared with is the commit before it. */
    @Override
    Against against(Repository repository) {
        return Against.usual();
    }

    @Override
    void execute(Path folder, SessionState state) throws IOException, MojoExecutionException {
        if (last < 1 || last > MOST) {
            throw new ConfigurationException("hardening.last", "Must be a number from 1 to " + MOST);
        }
        Repository repository = repository(folder, state);
        Hardening today = hardening(folder, repository, state, LoadedChecks.get());
        Optional<GitHistory> known = repository.git().history();
        if (known.isEmpty()) {
            throw new MojoExecutionException("There is no Git repository here, so that there is no history to look at");
        }
        History history;
        try (GitHistory git = known.get()) {
            List<Version> versions = versions(git);
            if (versions.isEmpty()) {
                throw new MojoExecutionException(
                        each.equals("tags") ? "No tag stands at a commit" : "There is no commit yet");
            }
            history = new HistoryRun(git, today, repository.slug()).look(versions);
            if (git.isShallow()) {
                getLog().warn("The clone is shallow: commits before its first one are not known");
            }
        }
        tell(history);
        write(folder, history, new ReportedCheckout(repository));
    }

    private List<Version> versions(GitHistory git) throws IOException {
        return switch (each) {
            case "tags" -> git.tagged(last);
            case "commits" -> git.commits(last);
            case "auto" -> {
                List<Version> tagged = git.tagged(last);
                yield tagged.size() < Math.min(LINE, last) ? git.commits(last) : tagged;
            }
            default -> throw new ConfigurationException("hardening.each", "Must be tags, commits or auto");
        };
    }

    private void tell(History history) {
        List<HistoryPoint> points = history.points();
        int from = Math.max(0, points.size() - SHOWN);
        if (from > 0) {
            getLog().info(Count.of(from, "earlier commits") + " in the page");
        }
        points.subList(from, points.size()).forEach(point -> getLog().info(line(point)));
        List<String> gaps = history.gaps();
        gaps.stream().limit(SHOWN).forEach(gap -> getLog().warn(Sanitizer.line("Could not check: " + gap)));
        if (gaps.size() > SHOWN) {
            getLog().warn("Could not check: " + (gaps.size() - SHOWN) + " more, in the page");
        }
        history.limits().forEach(getLog()::info);
    }

    private static String line(HistoryPoint point) {
        LocalDate day = LocalDate.ofInstant(point.version().time(), ZoneOffset.UTC);
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.worstFirst()) {
            if (point.counts().get(severity) > 0) {
                counts.add(point.counts().get(severity) + " " + severity.label());
            }
        }
        String stands = !point.looked()
                ? "not looked at"
                : (point.passed() ? "passed" : "FAILED") + (counts.isEmpty() ? "" : "  " + String.join(", ", counts));
        return Sanitizer.line(
                String.format(Locale.ROOT, "%s  %-12s  %s", day, point.version().name(), stands));
    }

    @Override
    final Path output(Path folder) {
        return outputDirectory == null ? super.output(folder) : outputDirectory.toPath();
    }

    private void write(Path folder, History history, ReportedCheckout checkout) throws IOException {
        Path target = output(folder).toAbsolutePath();
        String version = execution().getVersion();
        Files.createDirectories(target);
        AtomicFile.write(
                target.resolve("hardening-history.html"), HistoryPage.encode(history, checkout.provenance(), version));
        AtomicFile.write(target.resolve("hardening-history.json"), HistoryJson.encode(history, version));
        String shown = new ReportWriter(target).folderFrom(folder).replace(File.separatorChar, '/');
        getLog().info("Wrote " + shown + "/hardening-history.html (also .json)");
    }
}
