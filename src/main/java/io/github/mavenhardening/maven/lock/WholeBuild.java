package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.Inventory;
import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.maven.inventory.SeenArtifacts;
import io.github.mavenhardening.maven.session.ReactorFolder;
import io.github.mavenhardening.maven.verify.LockRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/** Whether a session is a whole build that somebody listened to: only then is what it did not use used by no build of its kind. */
final class WholeBuild {

    /** Switches of goals by their usual names: {@code skipTests}, {@code maven.test.skip}, {@code checkstyle.skip}. */
    private static final Pattern SKIP = Pattern.compile("(?i).*skip.*");

    private WholeBuild() {}

    /**
     * Lets nobody prune by a session that has any.
     *
     * @throws LockException where there are some
     */
    static void demand(List<String> gaps) throws LockException {
        if (!gaps.isEmpty()) {
            throw LockException.refused(
                    "hardening.prune removes what a whole build does not use, which this one is not: "
                            + String.join("; ", gaps) + ". Nothing was written; run 'mvn clean verify hardening:lock"
                            + " -Dhardening.prune' where the reactor begins");
        }
    }

    /** What this session did not do or see, sentence fragments; empty where it is a whole build. */
    static List<String> gaps(MavenSession session, Path root) {
        List<String> gaps = new ArrayList<>();
        if (!LockRequest.coversWholeReactor(session, root.resolve(ReactorFolder.of(session, root)))) {
            gaps.add("it is not of the whole reactor, and another module may use what this one does not");
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

    /**
     * What it could not find out about the files that builds of its kind use, other Mavens' among them: what could not be downloaded
     * brings nothing, and what it would bring must not go. That no repository has a file is an answer, which nobody gives to who is
     * offline.
     */
    static List<String> gaps(Inventory inventory, boolean isOffline) {
        Set<String> lacking = new TreeSet<>();
        for (Unresolved one : inventory.unresolved()) {
            if (isOffline || one.reason().contains(Unresolved.NOT_DOWNLOADED)) {
                lacking.add(Sanitizer.line(one.subject()));
            }
        }
        return lacking.isEmpty()
                ? List.of()
                : List.of((isOffline ? "Maven is offline and lacks " : "it could not download ")
                        + LockReport.some(lacking) + ", and what else these need is not known");
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
