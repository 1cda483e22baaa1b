package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.lock.Coordinates;
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
 * The licences that published POMs state, by themselves or by their parents.
 *
 * @see <a href="https://maven.apache.org/pom.html#licenses">POM reference: licenses</a>
 */
public final class PomLicences {

    private static final int MAX_PARENTS = 32;

    private final Poms poms;
    private final Map<String, Outline> outlines = new HashMap<>();

    /** Where POMs lie. */
    public interface Poms {

        /** The file of a POM by its path in the repository layout. */
        Place find(String layoutPath);
    }

    /**
     * Where a file lies.
     *
     * @param file empty where it is not to be had
     * @param reason why, a sentence fragment; empty where there is one
     */
    public record Place(Optional<Path> file, String reason) {

        /** There. */
        public static Place at(Path file) {
            return new Place(Optional.of(file), "");
        }

        /** Nowhere. */
        public static Place missing(String reason) {
            return new Place(Optional.empty(), reason);
        }
    }

    /**
     * A licence as a POM states it. At least one of the two is there.
     *
     * @param name empty where there is none
     * @param url empty where there is none; whatever text the POM has in its place
     */
    public record Licence(Optional<String> name, Optional<String> url) {

        /** The name, else the address. */
        public String text() {
            return name.or(() -> url).orElse("");
        }
    }

    /**
     * What a POM says of licences.
     *
     * @param licences empty where it leaves that to its parent
     * @param parent its parent; empty where there is none
     * @param gap why it cannot be said, a sentence fragment; empty where it can
     */
    private record Outline(List<Licence> licences, Optional<Coordinates> parent, String gap) {}

    /**
     * What is known of an artifact's licences.
     *
     * @param licences empty where neither the POM nor a parent names one, and where they are not known
     * @param gap of what they are not known, and why, a fragment; empty where they are
     */
    public record Known(List<Licence> licences, String gap) {}

    /** Those of POMs that lie there. */
    public PomLicences(Poms poms) {
        this.poms = poms;
    }

    /** Those of the artifact with those coordinates. */
    public Known of(Coordinates artifact) {
        Optional<Coordinates> pom = Optional.of(artifact.pom());
        for (int i = 0; i < MAX_PARENTS && pom.isPresent(); i++) {
            Outline outline = outlines.computeIfAbsent(pom.get().layoutPath(), this::outline);
            if (!outline.gap().isEmpty()) {
                String parent =
                        i == 0 ? "" : "the POM of its parent " + pom.get().gav() + ": ";
                return new Known(List.of(), artifact.gav() + ": " + parent + outline.gap());
            }
            if (!outline.licences().isEmpty()) {
                return new Known(outline.licences(), "");
            }
            pom = outline.parent();
        }
        return pom.isEmpty()
                ? new Known(List.of(), "")
                : new Known(List.of(), artifact.gav() + ": it has more than " + MAX_PARENTS + " parents");
    }

    private Outline outline(String path) {
        Place place = poms.find(path);
        return place.file().isPresent() ? read(path, place.file().get()) : unknown(place.reason());
    }

    private static Outline unknown(String gap) {
        return new Outline(List.of(), Optional.empty(), gap);
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

    private static List<Licence> licences(XmlElement root) {
        List<Licence> licences = new ArrayList<>();
        for (XmlElement each : root.childrenAt("licenses")) {
            Licence licence = new Licence(each.childText("name"), each.childText("url"));
            if (!licence.text().isEmpty()) {
                licences.add(licence);
            }
        }
        return licences;
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
