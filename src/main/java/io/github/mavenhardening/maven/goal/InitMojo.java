package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.init.NewFile;
import io.github.mavenhardening.core.init.StarterFile;
import io.github.mavenhardening.core.init.Starters;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.maven.session.ProjectFactsReader;
import io.github.mavenhardening.maven.session.RepositoryLocator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes what a hardened repository has and this one lacks: a Security Insights file, a security policy, the configuration
 * of an update bot, CODEOWNERS and this plugin's policy. Nothing that is there is ever changed. What only a maintainer can
 * say is left as a question; until all are answered the checks find the files wanting.
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public final class InitMojo extends AbstractMojo {

    /** The repository's root; found from the folder of the build when not given. */
    @Parameter(property = "hardening.root")
    private File root;

    /** Skips the goal. */
    @Parameter(property = "hardening.skip", defaultValue = "false")
    private boolean skip;

    private final MavenSession session;

    /** Made by Maven. */
    @Inject
    public InitMojo(MavenSession session) {
        this.session = session;
    }

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Skipping (hardening.skip=true)");
            return;
        }
        Path folder = RepositoryLocator.root(session, root);
        try {
            Repository repository = RepositoryLocator.open(session, folder);
            int questions = 0;
            List<StarterFile> missing = Starters.missing(
                    repository, folder.getFileName().toString(), ProjectFactsReader.of(session, folder));
            for (StarterFile file : missing) {
                questions += write(folder, file);
            }
            if (missing.isEmpty()) {
                getLog().info("Every file is there: nothing was written");
            }
            if (questions > 0) {
                getLog().warn(questions + (questions == 1 ? " question is" : " questions are")
                        + " left to a maintainer: search for QUESTION");
            }
            if (!repository.isFile(Lock.LOCATION) && repository.isFile("pom.xml")) {
                getLog().info("There is no " + Lock.LOCATION + ": write it with 'mvn verify hardening:lock'");
            }
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException("Cannot read the repository or write to it: " + e.getMessage(), e);
        }
    }

    /** Writes it and shows it; the number of its questions, none when something was there. */
    private int write(Path folder, StarterFile file) throws IOException {
        if (!NewFile.write(folder, file)) {
            getLog().warn(file.path() + " is there and was left as it is");
            return 0;
        }
        getLog().info("Wrote " + file.path() + ":");
        file.content().lines().forEach(line -> getLog().info("    " + Sanitizer.text(line)));
        return file.questions();
    }
}
