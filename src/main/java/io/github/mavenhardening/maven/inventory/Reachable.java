package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.UsedArtifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Dependency;

/**
 * The locked files that are reachable from what this session does not use, and another may, found cheaply. It
 * follows every artifactId that a POM names, as parent, dependency, import or relocation, to whatever
 * is locked under it: a superset, good enough to spare an entry the name of stale, and a fraction of
 * the cost of reading models, let alone of resolving.
 */
final class Reachable {

    private static final String START = "<artifactId>";
    private static final String END = "</artifactId>";
    private static final long MAX_BYTES = 8L * 1024 * 1024;

    private final ArtifactUses uses;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, List<String>> lockedByArtifactId = new HashMap<>();
    private final Map<String, UsedArtifact> used;
    /** The artifactIds whose files are not all used, and that nothing led to yet. */
    private final Set<String> wanted = new HashSet<>();

    /**
     * Of a lock.
     *
     * @param lockedPaths the paths in the lock
     * @param used what is used by path: that is followed, and not added
     */
    Reachable(ArtifactUses uses, Collection<String> lockedPaths, Map<String, UsedArtifact> used) {
        this.uses = uses;
        this.used = used;
        for (String path : lockedPaths) {
            String[] parts = path.split("/", -1);
            if (parts.length > 3) {
                String artifactId = parts[parts.length - 3];
                List<String> known = lockedByArtifactId.get(artifactId);
                if (known == null) {
                    known = new ArrayList<>();
                    lockedByArtifactId.put(artifactId, known);
                }
                known.add(path);
                if (!used.containsKey(path)) {
                    wanted.add(artifactId);
                }
            }
        }
    }

    /** Adds what one plugin could use, other than what those added before it could. */
    void add(PluginRequest request, UsagePath reason) {
        List<String> artifactIds = new ArrayList<>();
        artifactIds.add(request.plugin().getArtifactId());
        for (Dependency dependency : request.plugin().getDependencies()) {
            artifactIds.add(dependency.getArtifactId());
        }
        add(artifactIds, reason);
    }

    /** Adds what artifacts of some ids could use, other than what was added before. */
    void add(Collection<String> artifactIds, UsagePath reason) {
        Deque<String> queue = new ArrayDeque<>();
        for (String artifactId : artifactIds) {
            enqueue(artifactId, queue);
        }
        while (!queue.isEmpty() && !wanted.isEmpty()) {
            String artifactId = queue.removeFirst();
            wanted.remove(artifactId);
            for (String path : lockedByArtifactId.get(artifactId)) {
                UsedArtifact known = used.get(path);
                Optional<Path> file = known == null ? uses.addPossible(path, reason) : Optional.of(known.file());
                if (file.isPresent() && path.endsWith(".pom")) {
                    follow(file.get(), queue);
                }
            }
        }
    }

    private void follow(Path pom, Deque<String> queue) {
        String text = read(pom);
        for (int start = text.indexOf(START); start >= 0; ) {
            int from = start + START.length();
            int end = text.indexOf(END, from);
            if (end < 0) {
                return;
            }
            enqueue(text.substring(from, end).strip(), queue);
            start = text.indexOf(START, end);
        }
    }

    private static String read(Path pom) {
        try {
            // Artifact ids are ASCII, so any encoding that keeps ASCII will do.
            return Files.size(pom) > MAX_BYTES ? "" : Files.readString(pom, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // Silent: what it leads to is at worst called stale.
        }
    }

    private void enqueue(String artifactId, Deque<String> queue) {
        if (lockedByArtifactId.containsKey(artifactId) && seen.add(artifactId)) {
            queue.addLast(artifactId);
        }
    }
}
