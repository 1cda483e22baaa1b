package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import org.apache.maven.plugin.MojoExecutionException;

/** The checks on the plugin's class path, those of its {@code <dependencies>} in the POM among them. */
final class LoadedChecks {

    /** Those of the realm that this class belongs to: the next one may differ by its dependencies, and has a class of its own. */
    private static Checks known;

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
}
