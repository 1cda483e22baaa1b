package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.inventory.Inventory;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockFile;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.NativeMode;
import io.github.mavenhardening.core.lock.recorded.RecordedChecksums;
import io.github.mavenhardening.core.lock.recorded.RecordedFile;
import io.github.mavenhardening.core.lock.recorded.RecordedFiles;
import io.github.mavenhardening.core.source.RepositoryRoot;
import io.github.mavenhardening.maven.dependency.LockMaker;
import io.github.mavenhardening.maven.dependency.LockRequest;
import io.github.mavenhardening.maven.dependency.LockUpdate;
import io.github.mavenhardening.maven.dependency.RecordedComparison;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Locks what the build uses: writes the SHA-256 of every dependency, POM, parent, BOM, plugin and
 * extension to {@code .mvn/checksums/checksums.sha256} at the root of the repository.
 *
 * <p>On its own, the goal resolves what the lifecycles of every module would: dependencies of all
 * scopes, the plugins of clean, install, deploy and site as well as those of the build, annotation
 * processors, and the test providers that Surefire and Failsafe would choose. In {@code mvn verify
 * hardening:lock}, with the plugin declared as {@code <extensions>true</extensions>}, it adds what
 * goals were seen to resolve while they ran, which no model tells. That is the complete way, and one
 * command either way, since the goal runs once, after every module.
 *
 * <p>It adds, and prints what it adds. The hash of a file that is locked is never changed unless
 * that file is named in {@code hardening.accept}; entries go only with {@code hardening.prune}.
 */
@Mojo(name = "lock", aggregator = true, threadSafe = true)
public final class LockMojo extends AbstractMojo {

    /** Full lists belong in the file; the console shows as much as one reads. */
    private static final int MAX_SHOWN = 200;

    /** Files whose new bytes are right: paths as the lock has them, or groupId:artifactId:version, comma-separated. */
    @Parameter(property = "hardening.accept")
    private List<String> accept;

    /** Removes entries that nothing in this build uses. Wants the whole reactor. */
    @Parameter(property = "hardening.prune", defaultValue = "false")
    private boolean prune;

    /**
     * Adds lines to {@code .mvn/maven.config} by which Maven 3.9 and newer compare files with the lock themselves, core
     * extensions and this plugin included.
     */
    @Parameter(property = "hardening.native", defaultValue = "false")
    private boolean nativeMode;

    /**
     * Files in which other tools recorded checksums: maven-lockfile's {@code lockfile.json}, Gradle's
     * {@code verification-metadata.xml}, or summaries of Maven's own. What they recorded of a file must be true of its bytes, or
     * nothing is locked. Summaries beside the lock are compared without being named.
     */
    @Parameter(property = "hardening.import")
    private List<File> imports;

    /** Skips the goal. */
    @Parameter(property = "hardening.skip", defaultValue = "false")
    private boolean skip;

    /** The repository's root; found from the folder of the build when not given. */
    @Parameter(property = "hardening.root")
    private File root;

    private final MavenSession session;
    private final MojoExecution execution;
    private final RepositorySystem system;

