package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.lock.change.LockChange;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The context of reports besides the result.
 *
 * @param toolVersion this tool's version, {@code 1.2.0}
 * @param checks all checks there are
 * @param repositoryFile the file that stands for the repository as a whole in formats that want a file for every finding
 *     (GitHub's code scanning drops a result without one)
 * @param root the folder that was looked at, as a path within the checkout: {@code .} for all of it
 * @param checkout what the checkout tells beside the findings
 * @param suppressedInSarif whether SARIF lists suppressed findings, marked as such. GitHub's code scanning does not act on
 *     SARIF's suppressions and opens an alert for each
 * @param commands how goals are named beside the result
 * @param lockChange what the change at hand brings to the lock; empty where it brings nothing, or nobody knows a base
 */
public record ReportContext(
        String toolVersion,
        Checks checks,
        String repositoryFile,
        String root,
        CheckoutView checkout,
        boolean suppressedInSarif,
        Commands commands,
        Optional<LockChange> lockChange) {

    private static final List<String> STAND_INS = List.of("pom.xml", "README.md", "README", "README.adoc", "LICENSE");

    /**
     * A context of a whole checkout of which nothing else is known.
     *
     * @param isFile whether the repository has a file at that path
     */
    public static ReportContext of(String toolVersion, Checks checks, Predicate<String> isFile) {
        String repositoryFile = STAND_INS.stream().filter(isFile).findFirst().orElse("README.md");
        return new ReportContext(
                toolVersion,
                checks,
                repositoryFile,
                ".",
                CheckoutView.none(),
                false,
                Commands.byPrefix(),
                Optional.empty());
    }

    /** The same, with suppressed findings in SARIF or without. */
    public ReportContext suppressedInSarif(boolean listed) {
        return new ReportContext(toolVersion, checks, repositoryFile, root, checkout, listed, commands, lockChange);
    }

    /** The same, of another folder than the checkout's root. */
    public ReportContext rootedAt(String folder) {
        return new ReportContext(
                toolVersion, checks, repositoryFile, folder, checkout, suppressedInSarif, commands, lockChange);
    }

    /** The same, of that checkout. */
    public ReportContext of(CheckoutView view) {
        return new ReportContext(
                toolVersion, checks, repositoryFile, root, view, suppressedInSarif, commands, lockChange);
    }

    /** The same, which names commands in that way. */
    public ReportContext naming(Commands spelling) {
        return new ReportContext(
                toolVersion, checks, repositoryFile, root, checkout, suppressedInSarif, spelling, lockChange);
    }

    /** The same, with what the change at hand brings to the lock, in which goals are named as this context names them. */
    public ReportContext bringing(LockChange change) {
        return new ReportContext(
                toolVersion,
                checks,
                repositoryFile,
                root,
                checkout,
                suppressedInSarif,
                commands,
                Optional.of(SpelledResult.of(change, commands)));
    }

    /**
     * A finding's path as seen from the checkout's root, which is where a forge looks for it; of the repository as a whole the
     * file that stands for it.
     */
    String pathInCheckout(String path) {
        String file = path.isEmpty() ? repositoryFile : path;
        boolean within = !root.equals(".") && !root.startsWith("(");
        return within ? root + "/" + file : file;
    }
}
