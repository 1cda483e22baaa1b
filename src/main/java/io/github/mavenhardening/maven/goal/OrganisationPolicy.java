package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import org.apache.maven.artifact.Artifact;

/**
 * The policies from outside of the repository: that of a jar among the plugin's dependencies, whose bytes the lock has like those
 * of every other, and a file.
 */
final class OrganisationPolicy {

    /** Where a jar has its policy. */
    static final String RESOURCE = "META-INF/hardening/policy.yml";

    private OrganisationPolicy() {}

    /**
     * The policy of the plugin's class path.
     *
     * @param artifacts the plugin's dependencies, by which a jar is named
     * @throws ConfigurationException when there are several, as none of them comes first
     */
    static Optional<SourceFile> ofClassPath(ClassLoader loader, Collection<Artifact> artifacts) throws IOException {
        List<SourceFile> found = new ArrayList<>();
        for (URL url : Collections.list(loader.getResources(RESOURCE))) {
            found.add(read(url, artifacts));
        }
        if (found.size() > 1) {
            throw new ConfigurationException(
                    "The plugin's dependencies",
                    "Only one of them may have a policy; there are "
                            + String.join(
                                    " and ",
                                    found.stream()
                                            .map(SourceFile::path)
                                            .sorted()
                                            .toList()));
        }
        return found.stream().findFirst();
    }

    /**
     * The policy of a file.
     *
     * @param name as the user names it
     * @throws ConfigurationException when there is none, or it cannot be read
     */
    static SourceFile ofFile(Path path, String name) {
        if (!Files.isRegularFile(path)) {
            throw new ConfigurationException("hardening.policyFile", "There is no file " + name);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return read(name, in);
        } catch (IOException e) {
            throw new ConfigurationException("hardening.policyFile", name + " cannot be read");
        }
    }

    private static SourceFile read(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(FileTree.FILE_LIMIT + 1);
        if (bytes.length > FileTree.FILE_LIMIT) {
            throw new ConfigurationException(name, "larger than " + FileTree.FILE_LIMIT + " bytes");
        }
        try {
            return SourceFile.decode(name, bytes);
        } catch (UnreadableFileException e) {
            throw new ConfigurationException(e.location(), "", e.reason());
        }
    }

    /** Read from the jar itself: a URL's own stream would keep it open for as long as Maven runs. */
    private static SourceFile read(URL url, Collection<Artifact> artifacts) throws IOException {
        Path file = fileOf(url);
        String name = nameOf(file, artifacts) + "!/" + RESOURCE;
        if (!url.getProtocol().equals("jar")) {
            try (InputStream in = Files.newInputStream(file)) {
                return read(name, in);
            }
        }
        try (JarFile jar = new JarFile(file.toFile());
                InputStream in = jar.getInputStream(jar.getJarEntry(RESOURCE))) {
            return read(name, in);
        }
    }

    /** The jar, or the file in a folder of classes. */
    private static Path fileOf(URL url) {
        String text = url.toString();
        int end = text.lastIndexOf("!/");
        return url.getProtocol().equals("jar")
                ? Path.of(URI.create(text.substring("jar:".length(), end)))
                : Path.of(URI.create(text));
    }

    /** The coordinates of the artifact that a resource is of: no message names a folder of this machine. */
    private static String nameOf(Path file, Collection<Artifact> artifacts) {
        for (Artifact artifact : artifacts) {
            if (artifact.getFile() != null
                    && file.startsWith(artifact.getFile().toPath().toAbsolutePath())) {
                return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getBaseVersion();
            }
        }
        return Files.isRegularFile(file) && !file.endsWith("policy.yml")
                ? file.getFileName().toString()
                : "classes";
    }
}
