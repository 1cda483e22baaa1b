package io.github.mavenhardening.maven.extension;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The failures that goals leave to the end of the build. They lie with the session's request under a name and as types of Maven
 * and the JDK: goals and the extension may have been loaded twice.
 */
public final class FailuresAtEnd {

    private static final String KEY = "io.github.mavenhardening.failures-at-end";

    private final Map<String, MojoFailureException> failures;

    private FailuresAtEnd(Map<String, MojoFailureException> failures) {
        this.failures = failures;
    }

    /** Those of a session whose end is awaited; empty where nobody would hear of them. */
    @SuppressWarnings("unchecked") // Only this class puts something there.
    public static Optional<FailuresAtEnd> of(MavenSession session) {
        Object known = session.getRequest().getData().get(KEY);
        return Optional.ofNullable((Map<String, MojoFailureException>) known).map(FailuresAtEnd::new);
    }

    /** Begins to await the end; whether nobody did before. */
    static boolean begin(MavenSession session) {
        return session.getRequest().getData().putIfAbsent(KEY, Collections.synchronizedMap(new LinkedHashMap<>()))
                == null;
    }

    /**
     * Leaves a failure.
     *
     * @param goal the goal with its execution: what it leaves last holds what it left before, as it has seen more of the build
     */
    public void leave(String goal, MojoFailureException failure) {
        failures.put(goal, failure);
    }

    /** What was left, each text once; nothing is left after. */
    List<MojoFailureException> take() {
        synchronized (failures) {
            Map<String, MojoFailureException> byText = new LinkedHashMap<>();
            failures.values().forEach(failure -> byText.putIfAbsent(failure.getMessage(), failure));
            failures.clear();
            return List.copyOf(byText.values());
        }
    }
}
