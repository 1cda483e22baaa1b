package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.xml.XmlElement;
import io.github.mavenhardening.core.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the POMs of a repository as files. Neither document types nor entities are taken, and nothing is fetched. */
public final class PomFiles {

    /** A reactor of more modules tells nothing new. */
    private static final int FILE_LIMIT = 1_000;

    private static final String DEFAULT_GROUP = "org.apache.maven.plugins";

    private PomFiles() {}

    /** The POMs of the repository's modules; those of tests and broken ones are left out. */
    public static List<PomFile> of(Repository repository) {
        return repository.files().stream()
                .filter(path -> path.equals("pom.xml") || path.endsWith("/pom.xml"))
                .filter(path -> !("/" + path).contains("/src/"))
                // Silent: what is beyond is not evidence, so that a finding stands.
                .limit(FILE_LIMIT)
                .flatMap(path -> read(repository, path).stream())
                .toList();
    }

    private static Optional<PomFile> read(Repository repository, String path) {
        try {
            return parse(repository.read(path));
        } catch (UnreadableFileException e) {
            // Silent: what a broken POM might declare is not evidence, so that the finding stands.
            return Optional.empty();
        }
    }

    /**
     * The POM of a text; empty when it is none.
     *
     * @throws UnreadableFileException when it is not well-formed
     */
    static Optional<PomFile> parse(SourceFile file) throws UnreadableFileException {
        XmlElement root = XmlReader.read(file);
        if (!root.name().equals("project")) {
            return Optional.empty();
        }
        List<PomFile.Plugin> plugins = new ArrayList<>();
        plugins(root, plugins);
        Optional<XmlElement> profiles = root.child("profiles");
        if (profiles.isPresent()) {
            for (XmlElement profile : profiles.get().children()) {
                plugins(profile, plugins);
            }
        }
        return Optional.of(
                new PomFile(file.path(), plugins, root.child("parent").isPresent()));
    }

    /** Those of a project or a profile. */
    private static void plugins(XmlElement level, List<PomFile.Plugin> found) {
        for (String section : List.of("build", "reporting")) {
            Optional<XmlElement> plugins = level.at(section, "plugins");
            if (plugins.isPresent()) {
                for (XmlElement plugin : plugins.get().children()) {
                    found.add(new PomFile.Plugin(
                            plugin.childText("groupId").orElse(DEFAULT_GROUP),
                            plugin.childText("artifactId").orElse("")));
                }
            }
        }
    }
}