    /** Made by Maven. */
    @Inject
    public LockMojo(MavenSession session, MojoExecution execution, RepositorySystem system) {
        this.session = session;
        this.execution = execution;
        this.system = system;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipping (hardening.skip=true)");
            return;
        }
        Path base = RepositoryRoot.find(
                Optional.ofNullable(root).map(File::toPath), Path.of(session.getExecutionRootDirectory()));
        LockFile file = new LockFile(base);
        Optional<Lock> old = read(file);
        if (prune && !LockRequest.coversWholeReactor(session, base)) {
            throw new MojoFailureException("hardening.prune wants a build of the whole reactor from the repository's"
                    + " root: another module may use what this one does not");
        }
        LockMaker maker = new LockMaker(system, session, base);
        Inventory inventory = maker.inventory(
                execution.getMojoDescriptor().getPluginDescriptor().getPlugin());
        Lock lock = old.orElse(Lock.empty());
        LockUpdate update = maker.compare(lock, inventory, accept == null ? List.of() : accept);
        refuse(update, lock);
        RecordedChecksums recorded = recorded(base);
        refuseContradictions(RecordedComparison.contradictions(inventory, recorded));
        inventory.unresolved().forEach(u -> getLog().warn("Not locked: " + u.subject() + ": " + u.reason()));
        boolean written = write(file, update.applyTo(lock, prune));
        report(update, lock, old.isPresent(), written);
        RecordedComparison.summaries(inventory, recorded).forEach(getLog()::info);
        if (nativeMode) {
            enableNativeMode(base);
        }
    }

    private void enableNativeMode(Path base) throws MojoExecutionException {
        try {
            List<String> added = new NativeMode(base).enable();
            added.forEach(line -> getLog().info(NativeMode.LOCATION + ": + " + line));
            getLog().info(NativeMode.LOCATION + (added.isEmpty() ? " already tells" : " now tells")
                    + " Maven 3.9 and newer to compare files with the lock");
            getLog().info(
                            "Anyone can switch that off by a property on the command line or in MAVEN_ARGS, and Maven 3.8 and"
                                    + " older pass it over: keep this plugin's goal in the build");
        } catch (IOException e) {
            throw new MojoExecutionException(NativeMode.LOCATION + " was not changed: " + e.getMessage(), e);
        }
        boolean system = session.getProjects().stream()
                .flatMap(project -> project.getDependencies().stream())
                .anyMatch(dependency -> "system".equals(dependency.getScope()));
        if (system) {
            getLog().warn(
                            "This build has dependencies of system scope, on which Maven's own comparison fails: remove the"
                                    + " lines again, or the dependencies");
        }
    }

    private RecordedChecksums recorded(Path base) throws MojoExecutionException {
        try {
            RecordedFiles files = new RecordedFiles(base);
            List<RecordedFile> all = new ArrayList<>(files.besideTheLock().files());
            all.addAll(files.read(
                            imports == null
                                    ? List.of()
                                    : imports.stream().map(File::toPath).toList())
                    .files());
            return new RecordedChecksums(all);
        } catch (RecordedFiles.UnreadableException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private static void refuseContradictions(List<String> contradictions) throws MojoFailureException {
        if (!contradictions.isEmpty()) {
            throw new MojoFailureException(
                    "Files are not what was recorded of them, nothing was written. Find out why first; if the bytes are"
                            + " right, correct the record:"
                            + lines(contradictions));
        }
    }

    private static Optional<Lock> read(LockFile file) throws MojoExecutionException {
        try {
            return file.read();
        } catch (LockSyntaxException e) {
            throw new MojoExecutionException(
                    Lock.LOCATION + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(Lock.LOCATION + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean write(LockFile file, Lock lock) throws MojoExecutionException {
        try {
            return file.write(lock);
        } catch (IOException e) {
            throw new MojoExecutionException(Lock.LOCATION + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void refuse(LockUpdate update, Lock lock) throws MojoFailureException {
        if (!update.unmatched().isEmpty()) {
            throw new MojoFailureException("hardening.accept names what has not changed: "
                    + String.join(", ", update.unmatched()) + ". Nothing was written.");
        }
        if (!update.unreadable().isEmpty()) {
            throw new MojoFailureException("Files that the build uses cannot be read, nothing was written:"
                    + lines(update.unreadable().entrySet().stream()
                            .map(e -> e.getKey() + ": " + e.getValue())
                            .toList()));
        }
        if (!update.refused().isEmpty()) {
            throw new MojoFailureException(
                    "The bytes of locked files have changed, nothing was written. Find out why first; if the new bytes"
                            + " are right, name each file in -Dhardening.accept=<path or groupId:artifactId:version>:"
                            + lines(update.refused().entrySet().stream()
                                    .map(e -> e.getKey() + ": locked "
                                            + lock.entries().get(e.getKey()).sha256() + " (" + Lock.LOCATION + ":"
                                            + lock.entries().get(e.getKey()).line() + "), actual " + e.getValue())
                                    .toList()));
        }
    }

    private void report(LockUpdate update, Lock lock, boolean existed, boolean written) {
        if (existed) {
            show(update.added().keySet().stream().map(path -> "+ " + path).toList());
        }
        show(update.accepted().entrySet().stream()
                .map(e -> "~ " + e.getKey() + ": "
                        + lock.entries().get(e.getKey()).sha256() + " -> " + e.getValue())
                .toList());
        if (prune) {
            show(update.unused().stream().map(path -> "- " + path).toList());
        }
        int total = update.applyTo(lock, prune).entries().size();
        getLog().info(Lock.LOCATION + (written ? " written: " : " is up to date: ") + total + " files locked, "
                + update.added().size() + " added, " + update.accepted().size() + " accepted, "
                + (prune ? update.unused().size() + " removed" : update.unused().size() + " not used by this build"));
    }

    private void show(List<String> changes) {
        changes.stream().limit(MAX_SHOWN).forEach(getLog()::info);
        if (changes.size() > MAX_SHOWN) {
            getLog().info("and " + (changes.size() - MAX_SHOWN) + " more");
        }
    }

    private static String lines(List<String> lines) {
        String more = lines.size() > MAX_SHOWN ? "\n  and " + (lines.size() - MAX_SHOWN) + " more" : "";
        return lines.stream().limit(MAX_SHOWN).map(line -> "\n  " + line).collect(Collectors.joining()) + more;
    }
}
