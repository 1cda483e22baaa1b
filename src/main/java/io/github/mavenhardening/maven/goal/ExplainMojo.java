package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.CheckPages;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Sanitizer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Explains one check: what it finds, why it matters, a bad and a good example, its options and sources. */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExplainMojo extends GoalMojo {

    /** The check's id, as {@code hardening:list-checks} and every finding name it. */
    @Parameter(property = "check")
    private String check;

    @Override
    void run() throws MojoExecutionException {
        if (check == null) {
            throw new MojoExecutionException(
                    "Name the check: -Dcheck=ID ('" + commands().of("list-checks") + "' lists them)");
        }
        Check found = named(LoadedChecks.get(), check.strip());
        CheckInfo info = found.info();
        getLog().info("");
        getLog().info(info.id() + ": " + info.title());
        getLog().info("severity " + info.severity().label() + ", confidence "
                + info.confidence().label() + ", persona " + info.persona().label());
        getLog().info("");
        CheckPages.of(found).ifPresent(page -> page.lines().forEach(getLog()::info));
        for (String source : info.sources()) {
            getLog().info(source);
        }
    }

    private Check named(Checks checks, String id) throws MojoExecutionException {
        try {
            return checks.named(id);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(
                    Sanitizer.line(e.getMessage()) + " ('" + commands().of("list-checks") + "' lists them)", e);
        }
    }
}
