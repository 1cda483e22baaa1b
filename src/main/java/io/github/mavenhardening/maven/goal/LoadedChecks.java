package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import org.apache.maven.plugin.MojoExecutionException;

/** The checks on the plugin's class path, those of its {@code <dependencies>} in the POM among them. */
final class LoadedChecks {

    private LoadedChecks() {}

    /** The checks, looked up for each run: one plugin realm may differ from the next by its dependencies. */
    static Checks get() throws MojoExecutionException {
        try {
            return Checks.load(Check.class.getClassLoader());
        } catch (IllegalStateException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
