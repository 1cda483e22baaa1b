package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.xml.XmlElement;
import io.github.mavenhardening.core.xml.XmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The licences that locked POMs state, by themselves or by their parents.
 *
 * @see <a href="https://maven.apache.org/pom.html#licenses">POM reference: licenses</a>
 */
final class Licences {

    /** What a POM says that names none, nor does a parent. */
    static final String NONE = "none named";

    private static final int MAX_PARENTS = 32;

    private final Lock lock;
    private final FilesHere files;
    private final Map<String, Outline> outlines = new HashMap<>();

    /**
     * What a POM says of licences.
     *
     * @param licences their names, joined; empty where it leaves that to its parent
     * @param parent its parent; empty where there is none
     * @param gap why it cannot be said, a sentence fragment; empty where it can
     */
    private record Outline(String licences, Optional<Coordinates> parent, String gap) {}

    /**
     * A licence.
     *
     * @param text the names; empty where they are not known
     * @param gap of what they are not, and why, a fragment; empty where they are
     */
    record Known(Optional<String> text, String gap) {}

    /** Those of the POMs of one lock. */
    Licences(Lock lock, FilesHere files) {
        this.lock = lock;
        this.files = files;
    }

    /** That of the artifact with those coordinates. */
    Known of(Coordinates artifact) {
        Optional<Coordinates> pom = Optional.of(artifact.pom());
        for (int i = 0; i < MAX_PARENTS && pom.isPresent(); i++) {
            Outline outline = outlines.computeIfAbsent(pom.get().layoutPath(), this::outline);
            if (!outline.gap().isEmpty()) {
                String parent =
                        i == 0 ? "" : "the POM of its parent " + pom.get().gav() + ": ";
                return new Known(Optional.empty(), artifact.gav() + ": " + parent + outline.gap());
            }
            if (!outline.licences().isEmpty()) {
                return new Known(Optional.of(outline.licences()), "");
            }
            pom = outline.parent();
        }
        return pom.isEmpty()
                ? new Known(Optional.of(NONE), "")
                : new Known(Optional.empty(), artifact.gav() + ": it has more than " + MAX_PARENTS + " parents");
    }

    private Outline outline(String path) {
        Optional<LockEntry> entry = lock.find(path);
        if (entry.isEmpty()) {
            return unknown("it is not locked");
        }
        FilesHere.Found found = files.find(entry.get());
        return found.file().isPresent() ? read(path, found.file().get()) : unknown(found.reason());
    }

    private static Outline unknown(String gap) {
        return new Outline("", Optional.empty(), gap);
    }

    private static Outline read(String path, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(FileTree.FILE_LIMIT + 1);
            if (bytes.length > FileTree.FILE_LIMIT) {
                return unknown("it is larger than " + FileTree.FILE_LIMIT + " bytes");
            }
            // Not decoded strictly: old POMs are in other encodings, and only names of people and places differ there.
            XmlElement root = XmlReader.read(SourceFile.of(path, new String(bytes, StandardCharsets.UTF_8)));
            return new Outline(licences(root), parent(root), "");
        } catch (UnreadableFileException e) {
            return unknown(e.reason());
        } catch (IOException e) {
            return unknown("it cannot be read");
        }
    }

    private static String licences(XmlElement root) {
        List<String> names = new ArrayList<>();
        for (XmlElement licence : root.childrenAt("licenses")) {
            licence.childText("name").or(() -> licence.childText("url")).ifPresent(names::add);
        }
        return String.join(", ", names);
    }

    private static Optional<Coordinates> parent(XmlElement root) {
        Optional<XmlElement> parent = root.child("parent");
        return parent.isEmpty()
                ? Optional.empty()
                : Optional.of(Coordinates.pom(
                        parent.get().childText("groupId").orElse(""),
                        parent.get().childText("artifactId").orElse(""),
                        parent.get().childText("version").orElse("")));
    }
}
