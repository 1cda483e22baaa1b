package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.BuildFacts.Chooser;
import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.maven.session.BuildEnvironment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** What a lock cannot have of other Mavens, however they choose among versions: plugins whose version is their release's. */
final class OtherMavens {

    private OtherMavens() {}

    /**
     * What of a build is another on other Mavens, a sentence; empty where nothing is, and where the lock has been made on one of
     * them as well.
     *
     * @param unpinned the plugins that no POM gives a version
     * @param environments the kinds of build that the lock was made by
     */
    static Optional<String> unknown(
            MavenSession session, Collection<UnpinnedVersion> unpinned, Collection<String> environments) {
        if (isMadeOnAnother(session, environments)) {
            return Optional.empty();
        }
        List<String> plugins = new ArrayList<>();
        for (UnpinnedVersion plugin : unpinned) {
            // A report's is the newest, whatever the Maven.
            if (plugin.chooser() != Chooser.SITE) {
                plugins.add(Sanitizer.line(plugin.key() + " (" + plugin.version() + ")"));
            }
        }
        return plugins.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Other releases of Maven may take other versions of plugins that no POM gives one, and the"
                                + " lock lacks those: " + String.join(", ", plugins) + ". Give them a version in"
                                + " pluginManagement, or run this goal there, too");
    }

    /**
     * That what other Mavens choose is not in the lock, a sentence; empty where the lock has been made on one of them as well, or on
     * one that works it out.
     *
     * @param environments the kinds of build that the lock was made by
     * @param worksOutOthers whether this Maven does
     */
    static Optional<String> notWorkedOut(
            MavenSession session, Collection<String> environments, boolean worksOutOthers) {
        return worksOutOthers || isMadeOnAnother(session, environments)
                ? Optional.empty()
                : Optional.of(
                        "Other Mavens may choose other versions of what plugins depend on, which Maven 3.8 and older"
                                + " cannot work out: where somebody builds on a newer one, run this goal there, too");
    }

    private static boolean isMadeOnAnother(MavenSession session, Collection<String> environments) {
        String own = BuildEnvironment.maven(session);
        for (String environment : environments) {
            String maven = maven(environment);
            if (maven.startsWith("Maven ") && !maven.equals(own)) {
                return true;
            }
        }
        return false;
    }

    /** {@code Maven 3.9}: what an environment begins with. */
    private static String maven(String environment) {
        int end = environment.indexOf(',');
        return end < 0 ? environment : environment.substring(0, end);
    }
}
