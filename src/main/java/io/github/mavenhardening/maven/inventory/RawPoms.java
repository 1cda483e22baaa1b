package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.maven.session.PomFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * Reads POMs as they are written, without inheritance or interpolation, and remembers them: as Maven's model, other than the POMs
 * that checks look at, for the hierarchy of a project begins with models that Maven holds. A published POM must mean here what it
 * means to Maven, whatever its encoding and its flaws: what its {@linkplain PomOutline outline} does not understand, Maven's own
 * reader reads. Where two threads ask for the same one at once, both read it and come to the same.
 */
final class RawPoms {

    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private final ConcurrentMap<Path, Optional<Model>> known = new ConcurrentHashMap<>();
    private final ConcurrentMap<Path, String> problems = new ConcurrentHashMap<>();
    private final ConcurrentMap<Path, Model> naming = new ConcurrentHashMap<>();

    /** Whole models, of POMs that a goal put another in the place of. */
    private final ConcurrentMap<Path, Optional<Model>> replaced = new ConcurrentHashMap<>();

    /**
     * Reads a POM, at least its {@linkplain PomOutline outline}.
     *
     * @return empty for a POM that is not well-formed, by Maven's own reader. Maven, too, takes such a published POM for one that
     *     says nothing; its bytes are verified all the same. Empty also where {@linkplain #problemOf something else} stood in the
     *     way
     */
    Optional<Model> read(Path pom) {
        Optional<Model> model = known.get(pom);
        if (model == null) {
            model = parse(pom);
            if (model.isPresent() && namesRepositories(model.get())) {
                naming.put(pom, model.get());
            }
            known.put(pom, model);
        }
        return model;
    }

    /**
     * The model of a project as its authors write it. Maven keeps it, until {@code flatten:flatten} sets that of its
     * {@code .flattened-pom.xml} instead, which has neither parent nor imports nor profiles: then it is read once more.
     *
     * @return null for a parent from elsewhere where Maven did not keep what was written
     */
    Model asWritten(MavenProject project) {
        Optional<Path> pom = PomFile.of(project);
        boolean isReplaced = pom.isPresent()
                && !pom.get().equals(project.getFile().toPath().toAbsolutePath().normalize());
        Model kept = project.getOriginalModel();
        return isReplaced
                ? replaced.computeIfAbsent(pom.get(), file -> bytes(file).flatMap(RawPoms::whole))
                        .orElse(kept)
                : kept;
    }

    /** Those of the POMs read so far that name repositories. */
    Map<Path, Model> namingRepositories() {
        return naming;
    }

    /** Why a POM that was read came to nothing although Maven may read it; a sentence fragment. */
    Optional<String> problemOf(Path pom) {
        return Optional.ofNullable(problems.get(pom));
    }

    private static boolean namesRepositories(Model model) {
        boolean names = namesOwn(model);
        for (Profile profile : model.getProfiles()) {
            names |= namesOwn(profile);
        }
        return names;
    }

    private static boolean namesOwn(ModelBase level) {
        return !level.getRepositories().isEmpty()
                || !level.getPluginRepositories().isEmpty();
    }

    private Optional<byte[]> bytes(Path pom) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(pom)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            problems.put(pom, "it cannot be read (" + e.getClass().getSimpleName() + ")");
            return Optional.empty(); // Silent: the problem is asked for.
        }
        if (bytes.length > MAX_BYTES) {
            problems.put(pom, "it is larger than " + MAX_BYTES + " bytes");
            return Optional.empty();
        }
        return Optional.of(bytes);
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

    private Optional<Model> parse(Path pom) {
        Optional<byte[]> bytes = bytes(pom);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        Optional<Model> outline = PomOutline.of(bytes.get());
        return outline.isPresent() ? outline : whole(bytes.get());
    }

    private static Optional<Model> whole(byte[] text) {
        try {
            return Optional.of(new MavenXpp3Reader().read(new ByteArrayInputStream(text), false));
        } catch (IOException | XmlPullParserException e) {
            return Optional
                    .empty(); // Silent: Maven has the same reader and takes such a POM for one that says nothing.
        }
    }
}
