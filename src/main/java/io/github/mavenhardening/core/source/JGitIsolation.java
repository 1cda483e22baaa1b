package io.github.mavenhardening.core.source;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.internal.util.CleanupService;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * JGit's configuration, kept to the checkout. Left alone it runs the {@code git} binary to find the system's configuration,
 * reads the user's, and measures the file system's clock, for which it writes probe files into {@code .git} and takes seconds.
 * What we read must not depend on the machine, and reading must not write; nor may anything stay behind.
 *
 * <p>The setting is JGit's only one, static: it holds for this plugin's class loader.
 */
final class JGitIsolation {

    /** What JGit takes the file system's clock to resolve; only its caching of files that change meanwhile depends on it. */
    private static final int ASSUMED_RESOLUTION_SECONDS = 2;

    private JGitIsolation() {}

    static void install() {
        // As in OSGi, from which it takes the end of its work for granted: else a hook of the JVM holds on to the
        // plugin's
        // classes
        // as long as Maven runs, and a Maven that stays, such as its daemon, loads them again for each build.
        new CleanupService();
        SystemReader.setInstance(new Isolated(SystemReader.getInstance()));
    }

    private static final class Isolated extends SystemReader.Delegate {

        Isolated(SystemReader delegate) {
            super(delegate);
        }

        @Override
        public FileBasedConfig openSystemConfig(Config parent, FS fs) {
            return new NoConfig(parent, fs);
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return new NoConfig(parent, fs);
        }

        @Override
        public FileBasedConfig openJGitConfig(Config parent, FS fs) {
            return new NoConfig(parent, fs);
        }

        @Override
        public StoredConfig getSystemConfig() {
            return new NoConfig(null, FS.DETECTED);
        }

        @Override
        public StoredConfig getUserConfig() {
            return new NoConfig(null, FS.DETECTED);
        }

        @Override
        public StoredConfig getJGitConfig() {
            return new NoConfig(null, FS.DETECTED);
        }
    }

    /** A configuration file that holds nothing but the file system's resolution, and is never read or written. */
    private static final class NoConfig extends FileBasedConfig {

        NoConfig(Config parent, FS fs) {
            super(parent, new File("none"), fs);
        }

        @Override
        public void load() {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // Nothing is kept.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long fallback, TimeUnit unit) {
            return ConfigConstants.CONFIG_FILESYSTEM_SECTION.equals(section)
                    ? unit.convert(ASSUMED_RESOLUTION_SECONDS, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, fallback, unit);
        }
    }
}
