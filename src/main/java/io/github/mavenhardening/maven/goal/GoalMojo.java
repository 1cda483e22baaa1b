package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.report.Commands;
import io.github.mavenhardening.maven.session.Prefix;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * A goal of this plugin. Whatever it logs or fails with names goals as they can be run where the build was started: by the
 * plugin's prefix where Maven knows it there, else by its full name.
 */
abstract class GoalMojo extends AbstractMojo {

    private static final String NO_FOLDER = "${project.basedir}";

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    private Commands commands;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            run();
        } catch (MojoFailureException e) {
            String text = commands().spelled(e.getMessage());
            throw text.equals(e.getMessage()) ? e : spelled(new MojoFailureException(text), e);
        } catch (MojoExecutionException e) {
            String text = commands().spelled(e.getMessage());
            throw text.equals(e.getMessage()) ? e : spelled(new MojoExecutionException(text), e);
        }
    }

    /** What the goal does. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** Maven adds the texts of causes to that of an exception, in which goals are spelled otherwise. */
    private static <T extends Exception> T spelled(T exception, T original) {
        exception.setStackTrace(original.getStackTrace());
        exception.addSuppressed(original);
        return exception;
    }

    /** A log in which goals are named so; for all but the content of files. */
    @Override
    public final Log getLog() {
        return commands().isByPrefix() ? super.getLog() : new SpelledLog(super.getLog(), commands());
    }

    /** The log for lines of files, which are shown as they are, and for what has its goals spelled already. */
    final Log verbatim() {
        return super.getLog();
    }

    /** How goals are run here. */
    final Commands commands() {
        if (commands == null) {
            commands = Prefix.commands(session, execution.getVersion());
        }
        return commands;
    }

    /** The session that the goal runs in. */
    final MavenSession session() {
        return session;
    }

    /** A parameter's folder: where there is no POM, Maven leaves that of the project which stands in for it open. */
    final Path filledIn(File folder) {
        String path = folder.getPath();
        int at = path.indexOf(NO_FOLDER);
        return at < 0
                ? folder.toPath()
                : Path.of(session.getExecutionRootDirectory() + path.substring(at + NO_FOLDER.length()));
    }

    /** This plugin as the build has it, and what the goal is called with. */
    final MojoExecution execution() {
        return execution;
    }
}
