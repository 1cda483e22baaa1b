package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.file.AtomicFile;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockPath;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.metadata.DefaultMetadata;
import org.eclipse.aether.metadata.Metadata;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.LocalArtifactResult;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Tells Maven which versions there are: those that are locked. For a range of versions, {@code LATEST}, a plugin without a version and
 * the prefix of a goal Maven reads the lists that it keeps of each repository ({@code maven-metadata-central.xml}). A repository's own
 * list changes with each release and cannot be locked; what the build may take from it is locked, so the lists are made of that.
 */
final class VersionLists {

    private static final String NAME = "maven-metadata.xml";

    /** Tells our lists from those that Maven downloaded, which are left as they are. */
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- Written by hardening:fetch: what is locked, and nothing else. -->
            """;

    /** What needs no escape in XML, and Maven takes in a version or a prefix. */
    private static final Pattern PLAIN = Pattern.compile("[\\w.+~-]++");

    private final RepositorySystemSession session;
    private final LocalRepositoryManager manager;
    private final OriginRepositories origins;
    private final Log log;

    /** The repositories of origins, which are asked for once for each locked file. */
    private final Map<String, List<RemoteRepository>> repositories = new HashMap<>();

    /** By their places in the local repository. An artifact and a group may share one. */
    private final SortedMap<String, VersionList> lists = new TreeMap<>();

    /** Of a session whose local repository has the locked files. */
    VersionLists(RepositorySystemSession session, OriginRepositories origins, Log log) {
        this.session = session;
        this.manager = session.getLocalRepositoryManager();
        this.origins = origins;
        this.log = log;
    }

    /** A file that Maven takes offline, and the repository that it takes it for one of. */
    private record Placed(Coordinates artifact, RemoteRepository from, Path file) {}

    /** Writes the lists of all that is locked and there, where no list of Maven's own is. */
    void write(Lock lock) throws IOException {
        SortedMap<String, List<Placed>> artifacts = new TreeMap<>();
        for (String path : lock.entries().keySet()) {
            Optional<Coordinates> artifact = LockPath.coordinatesOf(path);
            if (artifact.isPresent()) {
                String key = artifact.get().groupId() + ':' + artifact.get().artifactId();
                placed(path, artifact.get())
                        .forEach(one -> artifacts
                                .computeIfAbsent(key, unknown -> new ArrayList<>())
                                .add(one));
            }
        }
        for (List<Placed> files : artifacts.values()) {
            versions(files);
            for (Placed one : files) {
                prefix(one);
            }
        }
        writeAll();
    }

    private List<Placed> placed(String path, Coordinates file) {
        if (!PLAIN.matcher(file.version()).matches()) {
            log.warn(Sanitizer.line("Not listed for Maven, which may refuse the name of this version: " + path));
            return List.of();
        }
        List<Placed> placed = new ArrayList<>();
        DefaultArtifact artifact = new DefaultArtifact(
                file.groupId(), file.artifactId(), file.classifier(), file.extension(), file.version());
        for (RemoteRepository from : repositories.computeIfAbsent(origins.idOf(path), origins::of)) {
            LocalArtifactResult found = manager.find(session, new LocalArtifactRequest(artifact, List.of(from), ""));
            File here = found.getFile();
            // The id is a part of the list's name. Maven refuses such a one, but a lock may have it.
            boolean named = from.getId().indexOf('/') < 0 && from.getId().indexOf('\\') < 0;
            if (found.isAvailable() && here != null && named) {
                placed.add(new Placed(file, from, here.toPath()));
            }
        }
        return placed;
    }

    /**
     * Lists the versions of one artifact. For a range Maven reads the POM of each version in it, so those of which nothing else is
     * locked are listed, too. The newest is one that more is locked of, unless it is so of none, as of parents.
     */
    private void versions(List<Placed> files) {
        VersionList usable = new VersionList();
        VersionList all = new VersionList();
        for (Placed one : files) {
            all.add(one.artifact().version());
            if (!one.artifact().extension().equals("pom")) {
                usable.add(one.artifact().version());
            }
        }
        for (Placed one : files) {
            Coordinates artifact = one.artifact();
            VersionList list = list(one.from(), metadata(artifact.groupId(), artifact.artifactId()));
            list.add(artifact.version());
            // Of several repositories Maven takes the first that names a newest version.
            list.newest(usable.isEmpty() ? all : usable);
        }
    }

    private void prefix(Placed one) {
        Coordinates artifact = one.artifact();
        if (!artifact.extension().equals("jar") || !artifact.classifier().isEmpty()) {
            return;
        }
        try {
            Optional<String> prefix =
                    GoalPrefix.of(one.file()).filter(text -> PLAIN.matcher(text).matches());
            if (prefix.isPresent() && PLAIN.matcher(artifact.artifactId()).matches()) {
                list(one.from(), metadata(artifact.groupId(), "")).add(prefix.get(), artifact.artifactId());
            }
        } catch (IOException e) {
            log.warn(Sanitizer.line("Whether it is a plugin, and by which prefix its goals are called, cannot be seen: "
                    + artifact.layoutPath() + ": " + e.getMessage()));
        }
    }

    /** What Maven calls the list of an artifact; that of a group where the artifact has no name. */
    private static Metadata metadata(String groupId, String artifactId) {
        return new DefaultMetadata(groupId, artifactId, NAME, Metadata.Nature.RELEASE_OR_SNAPSHOT);
    }

    private VersionList list(RemoteRepository from, Metadata metadata) {
        return lists.computeIfAbsent(
                manager.getPathForRemoteMetadata(metadata, from, ""), unknown -> new VersionList());
    }

    private void writeAll() throws IOException {
        Path local = session.getLocalRepository().getBasedir().toPath();
        int foreign = 0;
        for (Map.Entry<String, VersionList> one : lists.entrySet()) {
            Path file = local.resolve(one.getKey());
            byte[] text = (HEAD + one.getValue().xml()).getBytes(StandardCharsets.UTF_8);
            Files.createDirectories(file.getParent());
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                try (AtomicFile staged = AtomicFile.stage(file, text)) {
                    foreign += staged.commitIfAbsent() ? 0 : 1;
                }
            } else if (isOurs(file)) {
                AtomicFile.write(file, text);
            } else {
                foreign++;
            }
        }
        log.info(Count.of(lists.size() - foreign, "lists") + " of locked versions and prefixes written for Maven ("
                + NAME + ")" + (foreign == 0 ? "" : "; " + foreign + " of Maven's own are there and left as they are"));
    }

    private static boolean isOurs(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        byte[] head = HEAD.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Arrays.equals(in.readNBytes(head.length), head);
        }
    }
}
