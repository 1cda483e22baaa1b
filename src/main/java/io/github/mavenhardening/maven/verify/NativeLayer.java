package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.lock.NativeMode;
import io.github.mavenhardening.maven.session.MavenFolders;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystemSession;

/** Maven's native comparison with the lock in a session, where the checkout configures it. */
final class NativeLayer {

    /** Comes with the Maven releases that compare. */
    private static final String KNOWN_BY = "org.eclipse.aether.spi.resolution.ArtifactResolverPostProcessor";

    private NativeLayer() {}

    /** A sentence for the user; empty where nobody asks Maven to compare. */
    static Optional<String> note(MavenSession build, Path root) {
        RepositorySystemSession session = build.getRepositorySession();
        boolean asked = new NativeMode(root, MavenFolders.home(build, root)).isAsked();
        boolean on = true;
        for (String property : NativeMode.SWITCHES) {
            on &= "true".equals(String.valueOf(session.getConfigProperties().get(property)));
        }
        if (!asked && !on) {
            return Optional.empty();
        }
        if (!on) {
            return Optional.of(
                    "Maven's own comparison, which .mvn/maven.config configures, was switched off in this build");
        }
        if (!asked) {
            return Optional.of(
                    "Maven itself compared files with checksums, but not as hardening:lock sets it up to compare"
                            + " them with the lock");
        }
        return Optional.of(
                isKnown(session)
                        ? "Maven itself compared each file with the lock as well"
                        : "this Maven does not support the comparison that .mvn/maven.config configures");
    }

    private static boolean isKnown(RepositorySystemSession session) {
        try {
            return session.getClass().getClassLoader().loadClass(KNOWN_BY) != null;
        } catch (ClassNotFoundException e) {
            return false; // Silent: the note says then that this Maven does not know the comparison.
        }
    }
}
