package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.ConsoleReport;
import io.github.mavenhardening.core.report.Report;
import io.github.mavenhardening.core.report.ReportContext;
import io.github.mavenhardening.core.report.ReportWriter;
import io.github.mavenhardening.core.report.Reports;
import io.github.mavenhardening.core.run.BackgroundTask;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.maven.session.ChosenRoot;
import io.github.mavenhardening.maven.session.CommandLine;
import io.github.mavenhardening.maven.session.RepositoryLocator;
import io.github.mavenhardening.maven.session.SessionState;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** The parameters that the auditing goals share. A goal says which families it is about; {@link AuditRun} does the work. */
abstract class AuditMojo extends AbstractMojo {

    /**
     * The repository's root, followed from the command line alone. Else the nearest ancestor with {@code .git}, then with
     * {@code .mvn}, then where Maven runs.
     */
    @Parameter(property = "hardening.root")
    private File root;

    /** The policy file, relative to the root. Else {@code .mvn/hardening.yml}, then {@code .github/hardening.yml}. */
    @Parameter(property = "hardening.policyFile")
    private String policyFile;

    /**
     * The severity from which a finding fails the build: critical, high, medium, low, info or never. Else as the policy file
     * says, else high.
     */
    @Parameter(property = "hardening.failOn")
    private String failOn;

    /** The most findings of a severity that do not fail the build: {@code medium=3,low=10}. */
    @Parameter(property = "hardening.maximum")
    private List<String> maximum;

    /** Whether a crossed threshold fails the build; if not, it is reported as a warning. */
    @Parameter(property = "hardening.failOnViolation", defaultValue = "true")
    private boolean failOnViolation;

    /** Whose findings to show, in zizmor's terms: regular, pedantic or auditor. Else as the policy file says, else regular. */
    @Parameter(property = "hardening.persona")
    private String persona;

    /** Severities in place of the checks' own: {@code unpinned-uses=critical}. */
    @Parameter(property = "hardening.severities")
    private List<String> severities;

    /** Checks to switch on although the policy file switches them off, by id. */
    @Parameter(property = "hardening.enable")
    private List<String> enable;

    /** Checks to switch off, by id. */
    @Parameter(property = "hardening.disable")
    private List<String> disable;

    /** The reports to write: sarif, json. */
    @Parameter(property = "hardening.formats", defaultValue = "sarif,json")
    private List<String> formats;

    /** Where the reports go. Else {@code target/hardening} in the repository's root. */
    @Parameter(property = "hardening.outputDirectory")
    private File outputDirectory;

    /**
     * What a change is compared with: a branch, tag or commit. Else as the policy file says, then the CI service, then
     * {@code origin/HEAD}.
     */
    @Parameter(property = "hardening.base")
    private String base;

    /** Adds an estimate of what OpenSSF Scorecard gives for nine of its checks, those that files decide. */
    @Parameter(property = "hardening.scorecard", defaultValue = "false")
    private boolean scorecard;

    /** Skips the goal. */
    @Parameter(property = "hardening.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** The module; a stand-in without a file where there is no POM. */
    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Inject
    private RepositorySystem system;

    /** The families that this goal is about. */
    abstract Set<Family> families();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            tellSkipped();
            return;
        }
        try {
            ChosenRoot chosen = RepositoryLocator.root(session, root);
            Path folder = chosen.path();
            SessionState state = SessionState.of(session, folder, String.valueOf(policyFile));
            // One module at a time: the second finds the repository looked at and the first one's findings reported.
            synchronized (state) {
                if (chosen.ignored().isPresent()
                        && state.tellOnce(chosen.ignored().get())) {
                    getLog().warn(chosen.ignored().get());
                }
                audit(folder, state);
            }
        } catch (ConfigurationException e) {
            throw new MojoExecutionException("The configuration is invalid: " + e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException("Cannot read the repository or write the reports: " + e.getMessage(), e);
        }
    }

