package io.github.mavenhardening.maven.inventory;

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
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;

/**
 * Says cheaply which locked files a plugin that this session has no use for could use in another. It
 * follows the POMs as they are written and takes any locked version for the wanted one: a superset,
 * good enough to spare an entry the name of stale, and a fraction of the cost of resolving.
 */
final class Reachable {

    private final RawPoms poms;
    private final Uses uses;
    private final Map<String, List<String>> lockedByModule = new HashMap<>();

    /**
     * Of a lock.
     *
     * @param lockedPaths the paths in the lock
     */
    Reachable(RawPoms poms, Uses uses, Collection<String> lockedPaths) {
        this.poms = poms;
        this.uses = uses;
        for (String path : lockedPaths) {
            int file = path.lastIndexOf('/');
            int version = file < 0 ? -1 : path.lastIndexOf('/', file - 1);
            if (version > 0) {
                lockedByModule
                        .computeIfAbsent(path.substring(0, version), module -> new ArrayList<>())
                        .add(path);
            }
        }
    }

    /** Adds what one plugin could use. */
    void add(PluginRequest request, Reason reason) {
        Set<String> seen = new HashSet<>();
        Deque<String> modules = new ArrayDeque<>();
        enqueue(request.plugin().getGroupId(), request.plugin().getArtifactId(), seen, modules);
        enqueueAll(request.plugin().getDependencies(), "", seen, modules);
        while (!modules.isEmpty()) {
            for (String path : lockedByModule.get(modules.removeFirst())) {
                Optional<Path> file = uses.addPossible(path, reason);
                if (path.endsWith(".pom")) {
                    file.flatMap(poms::read).ifPresent(model -> follow(model, seen, modules));
                }
            }
        }
    }

    private void follow(Model model, Set<String> seen, Deque<String> modules) {
        String groupId = RawPoms.groupIdOf(model);
        if (model.getParent() != null) {
            enqueue(model.getParent().getGroupId(), model.getParent().getArtifactId(), seen, modules);
        }
        enqueueAll(model.getDependencies(), groupId, seen, modules);
        imports(model.getDependencyManagement(), groupId, seen, modules);
        model.getProfiles().forEach(profile -> {
            enqueueAll(profile.getDependencies(), groupId, seen, modules);
            imports(profile.getDependencyManagement(), groupId, seen, modules);
        });
        if (model.getDistributionManagement() != null
                && model.getDistributionManagement().getRelocation() != null) {
            var relocation = model.getDistributionManagement().getRelocation();
            enqueue(
                    relocation.getGroupId() == null ? groupId : relocation.getGroupId(),
                    relocation.getArtifactId() == null ? model.getArtifactId() : relocation.getArtifactId(),
                    seen,
                    modules);
        }
    }

    private void imports(DependencyManagement management, String groupId, Set<String> seen, Deque<String> modules) {
        if (management != null) {
            List<Dependency> imported = management.getDependencies().stream()
                    .filter(dependency -> "import".equals(dependency.getScope()))
                    .toList();
            enqueueAll(imported, groupId, seen, modules);
        }
    }

    private void enqueueAll(List<Dependency> dependencies, String groupId, Set<String> seen, Deque<String> modules) {
        for (Dependency dependency : dependencies) {
            String ofGroup = dependency.getGroupId() == null ? "" : dependency.getGroupId();
            enqueue(
                    ofGroup.replace("${project.groupId}", groupId).replace("${pom.groupId}", groupId),
                    dependency.getArtifactId(),
                    seen,
                    modules);
        }
    }

    private void enqueue(String groupId, String artifactId, Set<String> seen, Deque<String> modules) {
        String module = (groupId == null ? "" : groupId.replace('.', '/')) + '/' + artifactId;
        if (lockedByModule.containsKey(module) && seen.add(module)) {
            modules.addLast(module);
        }
    }
}
