package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.Addresses;
import io.github.mavenhardening.core.file.ZipFolder;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.Sha256;
import io.github.mavenhardening.core.pom.WrapperProperties;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.maven.session.MavenFolders;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Puts what the Maven wrapper downloads where its scripts look for it: the distribution of Maven, and the wrapper's jar where it is
 * not checked in. What locks them are the checksums in the wrapper's properties. The wrapper compares a distribution only when it
 * unpacks it, so nothing that was not compared takes that place.
 */
final class WrapperFetch {

    private static final String GROUP = "org/apache/maven/";

    /** A variable in its place is written out by nobody. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private static final int JAR_LIMIT = 16 << 20;

    /** A distribution is a tenth of it. */
    private static final long UNPACKED_LIMIT = 1L << 28;

    private final RepositorySystem system;
    private final MavenSession session;
    private final Path root;
    private final OriginRepositories origins;
    private final Map<String, String> environment;
    private final SortedMap<String, String> refused;
    private final Log log;

    /**
     * Of one repository.
     *
     * @param root the root of the checked repository
     * @param environment of the process, which names mirrors and folders to the wrapper
     * @param refused takes what could not be had with the bytes of its checksum, by its file
     */
    WrapperFetch(
            RepositorySystem system,
            MavenSession session,
            Path root,
            OriginRepositories origins,
            Map<String, String> environment,
            SortedMap<String, String> refused,
            Log log) {
        this.system = system;
        this.session = session;
        this.root = root;
        this.origins = origins;
        this.environment = environment;
        this.refused = refused;
        this.log = log;
    }

    /** Fetches what is not in its place. */
    void run() {
        each((wrapper, folder) -> {
            distribution(wrapper, folder);
            if (!wrapper.isScriptOnly()) {
                jar(wrapper, folder);
            }
        });
    }

    /**
     * Lists what there is to download, for tools that download by themselves.
     *
     * @param lines takes address, checksum and path in the repository layout, separated by tabs, by that path
     */
    void list(SortedMap<String, String> lines) {
        each((wrapper, folder) -> {
            list("distribution", "distribution of the Maven wrapper", wrapper, folder, lines);
            if (!wrapper.isScriptOnly() && !folder.has(WrapperProperties.JAR)) {
                list("wrapper", "Maven wrapper's jar", wrapper, folder, lines);
            }
        });
    }

    private void list(
            String key, String what, WrapperProperties wrapper, MavenFolder folder, SortedMap<String, String> lines) {
        Optional<String> sum = wrapper.sha256(key + "Sha256Sum");
        String address = wrapper.get(key + "Url").orElse("");
        Optional<String> base = base(address);
        if (sum.isPresent() && base.isPresent()) {
            String path = address.substring(base.get().length() + 1);
            lines.put(path, String.join("\t", Sanitizer.line(Addresses.withoutUser(address)), sum.get(), path));
        } else {
            log.warn("Not listed: the " + what + ", as "
                    + (sum.isEmpty()
                            ? key + "Sha256Sum does not lock it"
                            : key + "Url is not an address in a Maven repository")
                    + " (" + folder.pathOf(WrapperProperties.FILE) + ")");
        }
    }

    private interface Step {
        void take(WrapperProperties wrapper, MavenFolder folder) throws IOException;
    }

    /** Goes through the wrappers of the checkout; what cannot be read is refused. */
    private void each(Step step) {
        for (MavenFolder folder : MavenFolders.of(session, root)) {
            if (folder.path().startsWith("..") || !folder.has(WrapperProperties.FILE)) {
                continue;
            }
            try {
                step.take(WrapperProperties.of(folder), folder);
            } catch (UnreadableFileException e) {
                refused.put(folder.pathOf(WrapperProperties.FILE), e.reason());
            } catch (IOException e) {
                refused.put(
                        folder.pathOf(WrapperProperties.FILE), Sanitizer.line("cannot be followed: " + e.getMessage()));
            }
        }
    }

    private void distribution(WrapperProperties wrapper, MavenFolder folder) throws IOException {
        String file = folder.pathOf(WrapperProperties.FILE);
        Optional<String> url = wrapper.get("distributionUrl");
        Optional<String> sum = wrapper.sha256("distributionSha256Sum");
        boolean windows = property("os.name").toLowerCase(Locale.ROOT).contains("windows");
        String address = url.map(this::mirrored).orElse("");
        Optional<String> place = wrapper.placeOf(address, windows);
        Optional<String> reason = sum.isEmpty()
                ? Optional.of("distributionSha256Sum does not lock it")
                : place.isEmpty() || wrapper.choosesPlace()
                        ? Optional.of("it is not known where the wrapper looks for it")
                        : !address.endsWith("-bin.zip") || base(address).isEmpty()
                                ? Optional.of("distributionUrl is not an address in a Maven repository with a -bin.zip")
                                : Optional.empty();
        if (reason.isPresent()) {
            log.warn("Not fetched: the distribution of the Maven wrapper, as " + reason.get() + " (" + file + ")");
            return;
        }
        Path home = mavenHome(wrapper.isScriptOnly() && !windows);
        Path target = home.resolve(place.get());
        if (!Files.exists(target)) {
            Optional<String> taken =
                    take(file, address, sum.get(), home.resolve("wrapper"), target, wrapper.isScriptOnly());
            taken.ifPresent(from -> log.info("The distribution of the Maven wrapper fetched from " + from));
        } else if (wrapper.isScriptOnly()) {
            log.info("The distribution of the Maven wrapper is unpacked already, and is not compared (" + file + ")");
        } else {
            compare(file, "the distribution of the Maven wrapper", Sha256.of(target), sum.get());
        }
    }

