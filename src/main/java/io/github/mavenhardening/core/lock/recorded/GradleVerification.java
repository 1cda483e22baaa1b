package io.github.mavenhardening.core.lock.recorded;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.xml.XmlElement;
import io.github.mavenhardening.core.xml.XmlReader;
import java.util.Optional;

/**
 * Gradle's file of dependency verification: components by coordinates, in them files by name, in them checksums by algorithm,
 * each with others that are as good.
 *
 * @see <a href="https://docs.gradle.org/current/userguide/dependency_verification.html">Gradle: dependency verification</a>
 */
final class GradleVerification {

    private final RecordedFile.Builder file;

    private GradleVerification(RecordedFile.Builder file) {
        this.file = file;
    }

    static RecordedFile read(SourceFile source) throws LockSyntaxException {
        XmlElement root;
        try {
            root = XmlReader.read(source);
        } catch (UnreadableFileException e) {
            throw new LockSyntaxException(
                    Math.max(1, e.location().line()), Math.max(1, e.location().column()), e.reason());
        }
        if (!root.name().equals("verification-metadata")) {
            throw new LockSyntaxException(
                    root.span().line(), root.span().column(), "expected Gradle's element verification-metadata");
        }
        RecordedFile.Builder file = new RecordedFile.Builder(source.path());
        GradleVerification reader = new GradleVerification(file);
        for (XmlElement components : root.children()) {
            if (components.name().equals("components")) {
                reader.components(components);
            }
        }
        return file.build();
    }

    private void components(XmlElement components) {
        for (XmlElement component : components.children()) {
            String folder = attribute(component, "group").replace('.', '/')
                    + '/'
                    + attribute(component, "name")
                    + '/'
                    + attribute(component, "version")
                    + '/';
            for (XmlElement artifact : component.children()) {
                for (XmlElement checksum : artifact.children()) {
                    // A signature is listed among them: it is not a checksum.
                    if (!checksum.name().equals("pgp")) {
                        checksum(checksum, folder + attribute(artifact, "name"));
                    }
                }
            }
        }
    }

    private void checksum(XmlElement checksum, String path) {
        add(checksum, checksum.name(), path);
        for (XmlElement other : checksum.children()) {
            if (other.name().equals("also-trust")) {
                add(other, checksum.name(), path);
            }
        }
    }

    private void add(XmlElement value, String algorithm, String path) {
        Optional<RecordedChecksum> checksum = RecordedChecksum.of(
                path,
                algorithm,
                attribute(value, "value"),
                Optional.empty(),
                value.span().line());
        if (checksum.isPresent()) {
            file.add(checksum.get());
        } else {
            file.passOver();
        }
    }

    private static String attribute(XmlElement element, String name) {
        return element.attributes().getOrDefault(name, "");
    }
}
