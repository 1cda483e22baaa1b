package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.init.StarterFile;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.report.Commands;
import io.github.mavenhardening.core.source.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Says what a person does next once {@code hardening:init} has written what it can. */
final class NextSteps {

    private final Path root;
    private final Collection<MavenProject> modules;
    private final Commands commands;
    private final Log log;

    /**
     * That of a repository.
     *
     * @param modules the build's modules; empty where there is no build
     * @param commands how messages name goals
     */
    NextSteps(Path root, Collection<MavenProject> modules, Commands commands, Log log) {
        this.root = root;
        this.modules = modules;
        this.commands = commands;
        this.log = log;
    }

    /**
     * Says it.
     *
     * @param written the starter files
     * @param locked whether the lock was written with them
     * @param lacksLock whether there is still none, where there should be one
     * @throws IOException when the checkout cannot be listed
     */
    void show(List<StarterFile> written, boolean locked, boolean lacksLock) throws IOException {
        List<String> paths = new ArrayList<>();
        List<String> asking = new ArrayList<>();
        int questions = 0;
        for (StarterFile file : written) {
            paths.add(file.path());
            questions += file.questions();
            if (file.questions() > 0) {
                asking.add(file.path());
            }
        }
        HeaderChecks.warning(modules, paths).ifPresent(log::warn);
        if (locked) {
            paths.addAll(present(List.of(Lock.LOCATION, LockMetadata.LOCATION)));
        }
        warnOfIgnored(paths);
        if (questions > 0) {
            log.warn(Count.are(questions, "questions") + " left to a maintainer: search for QUESTION in "
                    + String.join(", ", asking));
        }
        log.info(questions > 0 ? "Next, once they are answered:" : "Next:");
        if (lacksLock) {
            log.info("    mvn verify " + commands.prefix() + "lock");
        }
        if (!paths.isEmpty() && Files.exists(root.resolve(".git"))) {
            log.info("    git add " + String.join(" ", paths));
        }
        log.info("    " + commands.of("check"));
    }

    /** A file that Git ignores is nowhere but here. */
    private void warnOfIgnored(Collection<String> written) throws IOException {
        Set<String> ignored = new TreeSet<>(written);
        ignored.addAll(present(List.of(Lock.LOCATION, LockMetadata.LOCATION)));
        ignored.addAll(present(PolicyFile.PATHS));
        ignored.removeAll(new Checkout(root).files());
        if (!ignored.isEmpty()) {
            log.warn("Git ignores " + String.join(", ", ignored)
                    + ": who clones the repository does not get what is not committed. Remove the pattern from"
                    + " .gitignore, or use 'git add -f'");
        }
    }

    private List<String> present(List<String> paths) {
        return paths.stream()
                .filter(path -> Files.isRegularFile(root.resolve(path)))
                .toList();
    }
}
