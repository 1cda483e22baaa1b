package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.file.FileProblem;
import io.github.mavenhardening.core.lock.change.LockChange;
import io.github.mavenhardening.core.policy.Policy;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.CheckoutView;
import io.github.mavenhardening.core.report.ConsoleReport;
import io.github.mavenhardening.core.report.ConsoleSettings;
import io.github.mavenhardening.core.report.Report;
import io.github.mavenhardening.core.report.ReportContext;
import io.github.mavenhardening.core.report.ReportWriter;
import io.github.mavenhardening.core.run.BackgroundTask;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.maven.session.SessionState;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** The parameters that the auditing goals share. A goal says which families it is about; {@link AuditRun} does the work. */
abstract class AuditMojo extends RepositoryMojo {

    /** Whether a crossed threshold fails the build; if not, it is reported as a warning. */
    @Parameter(property = "hardening.failOnViolation", defaultValue = "true")
    private boolean failOnViolation;

    /**
     * Whether the build fails for what was found only once all modules are built, so that the tests of later modules run. Needs
     * the plugin as a build extension; has no effect in a build that deploys, and on findings that say that what was vouched for
     * does not hold.
     */
    @Parameter(property = "hardening.failAtEnd", defaultValue = "false")
    private boolean failAtEnd;

    /** The reports to write, by their formats; the page on reports lists them. */
    @Parameter(property = "hardening.formats", defaultValue = "html,sarif,json")
    private List<String> formats;

    /**
     * Whether SARIF lists suppressed findings, too, marked as such. GitHub's code scanning does not act on the mark and opens
     * an alert for each. JSON lists them always.
     */
    @Parameter(property = "hardening.sarifSuppressed", defaultValue = "false")
    private boolean sarifSuppressed;

    /**
     * Whether findings are shown in the job of GitHub Actions that runs the build, as annotations and in its summary: true,
     * false, or auto for where there is such a job.
     */
    @Parameter(property = "hardening.github", defaultValue = "auto")
    private String github;

    /** Where the reports go. Else {@code target/hardening} in the repository's root. */
    @Parameter(property = "hardening.outputDirectory")
    private File outputDirectory;

    /** Adds an estimate of what OpenSSF Scorecard gives for nine of its checks, those that files decide. */
    @Parameter(property = "hardening.scorecard", defaultValue = "false")
    private boolean scorecard;

    /** Lists every finding, and a line for each family, where the log has as much as a screen holds otherwise. */
    @Parameter(property = "hardening.verbose", defaultValue = "false")
    private boolean verbose;

    /** The module; a stand-in without a file where there is no POM. */
    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Inject
    private RepositorySystem system;

    /** The families that this goal is about. */
    abstract Set<Family> families();

    @Override
    final void execute(Path folder, SessionState state)
            throws IOException, MojoExecutionException, MojoFailureException {
        boolean onGitHub = GitHubJob.isWanted(github, System.getenv());
        FamilyAudits audits = audits(folder);
        audits.begin(families(), state);
        BackgroundTask<Void> reading = WarmUp.reading(notLookedAt(state));
        Checks checks = LoadedChecks.get();
        List<Report> reports = LoadedChecks.reports().select("hardening.formats", formats);
        Repository repository = repository(folder, state);
        Hardening hardening = shared(folder, repository, state, checks);
        if (families().contains(Family.DEPENDENCIES)) {
            LockReview.begin(session(), folder, hardening, state);
        }
        reading.join();
        for (Setting setting : hardening.policy().inForce()) {
            getLog().debug("Setting " + setting.name() + "=" + setting.value() + " (" + setting.place() + ")");
        }
        Path target = output(folder);
        ReportWriter writer = new ReportWriter(target.toAbsolutePath());
        CheckoutView checkout = new ReportedCheckout(repository);
        ConsoleReport console = new ConsoleReport(console(checks, checkout, files(reports, writer.folderFrom(folder))));
        AuditRun run = new AuditRun(hardening, state, audits, console);
        ReportContext known = ReportContext.of(execution().getVersion(), checks, repository::isFile)
                .rootedAt(nameOf(folder))
                .of(checkout)
                .naming(commands())
                .suppressedInSarif(sarifSuppressed);
        Optional<Reported> before = state.shared(Reported.class);
        BackgroundTask<Void> reporting = WarmUp.reporting(before.isEmpty() ? reports : List.of(), hardening, known);
        Result result = run.look(families());
        reporting.join();
        Optional<LockChange> change = LockReview.change(state);
        ReportContext context = change.isPresent() ? known.bringing(change.get()) : known;
        Reported now = state.share(
                Reported.class, new Reported(state.revision(), hardening.policy(), target, formats, sarifSuppressed));
        boolean written = before.isPresent() && now.isLike(before.get()) && writer.hasWritten(reports);
        List<BackgroundTask<List<String>>> writing =
                written ? List.of() : write(reports, run.soFar(), context, writer, folder);
        Optional<String> notice = LockReview.notice(state, commands());
        if (notice.isPresent() && state.tellOnce(notice.get())) {
            getLog().info(notice.get());
        }
        Optional<Result> news = run.tell(result, context.root(), verbatim());
        for (BackgroundTask<List<String>> report : writing) {
            for (String warning : report.join()) {
                getLog().warn(warning);
            }
        }
        // A report is named once it is written.
        if (news.isPresent()) {
            run.advise(news.get(), verbatim());
        }
        if (onGitHub) {
            show(run.soFar(), context, state);
        }
        if (failOnViolation && !result.verdict().passed()) {
            MojoFailureException failure =
                    new MojoFailureException(console.failureText(result, writer.folderFrom(folder)));
            if (!failAtEnd || !new LeftToEnd(session(), state, getLog()).leave(failure, result, execution())) {
                throw failure;
            }
        }
    }

