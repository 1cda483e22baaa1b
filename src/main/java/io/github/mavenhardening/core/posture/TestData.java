package io.github.mavenhardening.core.posture;

import java.util.regex.Pattern;

/** Files that tests read: part of no release, and often broken on purpose. */
public final class TestData {

    /** Maven's and Gradle's folders, and what other ecosystems call theirs. */
    private static final Pattern FOLDER = Pattern.compile(
            "(?i)(?:^|/)(?:tests?(?:[-_][^/]{1,60})?|e2e|src/(?:it|testFixtures|integrationTest|androidTest)|fixtures?|"
                    + "test[-_]?(?:data|resources)|[^/]{0,60}test[-_]?cases?|__fixtures__|[^/]{1,60}[-_.]tests?"
                    + "|(?:[^/]{1,60}-)?its"
                    + "|(?:[^/]{1,60}[-_])?(?:integration|system|e2e)tests?"
                    + "|(?:[^/]{1,60}-)?(?:micro)?benchmarks?)/");

    private TestData() {}

    /** Whether a file lies among them, by its path in the repository. */
    public static boolean is(String path) {
        return FOLDER.matcher(path).find();
    }
}
