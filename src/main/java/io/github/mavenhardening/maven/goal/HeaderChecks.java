package io.github.mavenhardening.maven.goal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;

/** Plugins of a build that fail it where a file has no licence header: a new file needs the project's own, which nobody guesses. */
final class HeaderChecks {

    /** The goals that fail, by plugin. */
    private static final Map<String, String> GOALS = new TreeMap<>(Map.of(
            "org.apache.rat:apache-rat-plugin", "check",
            "com.mycila:license-maven-plugin", "check",
            "com.mycila.maven-license-plugin:maven-license-plugin", "check",
            "org.codehaus.mojo:license-maven-plugin", "check-file-header"));

    private HeaderChecks() {}

    /**
     * What to tell who adds files.
     *
     * @param modules the build's modules
     * @param files the new files
     */
    static Optional<String> warning(Collection<MavenProject> modules, List<String> files) {
        for (Map.Entry<String, String> known : GOALS.entrySet()) {
            for (MavenProject module : modules) {
                Plugin plugin = module.getPlugin(known.getKey());
                if (!files.isEmpty() && plugin != null && runs(plugin, known.getValue())) {
                    return Optional.of(
                            "The build runs " + plugin.getArtifactId() + ", which may refuse new files: give "
                                    + String.join(", ", files) + " your licence header, or exclude them there");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean runs(Plugin plugin, String goal) {
        for (PluginExecution execution : plugin.getExecutions()) {
            if (execution.getGoals().contains(goal)) {
                return true;
            }
        }
        return false;
    }
}
