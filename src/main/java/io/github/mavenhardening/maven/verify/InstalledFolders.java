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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Compares what plugins installed past Maven with the lock, each folder once, when the module that installs it has been built. */
final class InstalledFolders {

    private final FolderReader reader;
    private final String system;
    private final boolean isOfAllModules;
    private final Map<MavenProject, List<InstallPlace>> places = new LinkedHashMap<>();
    private final SortedMap<String, InstalledComparison> compared = new TreeMap<>();

    InstalledFolders(MavenSession session, Path root, Hashing hashing) {
        this.reader = new FolderReader(root, hashing);
        this.system = BuildEnvironment.platform(session);
        this.isOfAllModules =
                session.getProjects().size() == session.getAllProjects().size();
        InstallPlaces known = new InstallPlaces(session, root);
        for (MavenProject project : session.getProjects()) {
            places.put(project, known.of(project));
        }
    }

    /** The plugins, {@code groupId:artifactId}, of which the lock has what they install. */
    Set<String> plugins(InstalledFiles lock) {
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

    /** Whether something is to be compared when a module was built. */
    boolean concern(MavenProject project, InstalledFiles lock) {
        return !foldersOf(project, plugins(lock)).isEmpty();
    }

    /**
     * What is installed by now. A folder that no plugin of this build is known to install is compared when all modules were built:
     * before, it may hold what the build before this one left there.
     *
     * @param built the modules that have reached the goal
     */
    List<InstalledComparison> compare(InstalledFiles lock, Set<MavenProject> built) {
        Set<String> plugins = plugins(lock);
        Set<String> known = new HashSet<>();
        for (MavenProject project : places.keySet()) {
            for (String folder : foldersOf(project, plugins)) {
                known.add(folder);
                if (built.contains(project)) {
                    compare(folder, lock);
                }
            }
        }
        if (isOfAllModules && built.containsAll(places.keySet())) {
            for (String folder : lock.folders().keySet()) {
                if (!known.contains(folder)) {
                    compare(folder, lock);
                }
            }
        }
        return List.copyOf(compared.values());
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

    private void compare(String folder, InstalledFiles lock) {
        if (!compared.containsKey(folder)) {
            compared.put(folder, InstalledComparison.of(lock, folder, system, reader.read(folder)));
        }
    }
}
