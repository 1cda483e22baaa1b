package io.github.mavenhardening.maven.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/** The lock goals and options that a session was started with. */
public final class LockRequest {

    private static final Pattern LOCK_GOAL =
            Pattern.compile("(hardening|io\\.github\\.mavenhardening:hardening-maven-plugin(:[^:@]+)?):lock(@.*)?");

    /** The phases of the default lifecycle that a build has gone through {@code verify} with. */
    private static final Set<String> VERIFYING = Set.of("verify", "install", "deploy");

    private LockRequest() {}

    /** Tells whether this build makes the lock, so that checking the old one first would stand in its way. */
    public static boolean isMadeBy(MavenSession session) {
        for (String goal : session.getGoals()) {
            if (LOCK_GOAL.matcher(goal).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether this build makes the lock by a goal of the command line that stands behind a phase from {@code verify} on. */
    public static boolean followsVerify(MavenSession session) {
        boolean verified = false;
        for (String goal : session.getGoals()) {
            if (LOCK_GOAL.matcher(goal).matches()) {
                return verified;
            }
            verified |= VERIFYING.contains(goal);
        }
        return false;
    }

    /** Tells whether this build is of every module of the repository, rather than of some. */
    public static boolean coversWholeReactor(MavenSession session, Path root) {
        Path top = session.getTopLevelProject().getBasedir().toPath();
        return session.getRequest().isRecursive()
                && isSame(top, root)
                && session.getProjects().size() == session.getAllProjects().size();
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.isSameFile(a, b);
        } catch (IOException e) {
            return false; // Silent: a build that may be of a part only refuses to prune, and calls nothing stale.
        }
    }
}
