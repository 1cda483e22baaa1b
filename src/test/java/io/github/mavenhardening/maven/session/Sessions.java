package io.github.mavenhardening.maven.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;

/** Sessions as Maven's start script and command line make them. */
public final class Sessions {

    private Sessions() {}

    /**
     * A session.
     *
     * @param launched where Maven was started
     * @param user the user properties, by turns names and values
     */
    @SuppressWarnings("deprecation")
    public static MavenSession of(Path launched, String... user) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(launched.toFile());
        request.setMultiModuleProjectDirectory(nearestMvn(launched).toFile());
        Properties properties = new Properties();
        for (int i = 0; i < user.length; i += 2) {
            properties.setProperty(user[i], user[i + 1]);
        }
        request.setUserProperties(properties);
        request.setSystemProperties(new Properties());
        return new MavenSession(null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    }

    /** A session with repositories of a test's own. */
    @SuppressWarnings("deprecation")
    public static MavenSession over(Path launched, RepositorySystemSession repositories, String... user) {
        return new MavenSession(null, repositories, of(launched, user).getRequest(), new DefaultMavenExecutionResult());
    }

    private static Path nearestMvn(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        return from;
    }

    /** Writes a file, with the folders that lead to it. */
    public static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
