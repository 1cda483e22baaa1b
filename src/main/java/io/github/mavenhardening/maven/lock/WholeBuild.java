package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.maven.inventory.SeenArtifacts;
import io.github.mavenhardening.maven.verify.LockRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/** Whether a session is a whole build that somebody listened to: only then is what it did not use used by no build of its kind. */
final class WholeBuild {

    /** Switches of goals by their usual names: {@code skipTests}, {@code maven.test.skip}, {@code checkstyle.skip}. */
    private static final Pattern SKIP = Pattern.compile("(?i).*skip.*");

    private WholeBuild() {}

    /** What this session did not do or see, sentence fragments; empty where it is a whole build. */
    static List<String> gaps(MavenSession session, Path root) {
        List<String> gaps = new ArrayList<>();
        if (!LockRequest.coversWholeReactor(session, root)) {
            gaps.add(
                    "it is not of the whole reactor from the repository's root, and another module may use what this one"
                            + " does not");
        }
        unseen(session).ifPresent(gaps::add);
        List<String> skipped = skipped(session.getUserProperties());
        if (!skipped.isEmpty()) {
            gaps.add("it skips goals (" + LockReport.some(skipped) + ")");
        }
        BuildCache.gap(session).ifPresent(gaps::add);
        if (session.getResult().hasExceptions()) {
            gaps.add("it failed before");
        }
        return gaps;
    }

    /** Why what goals resolve while they run was not seen; empty where it was. */
    static Optional<String> unseen(MavenSession session) {
        if (!SeenArtifacts.wereRecorded(session.getRepositorySession())) {
            return Optional.of("nobody noted what goals resolve while they run, as the plugin is not declared with"
                    + " <extensions>true</extensions>");
        }
        return LockRequest.followsVerify(session)
                ? Optional.empty()
                : Optional.of(
                        "it did not go through 'verify' before, and what goals resolve while they run was not seen");
    }

    private static List<String> skipped(Properties user) {
        List<String> skipped = new ArrayList<>();
        for (String name : new TreeSet<>(user.stringPropertyNames())) {
            String value = user.getProperty(name).strip();
            if (SKIP.matcher(name).matches()
                    && !name.startsWith(BuildCache.PROPERTIES)
                    && (value.isEmpty() || value.equalsIgnoreCase("true"))) {
                skipped.add(Sanitizer.line(name));
            }
        }
        return skipped;
    }
}
