package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.source.RepositoryRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/**
 * The repository root that a session's goals and its guard use. Another one than the checkout's own is taken from the command
 * line alone: what is checked in, or stands in the environment, could lead every check to a folder that was made to please
 * them.
 *
 * @param path the root, absolute
 * @param ignored what was set and not followed; empty where nothing was
 */
public record ChosenRoot(Path path, Optional<String> ignored) {

    private static final String PROPERTY = "hardening.root";

    private static final String IGNORED =
            "hardening.root was ignored: it names another directory than the checkout's root,"
                    + " and is not set only on the command line";

    /**
     * The root of a session.
     *
     * @param given the folder that the goal's parameter or the property names; empty when none
     * @param variables the environment
     * @throws ConfigurationException when the command line names what is not a folder
     */
    public static ChosenRoot of(MavenSession session, Optional<Path> given, Map<String, String> variables) {
        // Null in a session that no command line made.
        String folder = session.getExecutionRootDirectory();
        Path start = Path.of(folder == null ? "" : folder);
        Path own = RepositoryRoot.find(Optional.empty(), start);
        String property = session.getUserProperties().getProperty(PROPERTY);
        if (property != null && CommandLine.of(session, own, variables).alone(PROPERTY)) {
            Path chosen = RepositoryRoot.find(Optional.of(Path.of(property)), start);
            if (!Files.isDirectory(chosen)) {
                throw new ConfigurationException(PROPERTY, "There is no folder '" + Sanitizer.line(property) + "'");
            }
            return new ChosenRoot(chosen, Optional.empty());
        }
        boolean other = given.isPresent() && !RepositoryRoot.find(given, start).equals(own);
        return new ChosenRoot(own, other ? Optional.of(IGNORED) : Optional.empty());
    }
}
