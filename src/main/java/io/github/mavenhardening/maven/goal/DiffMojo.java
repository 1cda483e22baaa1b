package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.file.AtomicFile;
import io.github.mavenhardening.core.lock.change.LockChange;
import io.github.mavenhardening.core.report.LockChangeJson;
import io.github.mavenhardening.core.report.LockChangeMarkdown;
import io.github.mavenhardening.core.report.LockChangeText;
import io.github.mavenhardening.core.report.MarkdownReport;
import io.github.mavenhardening.core.report.ReportWriter;
import io.github.mavenhardening.core.report.SpelledResult;
import io.github.mavenhardening.core.source.ChangeSince;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.maven.session.ChosenRoot;
import io.github.mavenhardening.maven.session.RepositoryLocator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows what a change brings to the lock, for whoever reviews it: versions, other bytes of the same version, other signers and
 * repositories, what runs in the build, machine code, licences, age and lookalikes, the worst first. The whole of it goes to
 * <code>hardening-diff.md</code> and <code>hardening-diff.json</code>. Nobody is asked: what neither the lock's record nor the
 * local repository has is named as not known. Fails where the locks cannot be compared, and never for what it shows.
 */
@Mojo(name = "diff", requiresProject = false, aggregator = true, threadSafe = true)
public final class DiffMojo extends RootMojo {

    /**
     * What the change is compared with: a branch, tag or commit. Else as the CI service says, then {@code origin/HEAD}. Compared is
     * the commit at which the current branch left it.
     */
    @Parameter(property = "hardening.base")
    private String base;

    /** Where the files go. Else {@code target/hardening} in the repository's root. */
    @Parameter(property = "hardening.outputDirectory")
    private File outputDirectory;

    /**
     * Whether the change is shown in the summary of the job of GitHub Actions that runs the build: true, false, or auto for where
     * there is such a job.
     */
    @Parameter(property = "hardening.github", defaultValue = "auto")
    private String github;

    @Override
    void run(ChosenRoot chosen) throws IOException, MojoExecutionException {
        chosen.ignored().ifPresent(getLog()::warn);
        Path target = (outputDirectory == null
                        ? chosen.path().resolve(RepositoryLocator.OUTPUT)
                        : outputDirectory.toPath())
                .toAbsolutePath();
        LockChange change = compare(chosen.path());
        write(target, change);
        if (change.problem().isPresent() && !change.isNoRequest()) {
            throw new MojoExecutionException(LockChangeText.summary(change));
        }
        tell(change, new ReportWriter(target).folderFrom(chosen.path()));
    }

    private LockChange compare(Path folder) {
        Optional<String> named = Optional.ofNullable(base).map(String::strip).filter(name -> !name.isEmpty());
        Environment environment = new Environment(Clock.systemUTC(), System.getenv(), named, Optional.empty());
        Repository repository = RepositoryLocator.open(session(), folder);
        ChangeSince change = ChangeSince.of(repository, ChangeSince.BASE, environment);
        return SpelledResult.of(LockReview.compare(session(), folder, repository, change), commands());
    }

    private void write(Path target, LockChange change) throws IOException {
        Files.createDirectories(target);
        // Silent: the text says itself what was cut, and the JSON file has all.
        AtomicFile.write(
                target.resolve("hardening-diff.md"),
                LockChangeMarkdown.encodeWithin(change, MarkdownReport.LIMIT).bytes());
        AtomicFile.write(
                target.resolve("hardening-diff.json"),
                LockChangeJson.encode(change, execution().getVersion()));
        if (GitHubJob.isWanted(github, System.getenv())) {
            new GitHubJob()
                    .summarise(room -> LockChangeMarkdown.encodeWithin(change, room), System.getenv())
                    .forEach(getLog()::warn);
        }
    }

    private void tell(LockChange change, String folder) {
        getLog().info(LockChangeText.summary(change));
        LockChangeText.lines(change).forEach(getLog()::info);
        LockChangeText.gaps(change).forEach(gap -> getLog().warn("Not known: " + gap));
        getLog().info("Wrote " + folder.replace(File.separatorChar, '/') + "/hardening-diff.md (also .json)");
    }
}
