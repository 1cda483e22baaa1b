package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockFile;
import io.github.mavenhardening.core.lock.Staged;
import io.github.mavenhardening.maven.session.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.LocalRepositoryManager;

/** A project of one module whose lock has one file of the local repository: {@code abc} is in it. */
final class GuardedBuild {

    static final String PATH = "org/example/lib/1.0/lib-1.0.jar";
    static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final Path root;
    private final Path local;

    GuardedBuild(Path folder) {
        this.root = folder.resolve("checkout");
        this.local = folder.resolve("repository");
        Sessions.write(root.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Sessions.write(root.resolve("pom.xml"), "<project/>");
        lock(Map.of(PATH, OF_ABC));
    }

    Path root() {
        return root;
    }

    GuardedBuild lock(Map<String, String> hashes) {
        try {
            Staged.write(new LockFile(root).stage(Lock.empty().with(hashes)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file into the local repository, as from Maven Central. */
    Path has(String path, String content) {
        Path file = local.resolve(path);
        Sessions.write(file.resolveSibling("_remote.repositories"), file.getFileName() + ">central=\n");
        return Sessions.write(file, content);
    }

    /** A session that has read the project. */
    MavenSession session(String... user) {
        MavenSession session = Sessions.of(root, user);
        Model model = new Model();
        model.setModelVersion("4.0.0");
        model.setGroupId("org.example");
        model.setArtifactId("app");
        model.setVersion("1.0");
        model.setPackaging("pom");
        model.setBuild(new Build());
        MavenProject project = new MavenProject(model);
        project.setOriginalModel(model);
        project.setFile(root.resolve("pom.xml").toFile());
        project.setExecutionRoot(true);
        project.setRemoteArtifactRepositories(List.of());
        project.setPluginArtifactRepositories(List.of());
        session.setProjects(List.of(project));
        session.setAllProjects(List.of(project));
        ((DefaultRepositorySystemSession) session.getRepositorySession()).setLocalRepositoryManager(manager());
        return session;
    }

    /** Guards such a session: what Maven does once it has read the projects. */
    static void guard(MavenSession session) throws Exception {
        new LockGuard(noSystem()).afterProjectsRead(session);
    }

    static Artifact artifact(Path file) {
        return new DefaultArtifact("org.example:lib:1.0").setFile(file.toFile());
    }

    /** Nothing is resolved for a project that uses nothing. */
    private static RepositorySystem noSystem() {
        return (RepositorySystem) Proxy.newProxyInstance(
                GuardedBuild.class.getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private LocalRepositoryManager manager() {
        LocalRepository repository = new LocalRepository(local.toFile());
        return (LocalRepositoryManager) Proxy.newProxyInstance(
                GuardedBuild.class.getClassLoader(),
                new Class<?>[] {LocalRepositoryManager.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRepository" -> repository;
                    case "getPathForLocalArtifact", "getPathForRemoteArtifact" -> layout((Artifact) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static String layout(Artifact artifact) {
        return artifact.getGroupId().replace('.', '/') + "/" + artifact.getArtifactId() + "/"
                + artifact.getBaseVersion() + "/" + artifact.getArtifactId() + "-" + artifact.getVersion() + "."
                + artifact.getExtension();
    }
}