    private void jar(WrapperProperties wrapper, MavenFolder folder) throws IOException {
        String file = folder.pathOf(WrapperProperties.JAR);
        Optional<String> sum = wrapper.sha256("wrapperSha256Sum");
        if (folder.has(WrapperProperties.JAR)) {
            if (sum.isPresent()) {
                String actual = folder.sha256(WrapperProperties.JAR, JAR_LIMIT).orElse("none, as it cannot be read");
                compare(file, "the Maven wrapper's jar", actual, sum.get());
            }
            return;
        }
        String address = wrapper.get("wrapperUrl").map(this::mirrored).orElse("");
        if (sum.isEmpty() || base(address).isEmpty()) {
            log.warn("Not fetched: the Maven wrapper's jar, as "
                    + (sum.isEmpty()
                            ? "wrapperSha256Sum does not lock it"
                            : "wrapperUrl is not an address in a Maven repository")
                    + " (" + folder.pathOf(WrapperProperties.FILE) + ")");
            return;
        }
        Path target = root.resolve(folder.path()).resolve(".mvn").resolve(WrapperProperties.JAR);
        take(file, address, sum.get(), target.getParent(), target, false)
                .ifPresent(from -> log.info("The Maven wrapper's jar fetched from " + from));
    }

    private void compare(String file, String what, String actual, String locked) {
        if (!actual.equals(locked)) {
            refused.put(file, what + " is there, with other bytes: locked " + locked + ", actual " + actual);
        }
    }

    /**
     * Downloads a file and gives it its place.
     *
     * @param beside where it is kept until it is compared
     * @param unpack whether the place is that of what is in it
     * @return where it came from; empty where it is refused
     */
    private Optional<String> take(String file, String address, String sum, Path beside, Path target, boolean unpack)
            throws IOException {
        if (session.getRepositorySession().isOffline()) {
            refused.put(file, "what the Maven wrapper downloads is not there, and Maven is offline (-o)");
            return Optional.empty();
        }
        Coordinates wanted = Coordinates.ofLayoutPath(address.substring(address.lastIndexOf(GROUP)))
                .orElseThrow();
        List<RemoteRepository> from = origins.at(base(address).orElseThrow());
        Files.createDirectories(beside);
        try (IsolatedDownloads downloads = IsolatedDownloads.within(beside, system, session.getRepositorySession())) {
            IsolatedDownloads.Fetched fetched = downloads.fetch(List.of(wanted), from);
            Path download = fetched.files().get(wanted.layoutPath());
            if (download == null) {
                refused.put(
                        file,
                        wanted + " "
                                + fetched.failed()
                                        .getOrDefault(wanted.layoutPath(), "not found: " + Remotes.names(from)));
                return Optional.empty();
            }
            RemoteRepository source = fetched.from().getOrDefault(wanted.layoutPath(), from.get(0));
            String name = Remotes.names(List.of(source));
            String actual = Sha256.of(download);
            if (!actual.equals(sum)) {
                refused.put(file, name + " has other bytes of " + wanted + ": locked " + sum + ", actual " + actual);
                return Optional.empty();
            }
            Path ready = unpack ? unpacked(download, address) : download;
            Files.createDirectories(target.getParent());
            put(ready, target);
            return Optional.of(name);
        }
    }

    /** The folder with Maven in it, beside the zip that it came in, with the note that the wrapper's script leaves there. */
    private static Path unpacked(Path zip, String address) throws IOException {
        Path folder = zip.resolveSibling("unpacked");
        ZipFolder.unpack(zip, folder, UNPACKED_LIMIT);
        try (DirectoryStream<Path> tops = Files.newDirectoryStream(folder)) {
            for (Path top : tops) {
                if (Files.isRegularFile(top.resolve("bin/mvn"))) {
                    Files.writeString(top.resolve("mvnw.url"), address + "\n");
                    return top;
                }
            }
        }
        throw new IOException("the distribution has no bin/mvn");
    }

    private static void put(Path ready, Path target) throws IOException {
        try {
            Files.move(ready, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Silent: of two that fetch at once one is first, and both have compared.
            if (!Files.exists(target)) {
                throw e;
            }
        }
    }

    private String mirrored(String address) {
        return WrapperProperties.at(Optional.ofNullable(environment.get("MVNW_REPOURL")), address);
    }

    /** The repository's own address; empty where the path behind it is none of a Maven repository. */
    private static Optional<String> base(String address) {
        int group = address.lastIndexOf('/' + GROUP);
        String path = address.substring(group + 1);
        // A query belongs to no path of a repository; it may be a password, too.
        boolean sound = SCHEME.matcher(address).lookingAt()
                && !address.contains("?")
                && !address.contains("#")
                && group > 0
                && LockPath.problemOf(path).isEmpty();
        return sound && Coordinates.ofLayoutPath(path).isPresent()
                ? Optional.of(address.substring(0, group))
                : Optional.empty();
    }

    /** As the scripts find it, or as Java does. */
    private Path mavenHome(boolean byShell) {
        String chosen = environment.get("MAVEN_USER_HOME");
        if (chosen != null && !chosen.isEmpty()) {
            return Path.of(chosen).toAbsolutePath();
        }
        String home = environment.get("HOME");
        return Path.of(byShell && home != null ? home : property("user.home"), ".m2")
                .toAbsolutePath();
    }

    private String property(String name) {
        return session.getSystemProperties().getProperty(name, System.getProperty(name, ""));
    }
}
