package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.dependency.InstallPlace;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.installed.FolderReader;
import io.github.mavenhardening.core.lock.installed.InstalledComparison;
import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import io.github.mavenhardening.maven.inventory.InstallPlaces;
import io.github.mavenhardening.maven.session.BuildEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Compares what plugins installed past Maven with the lock, whenever a module that installs it has reached the goal. */
final class InstalledFolders {

    private final Path root;
    private final String system;

    /** Of all modules, those that this session does not build included. */
    private final Map<MavenProject, List<InstallPlace>> places = new LinkedHashMap<>();

    private final SortedMap<String, InstalledComparison> compared = new TreeMap<>();

    /** What was hashed of each folder when it was compared last. */
    private final Map<String, Hashing> hashed = new HashMap<>();

    InstalledFolders(MavenSession session, Path root) {
        this.root = root;
        this.system = BuildEnvironment.platform(session);
        InstallPlaces known = new InstallPlaces(session, root);
        for (MavenProject project : session.getAllProjects()) {
            places.put(project, known.of(project));
        }
    }

    /**
     * The plugins, {@code groupId:artifactId}, all of whose installations are compared: something of each is locked, so that what
     * is not is found, and nothing lies where no lock reaches.
     */
    Set<String> covered(InstalledFiles lock) {
        Set<String> covered = locked(lock);
        for (List<InstallPlace> ofModule : places.values()) {
            for (InstallPlace place : ofModule) {
                if (place.path().isEmpty()) {
                    covered.remove(place.plugin());
                }
            }
        }
        return covered;
    }

    /** Whether something is to be compared when a module was built. */
    boolean concern(MavenProject project, InstalledFiles lock) {
        return !foldersOf(project, locked(lock)).isEmpty();
    }

    /**
     * What is installed by now. A folder that no plugin of this build is known to install is compared when all modules were built:
     * before, it may hold what the build before this one left there. What a module installs into is compared each time that it asks:
     * a goal that ran before the plugin, or another module with the same folder, saw what was there then.
     *
     * @param asking the module that has just reached the goal
     * @param built the modules that have reached it, that one included
     */
    List<InstalledComparison> compare(InstalledFiles lock, MavenProject asking, Set<MavenProject> built) {
        Set<String> plugins = locked(lock);
        Set<String> known = new HashSet<>();
        for (MavenProject project : places.keySet()) {
            for (String folder : foldersOf(project, plugins)) {
                known.add(folder);
                if (project.equals(asking) || (built.contains(project) && !compared.containsKey(folder))) {
                    compare(folder, lock);
                }
            }
        }
        if (built.containsAll(places.keySet())) {
            for (String folder : lock.folders().keySet()) {
                if (!known.contains(folder)) {
                    compare(folder, lock);
                }
            }
        }
        return List.copyOf(compared.values());
    }

    /** The plugins of which the lock has something that they install. */
    private Set<String> locked(InstalledFiles lock) {
        Set<String> plugins = new HashSet<>();
        for (List<InstallPlace> ofModule : places.values()) {
            for (InstallPlace place : ofModule) {
                if (place.path().isPresent()
                        && lock.folders().containsKey(place.path().get())) {
                    plugins.add(place.plugin());
                }
            }
        }
        return plugins;
    }

    private List<String> foldersOf(MavenProject project, Set<String> plugins) {
        List<String> folders = new ArrayList<>();
        for (InstallPlace place : places.getOrDefault(project, List.of())) {
            if (place.path().isPresent() && plugins.contains(place.plugin())) {
                folders.add(place.path().get());
            }
        }
        return folders;
    }

    /** Of a folder that was compared before, only the files are read that were written since. */
    private void compare(String folder, InstalledFiles lock) {
        Hashing before = hashed.get(folder);
        Hashing hashing = before == null ? new Hashing() : before.again();
        hashed.put(folder, hashing);
        compared.put(
                folder, InstalledComparison.of(lock, folder, system, new FolderReader(root, hashing).read(folder)));
    }
}