    /** Whoever types the command may skip; what is checked in must not do so unnoticed. */
    private void tellSkipped() {
        Path checkout = RepositoryLocator.root(session, null).path();
        if (CommandLine.of(session, checkout, System.getenv()).alone("hardening.skip")) {
            getLog().info("Skipping (hardening.skip=true)");
        } else {
            getLog().warn(
                            "Skipping (hardening.skip=true): this is not set on the command line, but in a checked-in file or"
                                    + " in the environment; nothing was checked");
        }
    }

    private void audit(Path folder, SessionState state)
            throws IOException, MojoExecutionException, MojoFailureException {
        FamilyAudits audits = audits(folder);
        audits.begin(families(), state);
        BackgroundTask<Void> reading = WarmUp.reading(families());
        Checks checks = LoadedChecks.get();
        List<Report> reports = Reports.load(Report.class.getClassLoader()).select("hardening.formats", formats);
        PolicyLayer settings = new PolicyParameters(
                        session.getUserProperties().stringPropertyNames(),
                        persona,
                        failOn,
                        maximum,
                        severities,
                        enable,
                        disable)
                .settings(checks);
        Repository repository = repository(folder, state);
        Environment environment = new Environment(Clock.systemUTC(), System.getenv(), Optional.ofNullable(base));
        Hardening hardening = new Hardening(repository, environment, checks, settings, Optional.ofNullable(policyFile));
        reading.join();
        AuditRun run = new AuditRun(hardening, state, audits, failOnViolation);
        ReportContext context = ReportContext.of(execution.getVersion(), checks, repository::isFile)
                .rootedAt(nameOf(folder));
        BackgroundTask<Void> reporting = WarmUp.reporting(reports, hardening, context);
        Result result = run.look(families());
        reporting.join();
        Path target = outputDirectory == null ? folder.resolve("target/hardening") : outputDirectory.toPath();
        ReportWriter writer = new ReportWriter(target.toAbsolutePath());
        List<BackgroundTask<Void>> writing = write(reports, run.soFar(), context, writer);
        boolean news = run.tell(result, context.root(), getLog());
        for (BackgroundTask<Void> report : writing) {
            report.join();
        }
        conclude(result, news, writer.folderFrom(folder));
    }

    /** The root as a path within the checkout that Maven runs in: no report names a folder of this machine. */
    private String nameOf(Path folder) {
        Path checkout = RepositoryLocator.root(session, null).path();
        if (!folder.startsWith(checkout)) {
            return "(outside the checkout)";
        }
        String name = checkout.relativize(folder).toString().replace(File.separatorChar, '/');
        return name.isEmpty() ? "." : name;
    }

    /** Writes the reports while the findings are logged: thousands of them take a while both ways. */
    private static List<BackgroundTask<Void>> write(
            List<Report> reports, Result result, ReportContext context, ReportWriter writer) {
        List<BackgroundTask<Void>> writing = new ArrayList<>();
        for (Report report : reports) {
            writing.add(BackgroundTask.start("hardening-report-" + report.format(), () -> {
                try {
                    writer.write(List.of(report), result, context);
                } catch (IOException e) {
                    throw new UncheckedIOException(e.getMessage(), e);
                }
                return null;
            }));
        }
        return writing;
    }

    private Repository repository(Path folder, SessionState state) {
        Optional<Repository> known = state.shared(Repository.class);
        return known.isPresent() ? known.get() : state.share(Repository.class, RepositoryLocator.open(session, folder));
    }

    private FamilyAudits audits(Path folder) {
        Plugin caller = execution.getMojoDescriptor().getPluginDescriptor().getPlugin();
        return new FamilyAudits(system, session, project, caller, folder, scorecard);
    }

    private void conclude(Result result, boolean news, String reports) throws MojoFailureException {
        if (result.verdict().passed()) {
            return;
        }
        String text = new ConsoleReport().failureText(result, reports);
        if (failOnViolation) {
            throw new MojoFailureException(text);
        }
        if (news) {
            getLog().warn("The threshold is exceeded (hardening.failOnViolation=false): "
                    + String.join("; ", result.verdict().reasons()));
        }
    }
}
