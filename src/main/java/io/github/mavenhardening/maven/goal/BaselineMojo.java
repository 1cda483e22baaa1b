package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.baseline.Baseline;
import io.github.mavenhardening.core.baseline.BaselineEntry;
import io.github.mavenhardening.core.baseline.BaselineFile;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.lock.CheckoutFile;
import io.github.mavenhardening.core.policy.Against;
import io.github.mavenhardening.core.policy.BaselineUpdate;
import io.github.mavenhardening.core.policy.Integrity;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.Unverified;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.maven.session.SessionState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes down what there is to find, so that only new findings fail the build from then on: to
 * <code>.mvn/hardening-baseline.json</code>, to be checked in. Run again, it removes what is gone; what is new it adds only with
 * <code>-Dhardening.acceptNew</code>. It never writes in a CI service. Findings that say that what was vouched for does not hold
 * cannot be known beforehand.
 */
@Mojo(name = "baseline", requiresProject = false, aggregator = true, threadSafe = true)
public final class BaselineMojo extends RepositoryMojo {

    /** The most entries that are named; the file has them all. */
    private static final int SHOWN = 20;

    /** Adds new findings to a baseline that exists. */
    @Parameter(property = "hardening.acceptNew", defaultValue = "false")
    private boolean acceptNew;

    @Inject
    private RepositorySystem system;

    /** Those of the machine, which name its CI service. */
    private Map<String, String> variables = System.getenv();

    /** All findings: a baseline of a change would make everything else new. A file that is named need not be there yet. */
    @Override
    Against against(Repository repository) {
        Optional<String> file = super.against(repository).baselineFile();
        return new Against(file.filter(repository::exists), Optional.empty());
    }

    @Override
    void execute(Path folder, SessionState state) throws IOException, MojoExecutionException, MojoFailureException {
        Checks checks = LoadedChecks.get();
        Repository repository = repository(folder, state);
        String file = super.against(repository).baselineFile().orElse(Baseline.LOCATION);
        CheckoutFile written = new CheckoutFile(folder, file, FileTree.FILE_LIMIT);
        written.read();
        Hardening hardening = hardening(folder, repository, state, checks);
        // An entry of a module that was left out would look gone.
        Result result = FamilyAudits.ofAllModules(system, session(), execution(), folder, hardening, state);
        Optional<Baseline> before = hardening.reference().baseline();
        BaselineUpdate update =
                BaselineUpdate.of(result, before, acceptNew, execution().getVersion(), checks);
        tellUnchecked(result);
        tellEntries(result.comparison().gone(), "no longer needed");
        if (before.isPresent()) {
            tellEntries(update.added(), "new");
            tellLeftOut(result, update);
        }
        tellRefused(update, checks);
        if (before.isEmpty() && update.next().size() == 0) {
            getLog().info("There is no finding to write down: no baseline is needed");
        } else if (before.equals(Optional.of(update.next()))) {
            getLog().info(file + " is up to date: " + sizeOf(update.next()));
        } else {
            write(written, file, update.next());
            getLog().info("Wrote " + file + ": " + sizeOf(update.next())
                    + (repository.git().isPresent() ? "; add it to Git" : ""));
            forgetFiles(state);
        }
    }

    private void write(CheckoutFile target, String file, Baseline next) throws IOException, MojoFailureException {
        byte[] content = BaselineFile.bytes(next);
        if (content.length > FileTree.FILE_LIMIT) {
            throw new MojoFailureException(
                    file + " would be larger than " + FileTree.FILE_LIMIT + " bytes, which no check reads");
        }
        Optional<String> service = new Environment(Clock.systemUTC(), variables).service();
        if (service.isPresent()) {
            throw new MojoFailureException(file + " would change to " + sizeOf(next)
                    + ", and a baseline is never written in a CI service (" + service.get()
                    + " is set): run '"
                    + commands().of("baseline")
                    + "' in a checkout of your own and commit the file");
        }
        target.write(content);
    }

    private static String sizeOf(Baseline baseline) {
        return Count.of(baseline.size(), "known findings");
    }

    private void tellUnchecked(Result result) {
        for (AuditResult audit : result.audits()) {
            if (audit.outcome() == AuditResult.Outcome.COULD_NOT_CHECK) {
                String why = Unverified.reason(audit)
                        .map(reason -> " (" + reason + ")")
                        .orElse("");
                getLog().warn("Could not check " + audit.family().title() + why
                        + ": what the baseline has of it is kept, and more may be found");
            }
        }
        result.gaps().forEach(gap -> getLog().warn("Could not check: " + Sanitizer.text(gap)));
        result.remarks().forEach(remark -> getLog().warn(Sanitizer.text(remark)));
    }

    private void tellEntries(SortedMap<BaselineEntry, Integer> entries, String what) {
        entries.entrySet().stream()
                .limit(SHOWN)
                .forEach(entry -> getLog().info(Sanitizer.wholeLine(
                        what + ": " + text(entry.getKey()) + (entry.getValue() > 1 ? " x" + entry.getValue() : ""))));
        if (entries.size() > SHOWN) {
            getLog().info(what + ": " + (entries.size() - SHOWN) + " more");
        }
    }

    private static String text(BaselineEntry entry) {
        String path = entry.path().isEmpty() ? "(repository)" : Sanitizer.text(entry.path());
        return path + " [" + Sanitizer.text(entry.check()) + "] " + Sanitizer.text(entry.subject());
    }

    private void tellLeftOut(Result result, BaselineUpdate update) {
        int known = (int) result.counting().stream()
                .filter(judged -> judged.spared().isPresent())
                .count();
        int refused =
                update.refused().values().stream().mapToInt(Integer::intValue).sum();
        int fresh = result.counting().size() - known - refused;
        if (fresh > 0 && update.added().isEmpty()) {
            getLog().warn(Count.are(fresh, "new findings")
                    + " not added: a baseline only shrinks, unless -Dhardening.acceptNew says otherwise");
        }
    }

    private void tellRefused(BaselineUpdate update, Checks checks) {
        update.refused()
                .forEach((id, count) -> getLog().warn(id + ": " + Count.of(count, "findings")
                        + " cannot be in a baseline; " + Integrity.wayOut(checks.named(id))));
        update.cut()
                .forEach(id -> getLog().warn(
                                id + ": there are more findings than are listed, and what is not listed cannot be"
                                        + " in a baseline; correct some of them, or switch the check off"));
    }
}
