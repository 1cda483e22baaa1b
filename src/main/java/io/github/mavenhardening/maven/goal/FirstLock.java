package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.report.Commands;
import io.github.mavenhardening.maven.lock.LockException;
import io.github.mavenhardening.maven.lock.LockRun;
import io.github.mavenhardening.maven.session.ReactorFolder;
import io.github.mavenhardening.maven.verify.LockRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.version.PluginVersionResolver;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** Writes a repository's first lock, or says why there is none. */
final class FirstLock {

    /** The console shows as much as one reads; the rest is in the file. */
    private static final int MAX_SHOWN = 200;

    private final RepositorySystem system;
    private final PluginVersionResolver versions;
    private final MavenSession session;
    private final Path root;
    private final Log log;
    /** How the lock is written with all that a build resolves while it runs. */
    private final String complete;

    /**
     * That of a repository.
     *
     * @param versions Maven's choice of versions for plugins that have none
     * @param commands how messages name goals
     */
    FirstLock(
            RepositorySystem system,
            PluginVersionResolver versions,
            MavenSession session,
            Path root,
            Commands commands,
            Log log) {
        this.system = system;
        this.versions = versions;
        this.session = session;
        this.root = root;
        this.log = log;
        this.complete = "'mvn verify " + commands.prefix() + "lock'";
    }

    /**
     * Writes it where the build is of all modules and all that they use can be resolved.
     *
     * @param caller this plugin, as its descriptor has it
     * @return whether it was written
     * @throws LockException when files are not what was recorded of them, or it cannot be written
     */
    boolean make(Plugin caller) throws LockException {
        if (!isOfWholeReactor()) {
            log.warn("No " + Lock.LOCATION + " was written: this build does not include every module. Write it with "
                    + complete + " where its top POM is");
            return false;
        }
        List<String> unresolved =
                new LockRun(system, versions, session, root, Clock.systemUTC(), log).makeFirst(caller);
        if (unresolved.isEmpty()) {
            return true;
        }
        log.warn("No " + Lock.LOCATION + " was written: what follows cannot be resolved. Once it can, write it with "
                + complete);
        show(unresolved);
        return false;
    }

    /** Not where the session was started with a module of a reactor that begins above it. */
    private boolean isOfWholeReactor() {
        MavenProject top = session.getTopLevelProject();
        return top != null
                && top.getFile() != null
                && LockRequest.coversWholeReactor(session, root.resolve(ReactorFolder.of(session, root)));
    }

    private void show(List<String> lines) {
        // Silent: the last line says how many there are beyond.
        for (String line : lines.subList(0, Math.min(MAX_SHOWN, lines.size()))) {
            log.info("    " + Sanitizer.text(line));
        }
        if (lines.size() > MAX_SHOWN) {
            log.info("    and " + (lines.size() - MAX_SHOWN) + " more");
        }
    }
}
