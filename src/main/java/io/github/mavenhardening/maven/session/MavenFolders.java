package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;

/**
 * The folders whose {@code .mvn} a session's Maven reads. Its start script takes the nearest above the POM that it builds, and
 * Java code learns which as the request's multi-module project directory; Maven 3.10 and 4 find the same one again as the root
 * directory. Neither needs to be the root of the checkout.
 */
public final class MavenFolders {

    private MavenFolders() {}

    /**
     * Those folders, as absolute real paths, each once; those without {@code .mvn}, from which Maven reads nothing, left out.
     * No property can change them after Maven has started.
     */
    public static List<Path> of(MavenSession session) {
        MavenExecutionRequest request = session.getRequest();
        List<Path> folders = new ArrayList<>();
        File project = request.getMultiModuleProjectDirectory();
        add(project == null ? Optional.empty() : Optional.of(project.toPath()), folders);
        add(rootDirectory(request), folders);
        return folders;
    }

    /**
     * Those folders for the checks.
     *
     * @param root the root of the checkout
     * @throws UncheckedIOException when the root is not a folder
     */
    public static List<MavenFolder> of(MavenSession session, Path root) {
        try {
            Path top = root.toRealPath();
            Repository checkout = new Repository(new Checkout(top), Optional.empty());
            List<MavenFolder> folders = new ArrayList<>();
            for (Path folder : of(session)) {
                String path = relative(top, folder);
                folders.add(
                        folder.startsWith(top)
                                ? MavenFolder.of(checkout, path)
                                : new MavenFolder(path, new Repository(new Checkout(folder), Optional.empty()), ""));
            }
            return folders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that Maven reads its configuration from; the root where there is none yet. */
    public static Path home(MavenSession session, Path root) {
        List<Path> folders = of(session);
        return folders.isEmpty() ? root : folders.get(0);
    }

    private static String relative(Path top, Path folder) {
        try {
            return top.relativize(folder).toString().replace('\\', '/');
        } catch (IllegalArgumentException e) {
            // On another drive: no path leads there, and a machine's paths are nobody's concern.
            return "../" + folder.getFileName();
        }
    }

    private static void add(Optional<Path> folder, List<Path> folders) {
        if (folder.isEmpty() || !Files.exists(folder.get().resolve(".mvn"))) {
            return;
        }
        Path path;
        try {
            path = folder.get().toRealPath();
        } catch (IOException e) {
            path = folder.get().toAbsolutePath().normalize();
        }
        if (!folders.contains(path)) {
            folders.add(path);
        }
    }

    /** Of Maven 3.10 and newer, whose request knows it. */
    private static Optional<Path> rootDirectory(MavenExecutionRequest request) {
        try {
            return request.getClass().getMethod("getRootDirectory").invoke(request) instanceof Path path
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            // An older Maven, or one that found no root directory and says so by an exception.
            return Optional.empty();
        }
    }
}
