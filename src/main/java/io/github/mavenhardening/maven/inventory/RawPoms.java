package io.github.mavenhardening.maven.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * Reads POMs as they are written, without inheritance or interpolation, and remembers them. Where two threads ask for the
 * same one at once, both read it and come to the same.
 */
final class RawPoms {

    private static final long MAX_BYTES = 8L * 1024 * 1024;

    private final ConcurrentMap<Path, Optional<Model>> known = new ConcurrentHashMap<>();
    private final ConcurrentMap<Path, Optional<PomOutline>> outlines = new ConcurrentHashMap<>();
    private final ForeignRepositories foreign = new ForeignRepositories();

    /**
     * Reads a POM.
     *
     * @return empty for a POM that cannot be read. Maven, too, takes a published POM that it cannot
     *     read for one that says nothing; its bytes are verified all the same
     */
    Optional<Model> read(Path pom) {
        Optional<Model> model = known.get(pom);
        if (model == null) {
            model = parse(pom);
            known.put(pom, model);
        }
        return model;
    }

    /** Reads as much of a POM as its hierarchy takes; empty as {@link #read}. */
    Optional<PomOutline> outline(Path pom) {
        Optional<PomOutline> outline = outlines.get(pom);
        if (outline == null) {
            outline = outlined(pom);
            outlines.put(pom, outline);
        }
        return outline;
    }

    private Optional<PomOutline> outlined(Path pom) {
        Optional<String> text = text(pom);
        if (text.isPresent()) {
            foreign.note(pom, text.get());
            Optional<PomOutline> outline = PomOutline.of(text.get());
            if (outline.isPresent()) {
                return outline;
            }
        }
        Optional<Model> model = read(pom);
        return model.isPresent() ? Optional.of(PomOutline.of(model.get())) : Optional.empty();
    }

    /** The repositories that the POMs outlined so far name. */
    ForeignRepositories foreignRepositories() {
        return foreign;
    }

    /** The file's bytes as characters: names and versions are ASCII, whatever the encoding of the rest. */
    private static Optional<String> text(Path pom) {
        try {
            return Files.size(pom) > MAX_BYTES
                    ? Optional.empty()
                    : Optional.of(Files.readString(pom, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static String groupIdOf(Model model) {
        return orParent(
                model.getGroupId(),
                model.getParent() == null ? null : model.getParent().getGroupId());
    }

    static String versionOf(Model model) {
        return orParent(
                model.getVersion(),
                model.getParent() == null ? null : model.getParent().getVersion());
    }

    private static String orParent(String own, String parents) {
        return own != null ? own : parents != null ? parents : "";
    }

    private static Optional<Model> parse(Path pom) {
        try {
            if (Files.size(pom) > MAX_BYTES) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(pom)) {
                return Optional.of(new MavenXpp3Reader().read(in, false));
            }
        } catch (IOException | XmlPullParserException e) {
            return Optional.empty();
        }
    }
}
