package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.report.Report;
import io.github.mavenhardening.core.report.Reports;
import org.apache.maven.plugin.MojoExecutionException;

/** The checks and reports on the plugin's class path, those of its {@code <dependencies>} in the POM among them. */
final class LoadedChecks {

    /** Those of the realm that this class belongs to: the next one may differ by its dependencies, and has a class of its own. */
    private static Checks known;

    private static Reports reports;

    private LoadedChecks() {}

    /** The checks, looked up once. */
    static synchronized Checks get() throws MojoExecutionException {
        try {
            if (known == null) {
                known = Checks.load(Check.class.getClassLoader());
            }
            return known;
        } catch (IllegalStateException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** The reports, looked up once. */
    static synchronized Reports reports() {
        if (reports == null) {
            reports = Reports.load(Report.class.getClassLoader());
        }
        return reports;
    }
}
