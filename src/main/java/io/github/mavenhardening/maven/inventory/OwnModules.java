package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.lock.Coordinates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    private final Set<String> reactor = new HashSet<>();
    private final Path root;
    private final RawPoms poms;
    private Set<String> checkout;

    OwnModules(MavenSession session, Path root, RawPoms poms) {
        for (MavenProject project : session.getAllProjects()) {
            reactor.add(gav(project));
        }
        for (MavenProject project : session.getProjects()) {
            reactor.add(gav(project));
        }
        this.root = root;
        this.poms = poms;
    }

    boolean contains(Coordinates coordinates, Path file) {
        return reactor.contains(coordinates.gav())
                || (inCheckout(coordinates) && LocalRepositories.isLocallyInstalled(file));
    }

    boolean inReactor(String gav) {
        return reactor.contains(gav);
    }

    private static String gav(MavenProject project) {
        return project.getGroupId() + ':' + project.getArtifactId() + ':' + project.getVersion();
    }

    private synchronized boolean inCheckout(Coordinates coordinates) {
        if (checkout == null) {
            checkout = new HashSet<>();
            visit(root.resolve("pom.xml"), new HashSet<>());
        }
        return checkout.contains(coordinates.gav())
                || checkout.contains(coordinates.groupId() + ':' + coordinates.artifactId());
    }

    private void visit(Path pom, Set<Path> seen) {
        Path file = pom.toAbsolutePath().normalize();
        if (!file.startsWith(root.toAbsolutePath().normalize()) || !Files.isRegularFile(file) || !seen.add(file)) {
            return;
        }
        Optional<Model> read = poms.read(file);
        if (read.isEmpty()) {
            return;
        }
        Model model = read.get();
        String id = RawPoms.groupIdOf(model) + ':' + model.getArtifactId();
        String version = RawPoms.versionOf(model);
        // A version with an expression (CI-friendly versions) stands for any version.
        checkout.add(version.contains("${") ? id : id + ':' + version);
        List<String> modules = new ArrayList<>(model.getModules());
        for (Profile profile : model.getProfiles()) {
            modules.addAll(profile.getModules());
        }
        for (String module : modules) {
            visit(pomOf(file, module), seen);
        }
    }

    private static Path pomOf(Path parent, String module) {
        Path path = parent.resolveSibling(module.replace('\\', '/'));
        return Files.isDirectory(path) ? path.resolve("pom.xml") : path;
    }
}
