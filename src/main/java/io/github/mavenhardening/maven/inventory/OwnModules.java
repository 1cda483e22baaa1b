package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.source.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;

/**
 * The modules of the checked repository. Their bytes change with every build, so no lock can hold
 * them, and they are skipped: those that this build makes always; those that it does not, since {@code -pl} or
 * {@code -rf} left them out or the build was started in a submodule, where the local repository got them from
 * {@code mvn install}; and what other builds of the checkout installed, as {@code build-tools} beside the root's modules. What
 * was downloaded under the name of a module is somebody else's file.
 */
final class OwnModules {

    /** So many POMs of other builds are read. */
    private static final int MOST_OTHERS = 1_000;

    private final Map<String, Path> reactor = new HashMap<>();
    private final Set<String> reactorIds = new HashSet<>();
    private final Set<String> built = new HashSet<>();
    private final Path root;
    private final RawPoms poms;
    private Map<String, Path> checkout;
    private Map<String, Path> otherBuilds;

    OwnModules(MavenSession session, Path root, RawPoms poms) {
        for (MavenProject project : session.getAllProjects()) {
            addToReactor(project);
        }
        for (MavenProject project : session.getProjects()) {
            addToReactor(project);
            // A parent that was read as a file of the checkout is none of a repository.
            for (MavenProject one = project; one != null && !isOfRepository(one); one = one.getParent()) {
                built.add(gav(one));
            }
        }
        this.root = root;
        this.poms = poms;
    }

    private static boolean isOfRepository(MavenProject project) {
        Coordinates pom = Coordinates.pom(project.getGroupId(), project.getArtifactId(), project.getVersion());
        return project.getFile() == null || project.getFile().toPath().endsWith(pom.layoutPath());
    }

    private void addToReactor(MavenProject project) {
        if (project.getFile() != null) {
            reactor.put(gav(project), project.getFile().toPath());
        }
        reactorIds.add(project.getGroupId() + ':' + project.getArtifactId());
    }

    /**
     * Whether a file of a local repository is a module's, or stands for one that this build makes.
     *
     * @see #isInstalled for a file that is known to be used, whatever the build makes
     */
    boolean contains(Coordinates coordinates, Path file) {
        return isBuilt(coordinates.gav()) || isInstalled(coordinates, file);
    }

    /** Whether a file of a local repository was put there by an earlier build of a module. */
    boolean isInstalled(Coordinates coordinates, Path file) {
        return LocalRepositories.isLocallyInstalled(file)
                && (inReactor(coordinates.gav()) || inCheckout(coordinates) || inOtherBuild(coordinates));
    }

    /** Whether this build makes that module. */
    boolean isBuilt(String gav) {
        return built.contains(gav);
    }

    /** Whether the reactor has that module, be it left out of this build or not. */
    boolean inReactor(String gav) {
        return reactor.containsKey(gav);
    }

    /**
     * Whether only this checkout may say what those coordinates are. No repository is asked for them: whoever publishes a file
     * under the name of a module that was never published would have it locked.
     */
    boolean isNeverAskedFor(Coordinates coordinates) {
        return inReactor(coordinates.gav())
                || (inCheckout(coordinates)
                        && !reactorIds.contains(coordinates.groupId() + ':' + coordinates.artifactId()));
    }

    /** The POM of a module; empty for all else, and for a module whose version is an expression that this build does not resolve. */
    synchronized Optional<Path> pom(Coordinates coordinates) {
        Path ofReactor = reactor.get(coordinates.gav());
        return Optional.ofNullable(ofReactor != null ? ofReactor : checkout().get(coordinates.gav()));
    }

    private static String gav(MavenProject project) {
        return project.getGroupId() + ':' + project.getArtifactId() + ':' + project.getVersion();
    }

    private synchronized boolean inCheckout(Coordinates coordinates) {
        return names(checkout(), coordinates);
    }

    /** Asked of what was installed here, and of nothing that a repository may have: who publishes from here may use it from there. */
    private synchronized boolean inOtherBuild(Coordinates coordinates) {
        if (otherBuilds == null) {
            otherBuilds = modulesOf(otherPoms());
        }
        return names(otherBuilds, coordinates);
    }

    private static boolean names(Map<String, Path> modules, Coordinates coordinates) {
        return modules.containsKey(coordinates.gav())
                || modules.containsKey(coordinates.groupId() + ':' + coordinates.artifactId());
    }

    private Map<String, Path> checkout() {
        if (checkout == null) {
            checkout = modulesOf(List.of(root.resolve("pom.xml")));
        }
        return checkout;
    }

    /** The POMs of the checkout, but for what lies below {@code src}: data of tests, or a template. */
    private List<Path> otherPoms() {
        List<Path> found = new ArrayList<>();
        try {
            for (String path : new Checkout(root).files()) {
                boolean isPom = path.equals("pom.xml") || path.endsWith("/pom.xml");
                // Silent: what is beyond is compared with the lock, as is all that nobody knows for the checkout's own.
                if (isPom && !("/" + path).contains("/src/") && found.size() < MOST_OTHERS) {
                    found.add(root.resolve(path));
                }
            }
        } catch (IOException e) {
            // Silent: what is not known for the checkout's own is compared with the lock.
            return List.of();
        }
        return found;
    }

    private Map<String, Path> modulesOf(List<Path> poms) {
        Map<String, Path> modules = new HashMap<>();
        Set<Path> seen = new HashSet<>();
        // No call in a call: a chain of modules may be longer than a stack.
        Deque<Path> pending = new ArrayDeque<>(poms);
        while (!pending.isEmpty()) {
            pending.addAll(visit(pending.remove(), seen, modules));
        }
        return modules;
    }

    /** Takes a module in, and answers with the POMs of its own modules. */
    private List<Path> visit(Path pom, Set<Path> seen, Map<String, Path> taken) {
        Path file = pom.toAbsolutePath().normalize();
        if (!file.startsWith(root.toAbsolutePath().normalize()) || !Files.isRegularFile(file) || !seen.add(file)) {
            return List.of();
        }
        Optional<Model> read = poms.read(file);
        if (read.isEmpty()) {
            return List.of();
        }
        Model model = read.get();
        String id = RawPoms.groupIdOf(model) + ':' + model.getArtifactId();
        String version = RawPoms.versionOf(model);
        // A version with an expression (CI-friendly versions) stands for any version.
        taken.putIfAbsent(version.contains("${") ? id : id + ':' + version, file);
        List<String> modules = new ArrayList<>(model.getModules());
        for (Profile profile : model.getProfiles()) {
            modules.addAll(profile.getModules());
        }
        List<Path> below = new ArrayList<>();
        for (String module : modules) {
            below.add(pomOf(file, module));
        }
        return below;
    }

    private static Path pomOf(Path parent, String module) {
        Path path = parent.resolveSibling(module.replace('\\', '/'));
        return Files.isDirectory(path) ? path.resolve("pom.xml") : path;
    }
}
