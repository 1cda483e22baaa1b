package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.lock.change.LockChange;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.Report;
import io.github.mavenhardening.core.report.ReportContext;
import io.github.mavenhardening.core.report.ReportWriter;
import io.github.mavenhardening.core.report.page.HtmlReport;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.maven.session.SessionState;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes the page about everything that the checks find into the project's site; never fails for what it finds. It is about the
 * repository as a whole, so that only the site of the module in which Maven was started has it.
 */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
public final class ReportMojo extends RepositoryMojo implements MavenReport {

    /** Where the site is made; the site plugin sets it, too. */
    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true, required = true)
    private File reportOutputDirectory;

    @Inject
    private RepositorySystem system;

    private final Report page = new HtmlReport();

    @Override
    void execute(Path folder, SessionState state) throws IOException, MojoExecutionException {
        Checks checks = LoadedChecks.get();
        Repository repository = repository(folder, state);
        Hardening hardening = hardening(folder, repository, state, checks);
        LockReview.begin(session(), folder, hardening, state);
        Result result = FamilyAudits.ofAllModules(system, session(), execution(), folder, hardening, state);
        ReportContext context = ReportContext.of(execution().getVersion(), checks, repository::isFile)
                .rootedAt(nameOf(folder))
                .of(new ReportedCheckout(repository))
                .naming(commands());
        Optional<LockChange> change = LockReview.change(state);
        Path site = filledIn(reportOutputDirectory).toAbsolutePath();
        new ReportWriter(site)
                .write(List.of(page), result, change.isPresent() ? context.bringing(change.get()) : context)
                .forEach(getLog()::warn);
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            execute();
        } catch (MojoExecutionException | MojoFailureException e) {
            throw new MavenReportException(e.getMessage(), e);
        }
    }

    @Override
    public boolean canGenerateReport() {
        return Objects.equals(session().getTopLevelProject(), session().getCurrentProject());
    }

    /** The page stands by itself: it has no place in the site's skin. */
    @Override
    public boolean isExternalReport() {
        return true;
    }

    /** Its successor, which older site plugins do not know, asks it. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return page.fileName().replaceFirst("\\.html$", "");
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "Supply chain hardening";
    }

    @Override
    public String getDescription(Locale locale) {
        return "Whether workflows, dependencies, Security Insights and the repository's set-up are hardened";
    }

    @Override
    public File getReportOutputDirectory() {
        return reportOutputDirectory;
    }

    @Override
    public void setReportOutputDirectory(File folder) {
        reportOutputDirectory = folder;
    }
}
