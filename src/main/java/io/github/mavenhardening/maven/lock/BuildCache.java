package io.github.mavenhardening.maven.lock;

import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.codehaus.plexus.classworlds.realm.ClassRealm;

/**
 * Maven's build cache extension, which restores a module instead of running its goals: then nobody sees what they resolve.
 *
 * @see <a href="https://maven.apache.org/extensions/maven-build-cache-extension/parameters.html">Build cache: parameters</a>
 */
final class BuildCache {

    /** What the names of its properties begin with; those that skip something skip the cache, and run more goals. */
    static final String PROPERTIES = "maven.build.cache.";

    private static final String EXTENSION = ">org.apache.maven.extensions:maven-build-cache-extension:";

    private BuildCache() {}

    /** That goals may not have run because of it, a sentence fragment; empty where all ran. */
    static Optional<String> gap(MavenSession session) {
        return gap(session, session.getClass().getClassLoader());
    }

    /**
     * As above.
     *
     * @param maven what loaded Maven's own classes
     */
    static Optional<String> gap(MavenSession session, ClassLoader maven) {
        return isLoaded(maven) && !isOff(session)
                ? Optional.of(
                        "the build cache may have restored modules without running their goals, unless it is switched off"
                                + " by -Dmaven.build.cache.enabled=false")
                : Optional.empty();
    }

    /** By Maven's class realms, as a core extension or one of a POM. */
    private static boolean isLoaded(ClassLoader maven) {
        return maven instanceof ClassRealm core
                && core.getWorld().getRealms().stream()
                        .anyMatch(realm -> realm.getId().contains(EXTENSION));
    }

    private static boolean isOff(MavenSession session) {
        Properties properties = new Properties();
        properties.putAll(session.getSystemProperties());
        properties.putAll(session.getUserProperties());
        return properties.getProperty(PROPERTIES + "enabled", "").equals("false")
                || properties.getProperty(PROPERTIES + "skipCache", "").equals("true");
    }
}
