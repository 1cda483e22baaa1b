package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The files in which a project declares its dependencies, wherever in the repository they are. */
public final class Manifests {

    /** Folders of what is another's, or only an input of tests. */
    private static final Set<String> NOT_OWN = Set.of(
            "node_modules",
            "vendor",
            "third_party",
            "third-party",
            "testdata",
            "test-data",
            "test",
            "tests",
            "__tests__",
            "it",
            "fixtures",
            "example",
            "examples",
            "sample",
            "samples",
            "archetype-resources",
            "target");

    /** Files that name dependencies, by which scanners and the forge's dependency graph know them. */
    private static final Pattern DEPENDENCIES = Pattern.compile(
            "pom\\.xml|build\\.gradle(\\.kts)?|settings\\.gradle(\\.kts)?"
                    + "|package(-lock)?\\.json|yarn\\.lock|pnpm-lock\\.yaml|bun\\.lockb?|go\\.mod|Cargo\\.(toml|lock)"
                    + "|requirements\\.txt|pyproject\\.toml|Pipfile(\\.lock)?|poetry\\.lock|uv\\.lock|Gemfile(\\.lock)?"
                    + "|composer\\.(json|lock)|pubspec\\.(yaml|lock)|mix\\.(exs|lock)|[\\w.-]{1,100}\\.csproj|packages\\.lock\\.json");
    /** Those that the forge does not read itself: a build has to submit what they come to. */
    private static final Pattern SUBMITTED =
            Pattern.compile("(build|settings)\\.gradle(\\.kts)?|bun\\.lockb?|mix\\.(exs|lock)");

    private Manifests() {}

    /** Whether a repository names dependencies in files of its own. */
    public static boolean areIn(Repository repository) {
        return !of(repository, DEPENDENCIES).isEmpty();
    }

    /** The same for files that GitHub's dependency graph reads without anyone submitting what they come to. */
    public static boolean areInGraph(Repository repository) {
        for (String path : of(repository, DEPENDENCIES)) {
            if (!SUBMITTED.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()) {
                return true;
            }
        }
        return false;
    }

    /** The paths of a repository's own files of that name, sorted. */
    public static List<String> of(Repository repository, Pattern name) {
        List<String> found = new ArrayList<>();
        for (String path : repository.files()) {
            int slash = path.lastIndexOf('/');
            if (name.matcher(path.substring(slash + 1)).matches() && isOwn(path, slash)) {
                found.add(path);
            }
        }
        return List.copyOf(found);
    }

    private static boolean isOwn(String path, int end) {
        int from = 0;
        while (from <= end) {
            int slash = path.indexOf('/', from);
            if (NOT_OWN.contains(path.substring(from, slash).toLowerCase(Locale.ROOT))) {
                return false;
            }
            from = slash + 1;
        }
        return true;
    }
}
