package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.api.Checks;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The context of reports besides the result.
 *
 * @param toolVersion this tool's version, {@code 1.2.0}
 * @param checks all checks there are
 * @param repositoryFile the file that stands for the repository as a whole in formats that want a file for every finding
 *     (GitHub's code scanning drops a result without one)
 * @param root the folder that was looked at, as a path within the checkout: {@code .} for all of it
 * @param withSuppressed whether suppressed findings are listed, marked as such. GitHub's code scanning does not know SARIF's
 *     suppressions and opens an alert for each
 * @param texts the text of a file of the repository by its path, for excerpts; empty where it cannot be read
 */
public record ReportContext(
        String toolVersion,
        Checks checks,
        String repositoryFile,
        String root,
        boolean withSuppressed,
        Function<String, Optional<String>> texts) {

    private static final List<String> STAND_INS = List.of("pom.xml", "README.md", "README", "README.adoc", "LICENSE");

    /**
     * A context that tells everything, of a whole checkout.
     *
     * @param isFile whether the repository has a file at that path
     */
    public static ReportContext of(String toolVersion, Checks checks, Predicate<String> isFile) {
        String repositoryFile = STAND_INS.stream().filter(isFile).findFirst().orElse("README.md");
        return new ReportContext(toolVersion, checks, repositoryFile, ".", true, path -> Optional.empty());
    }

    /** The same, without suppressed findings. */
    public ReportContext withoutSuppressed() {
        return new ReportContext(toolVersion, checks, repositoryFile, root, false, texts);
    }

    /** The same, of another folder than the checkout's root. */
    public ReportContext rootedAt(String folder) {
        return new ReportContext(toolVersion, checks, repositoryFile, folder, withSuppressed, texts);
    }

    /** The same with excerpts of those texts. */
    public ReportContext quoting(Function<String, Optional<String>> known) {
        return new ReportContext(toolVersion, checks, repositoryFile, root, withSuppressed, known);
    }
}
