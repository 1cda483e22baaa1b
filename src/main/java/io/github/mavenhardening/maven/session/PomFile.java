package io.github.mavenhardening.maven.session;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;

/**
 * The POM of a project as its authors write it. Goals put another in its place while a build runs: {@code flatten:flatten} a
 * {@code .flattened-pom.xml}, {@code shade:shade} a {@code dependency-reduced-pom.xml}, which is checked in nowhere.
 */
public final class PomFile {

    private PomFile() {}

    /** The file that Maven read, absolute; empty for a project that was read from no file. */
    public static Optional<Path> of(MavenProject project) {
        Model model = project.getModel();
        File read = project.getFile() == null || model == null ? null : model.getPomFile();
        return Optional.ofNullable(read == null ? project.getFile() : read)
                .map(file -> file.toPath().toAbsolutePath().normalize());
    }

    /** Its path in a checkout, with slashes; empty where it lies elsewhere, or nowhere. */
    public static Optional<String> in(MavenProject project, Path root) {
        Path base = root.toAbsolutePath().normalize();
        return of(project)
                .filter(pom -> pom.startsWith(base))
                .map(pom -> base.relativize(pom).toString().replace('\\', '/'));
    }
}
