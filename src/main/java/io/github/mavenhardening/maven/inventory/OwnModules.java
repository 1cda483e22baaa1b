package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.lock.Coordinates;
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
 * them, and they are skipped: those of the reactor always, also the ones that {@code -pl} or
 * {@code -rf} left out; those of the checkout that are not in this reactor (a build started in a
 * submodule) where the local repository got them from {@code mvn install}.
 */
final class OwnModules {

    private final Map<String, Path> reactor = new HashMap<>();
    private final Set<String> reactorIds = new HashSet<>();
    private final Path root;
    private final RawPoms poms;
    private Map<String, Path> checkout;

    OwnModules(MavenSession session, Path root, RawPoms poms) {
        for (MavenProject project : session.getAllProjects()) {
            addToReactor(project);
        }
        for (MavenProject project : session.getProjects()) {
            addToReactor(project);
        }
        this.root = root;
        this.poms = poms;
    }

    private void addToReactor(MavenProject project) {
        if (project.getFile() != null) {
            reactor.put(gav(project), project.getFile().toPath());
        }
        reactorIds.add(project.getGroupId() + ':' + project.getArtifactId());
    }

    boolean contains(Coordinates coordinates, Path file) {
        return inReactor(coordinates.gav()) || (inCheckout(coordinates) && LocalRepositories.isLocallyInstalled(file));
    }

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
        return checkout().containsKey(coordinates.gav())
                || checkout().containsKey(coordinates.groupId() + ':' + coordinates.artifactId());
    }

    private Map<String, Path> checkout() {
        if (checkout == null) {
            checkout = new HashMap<>();
            Set<Path> seen = new HashSet<>();
            // No call in a call: a chain of modules may be longer than a stack.
            Deque<Path> pending = new ArrayDeque<>(List.of(root.resolve("pom.xml")));
            while (!pending.isEmpty()) {
                pending.addAll(visit(pending.remove(), seen));
            }
        }
        return checkout;
    }

    /** Takes a module in, and answers with the POMs of its own modules. */
    private List<Path> visit(Path pom, Set<Path> seen) {
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
        checkout.putIfAbsent(version.contains("${") ? id : id + ':' + version, file);
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
