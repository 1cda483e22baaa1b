package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.pom.BuildFilesReader;
import io.github.mavenhardening.core.pom.Pom;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Which of a checkout's reactors a session builds, or a part of: a checkout may have a second one, which the root's POM does not lead
 * to. It uses other files, and neither of them can say what the other needs.
 */
public final class ReactorFolder {

    private ReactorFolder() {}

    /**
     * The folder of that reactor's uppermost POM, relative to the root, with {@code /}; empty for the root's reactor, and where the
     * session builds nothing of the checkout.
     *
     * @throws UncheckedIOException when the root is not a folder
     */
    public static String of(MavenSession session, Path root) {
        MavenProject top = session.getTopLevelProject();
        String pom = Optional.ofNullable(top)
                .flatMap(project -> PomFile.in(project, root))
                .orElse("");
        if (pom.indexOf('/') < 0) {
            return "";
        }
        Repository checkout = open(root);
        Set<String> ofRoot = new HashSet<>();
        for (Pom one : BuildFilesReader.read(checkout).poms()) {
            ofRoot.add(one.path());
        }
        if (ofRoot.contains(pom)) {
            return "";
        }
        for (int slash = pom.indexOf('/'); slash >= 0; slash = pom.indexOf('/', slash + 1)) {
            String folder = pom.substring(0, slash);
            if (checkout.isFile(folder + "/pom.xml") && !ofRoot.contains(folder + "/pom.xml")) {
                return folder;
            }
        }
        return pom.substring(0, pom.lastIndexOf('/'));
    }

    private static Repository open(Path root) {
        try {
            return new Repository(new Checkout(root), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
