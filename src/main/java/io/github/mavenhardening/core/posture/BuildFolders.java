package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.Glob;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedFile;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Directories with build files that Dependabot would read, for ecosystems whose files have one name.
 *
 * @see <a href="https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference#directories-or-directory--">Dependabot
 *     options reference: directories</a>
 */
public final class BuildFolders {

    private static final String POM = "pom.xml";

    private static final Map<String, Set<String>> NAMES = Map.of(
            "maven", Set.of(POM),
            "gradle",
                    Set.of(
                            "build.gradle",
                            "build.gradle.kts",
                            "settings.gradle",
                            "settings.gradle.kts",
                            "libs.versions.toml"),
            "npm", Set.of("package.json"),
            "gomod", Set.of("go.mod"),
            "cargo", Set.of("Cargo.toml"));

    /** Longer patterns are not tried on every file; nobody writes such a one by hand. */
    private static final int PATTERN_LIMIT = 200;

    private static final String ACTIONS = "github-actions";

    private BuildFolders() {}

    /**
     * Whether a folder may hold files of an ecosystem; where their names are not known here, it may.
     *
     * @param directory as Dependabot's configuration has it: from the root, with wildcards
     */
    static boolean mayHold(Repository repository, String ecosystem, String directory) {
        if (!ecosystem.equals(ACTIONS) && !NAMES.containsKey(ecosystem)) {
            return true;
        }
        String folder = plain(directory);
        if (folder.indexOf('*') < 0) {
            return holds(ecosystem, folder, repository);
        }
        if (folder.length() > PATTERN_LIMIT) {
            // Silent: then the entry is reported for one that has no folder.
            return false;
        }
        Glob glob = Glob.of(folder, true);
        for (String path : all(repository)) {
            int slash = path.lastIndexOf('/');
            String parent = slash < 0 ? "" : path.substring(0, slash);
            // That "**/*" reaches the root is not documented, but nothing speaks against it.
            boolean within = parent.isEmpty() ? folder.startsWith("**") : glob.matches(parent);
            if (within && isOf(ecosystem, parent, path.substring(slash + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a directory of Dependabot's configuration is, or stands for, that very folder. */
    static boolean isFolder(String directory, String folder) {
        String written = plain(directory);
        // Silent: then the entry is reported for one that has no folder.
        return written.equals(folder)
                || (written.indexOf('*') >= 0
                        && written.length() <= PATTERN_LIMIT
                        && Glob.of(written, true).matches(folder));
    }

    private static boolean holds(String ecosystem, String folder, Repository repository) {
        boolean found = holdsDirectly(ecosystem, folder, repository);
        if (!found && ecosystem.equals(ACTIONS) && folder.isEmpty()) {
            return holdsDirectly(ecosystem, ".github/workflows", repository);
        }
        return found
                || (ecosystem.equals("gradle")
                        && repository.isFile(
                                folder.isEmpty()
                                        ? "gradle/libs.versions.toml"
                                        : folder + "/gradle/libs.versions.toml"));
    }

    private static boolean holdsDirectly(String ecosystem, String folder, Repository repository) {
        try {
            for (String path : repository.filesIn(folder)) {
                if (isOf(ecosystem, folder, path.substring(path.lastIndexOf('/') + 1))) {
                    return true;
                }
            }
            return false;
        } catch (InvalidPathException e) {
            // Silent: no folder of this system has such a name, and the entry is reported for one that has none.
            return false;
        }
    }

    private static boolean isOf(String ecosystem, String folder, String name) {
        if (!ecosystem.equals(ACTIONS)) {
            return NAMES.get(ecosystem).contains(name);
        }
        boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
        return yaml && (!folder.isEmpty() || name.startsWith("action."));
    }

    /**
     * The folders of POMs that have none above them, each of which Maven builds by itself: {@code java/app}, empty for the root.
     * POMs below {@code src} are a build's own files.
     */
    public static SortedSet<String> ofBuilds(Repository repository) {
        SortedSet<String> all = new TreeSet<>();
        for (String path : all(repository)) {
            if (path.equals(POM)) {
                return new TreeSet<>(Set.of(""));
            }
            if (path.endsWith('/' + POM) && !('/' + path).contains("/src/")) {
                all.add(path.substring(0, path.length() - POM.length()));
            }
        }
        SortedSet<String> builds = new TreeSet<>();
        String last = null;
        for (String folder : all) {
            if (last == null || !folder.startsWith(last)) {
                builds.add(folder.substring(0, folder.length() - 1));
                last = folder;
            }
        }
        return builds;
    }

    /** Without slashes at either end. */
    private static String plain(String directory) {
        String folder = directory.strip();
        while (folder.startsWith("/") || folder.startsWith("./")) {
            folder = folder.substring(folder.indexOf('/') + 1);
        }
        while (folder.endsWith("/")) {
            folder = folder.substring(0, folder.length() - 1);
        }
        return folder.equals(".") ? "" : folder;
    }

    /** The paths of all files: those that Git tracks, else those that are there. */
    static Collection<String> all(Repository repository) {
        Optional<List<TrackedFile>> tracked = repository.tracked();
        if (tracked.isEmpty()) {
            return repository.files();
        }
        List<String> paths = new ArrayList<>();
        for (TrackedFile file : tracked.get()) {
            paths.add(file.path());
        }
        return paths;
    }
}