    @Override
    final Path output(Path folder) {
        return outputDirectory == null ? super.output(folder) : outputDirectory.toPath();
    }

    private Set<Family> notLookedAt(SessionState state) {
        Set<Family> due = EnumSet.copyOf(families());
        due.removeIf(state::wasAudited);
        return due;
    }

    /** What the reports were written of: of the same they would be the same. */
    private record Reported(int revision, Policy policy, Path target, List<String> formats, boolean sarifSuppressed) {

        /** Whether they are equal; the revision alone mostly tells that they are not, and policies are large. */
        boolean isLike(Reported other) {
            return revision == other.revision && equals(other);
        }
    }

    private ConsoleSettings console(Checks checks, CheckoutView checkout, List<String> files) {
        return new ConsoleSettings(checks, commands(), checkout, files, LogTerminal.find(), verbose, !failOnViolation);
    }

    /** The reports as messages name them, with slashes on every system. */
    private static List<String> files(List<Report> reports, String folder) {
        List<String> files = new ArrayList<>();
        for (Report report : reports) {
            files.add(folder.replace(File.separatorChar, '/') + "/" + report.fileName());
        }
        return files;
    }

    private void show(Result result, ReportContext context, SessionState state) {
        Optional<GitHubJob> known = state.shared(GitHubJob.class);
        GitHubJob job = known.isPresent() ? known.get() : state.share(GitHubJob.class, GitHubJob.of(state));
        job.show(result, context, line -> StandardOutput.line(session(), line), System.getenv())
                .forEach(getLog()::warn);
    }

    /** Writes the reports while the findings are logged: thousands of them take a while both ways. */
    private static List<BackgroundTask<List<String>>> write(
            List<Report> reports, Result result, ReportContext context, ReportWriter writer, Path root) {
        List<BackgroundTask<List<String>>> writing = new ArrayList<>();
        for (Report report : reports) {
            writing.add(BackgroundTask.start("hardening-report-" + report.format(), () -> {
                try {
                    return writer.write(List.of(report), result, context);
                } catch (IOException e) {
                    throw new UncheckedIOException(
                            FileProblem.text(e, root)
                                    + "; -Dhardening.outputDirectory=<folder> writes reports elsewhere",
                            e);
                }
            }));
        }
        return writing;
    }

    private FamilyAudits audits(Path folder) {
        Plugin caller = execution().getMojoDescriptor().getPluginDescriptor().getPlugin();
        return new FamilyAudits(system, session(), project, others(), caller, folder, scorecard);
    }

    /**
     * What else of a reactor this execution stands for. Maven runs a goal of the command line that needs no project once, in
     * the top project, as if it were an aggregator: the modules never have a turn of their own.
     */
    private List<MavenProject> others() {
        boolean isOnlyOne =
                execution().getSource() == MojoExecution.Source.CLI && session().getProjects() != null;
        return isOnlyOne ? session().getProjects() : List.of();
    }
}
