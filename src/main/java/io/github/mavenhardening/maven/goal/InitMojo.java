package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.init.NewFile;
import io.github.mavenhardening.core.init.StarterFile;
import io.github.mavenhardening.core.init.Starters;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.maven.lock.LockException;
import io.github.mavenhardening.maven.session.ChosenRoot;
import io.github.mavenhardening.maven.session.RepositoryLocator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.plugin.version.PluginVersionResolver;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes what a hardened repository has and this one lacks: a Security Insights file, a security policy, the configuration
 * of an update bot, CODEOWNERS, this plugin's policy, and where there is a POM the lock of what the build uses. Nothing that is
 * there is ever changed. What only a maintainer can say is left as a question; until all are answered the checks find the files
 * wanting. What the lock is to hold is resolved; where something cannot be, the goal says so and writes no lock.
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public final class InitMojo extends RootMojo {

    @Inject
    private PluginVersionResolver versions;

    private final RepositorySystem system;

    /** Made by Maven. */
    @Inject
    public InitMojo(RepositorySystem system) {
        this.system = system;
    }

    @Override
    void run(ChosenRoot chosen) throws IOException, LockException {
        chosen.ignored().ifPresent(getLog()::warn);
        Path folder = chosen.path();
        Repository repository = RepositoryLocator.open(session(), folder);
        // A drive's own folder has no name.
        String name =
                folder.getFileName() == null ? "project" : folder.getFileName().toString();
        List<StarterFile> missing = Starters.missing(repository, name, LocalDate.now(Clock.systemUTC()));
        List<StarterFile> written = write(folder, missing);
        boolean lacksLock = isBuilt(repository) && !repository.isFile(Lock.LOCATION);
        if (missing.isEmpty() && !lacksLock) {
            getLog().info("All files exist already: nothing was written");
        }
        boolean locked = lacksLock
                && new FirstLock(system, versions, session(), folder, commands(), getLog())
                        .make(execution()
                                .getMojoDescriptor()
                                .getPluginDescriptor()
                                .getPlugin());
        new NextSteps(folder, modules(), commands(), getLog()).show(written, locked, lacksLock && !locked);
    }

    /** Whether there is a POM, in the root or where Maven was started. */
    private boolean isBuilt(Repository repository) {
        return repository.isFile("pom.xml") || modules().stream().anyMatch(module -> module.getFile() != null);
    }

    private List<MavenProject> modules() {
        return Objects.requireNonNullElse(session().getProjects(), List.of());
    }

    /** Writes what nothing is in the place of, and shows it. */
    private List<StarterFile> write(Path folder, List<StarterFile> files) throws IOException {
        List<StarterFile> written = new ArrayList<>();
        for (StarterFile file : files) {
            if (NewFile.write(folder, file)) {
                written.add(file);
                getLog().info("Wrote " + file.path() + ":");
                file.content().lines().forEach(line -> verbatim().info("    " + Sanitizer.text(line)));
            } else {
                getLog().warn(file.path() + " exists and was left unchanged");
            }
        }
        return written;
    }
}
