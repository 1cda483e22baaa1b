package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.file.FileProblem;
import io.github.mavenhardening.maven.lock.LockException;
import io.github.mavenhardening.maven.session.ChosenRoot;
import io.github.mavenhardening.maven.session.CommandLine;
import io.github.mavenhardening.maven.session.RepositoryLocator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that works in a repository: it knows the root, and can be skipped. */
abstract class RootMojo extends GoalMojo {

    private static final String UNREADABLE = "Cannot read the repository or write to it: ";

    /**
     * The repository's root, followed from the command line alone. Else the nearest ancestor with {@code .git}, then with
     * {@code .mvn}, then where Maven runs.
     */
    @Parameter(property = "hardening.root")
    private File root;

    /** Skips the goal. */
    @Parameter(property = "hardening.skip", defaultValue = "false")
    private boolean skip;

    @Override
    final void run() throws MojoExecutionException, MojoFailureException {
        try {
            if (skip) {
                tellSkipped();
                return;
            }
            ChosenRoot chosen = RepositoryLocator.root(session(), root);
            UnknownProperties.newWarnings(
                            session(), execution().getMojoDescriptor().getPluginDescriptor())
                    .forEach(getLog()::warn);
            runThere(chosen);
        } catch (ConfigurationException e) {
            throw new MojoExecutionException("The configuration is invalid: " + e.getMessage(), e);
        } catch (LockException e) {
            if (e.isRefusal()) {
                throw new MojoFailureException(e.getMessage(), e);
            }
            throw alone(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException(UNREADABLE + e.getMessage(), e);
        }
    }

    private void runThere(ChosenRoot chosen) throws LockException, MojoExecutionException, MojoFailureException {
        try {
            run(chosen);
        } catch (IOException e) {
            throw alone(UNREADABLE + FileProblem.text(e, chosen.path()), e);
        }
    }

    /** Maven adds the texts of causes, and that of a file's problem says the same again, with a path of the machine. */
    private static MojoExecutionException alone(String text, Exception why) {
        MojoExecutionException failure = new MojoExecutionException(text);
        failure.addSuppressed(why);
        return failure;
    }

    /** What the goal does in that root. */
    abstract void run(ChosenRoot chosen)
            throws IOException, LockException, MojoExecutionException, MojoFailureException;

    /** Whoever types the command may skip; what is checked in must not do so unnoticed. */
    private void tellSkipped() {
        Path checkout = RepositoryLocator.root(session(), null).path();
        if (CommandLine.of(session(), checkout, System.getenv()).alone("hardening.skip")) {
            getLog().info("Skipping (hardening.skip=true)");
        } else {
            getLog().warn(
                            "Skipping (hardening.skip=true): this is not set on the command line, but in a checked-in file or"
                                    + " in the environment; the goal did nothing");
        }
    }
}
