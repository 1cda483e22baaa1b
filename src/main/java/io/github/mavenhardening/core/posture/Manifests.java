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

    private Manifests() {}

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
