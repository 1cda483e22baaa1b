package io.github.mavenhardening.maven.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.ReportPlugin;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * The plugins of a project's reports. The site takes their versions from the report itself, else from the build's plugins, else
 * from what the build manages, and else the newest that there is.
 *
 * @see <a href="https://maven.apache.org/plugins/maven-site-plugin/examples/configuring-reports.html">Configuring reports</a>
 */
public final class ReportPlugins {

    private ReportPlugins() {}

    /**
     * Those with a version, in the order of the model. Maven 3 writes them into the configuration of the site's plugin as well, Maven 4
     * does not: whoever wants the same of both reads them here.
     */
    static List<Artifact> withVersion(Model model) {
        Map<String, String> ofBuild = versionsOfBuild(model.getBuild());
        List<Artifact> with = new ArrayList<>();
        for (ReportPlugin report : of(model)) {
            String version = version(report, ofBuild);
            if (version != null) {
                with.add(new DefaultArtifact(report.getGroupId(), report.getArtifactId(), "jar", version));
            }
        }
        return with;
    }

    /** The keys of those to which neither report nor build gives a version, sorted. */
    public static List<String> withoutVersion(Model model) {
        Map<String, String> ofBuild = versionsOfBuild(model.getBuild());
        Set<String> without = new TreeSet<>();
        for (ReportPlugin report : of(model)) {
            if (version(report, ofBuild) == null) {
                without.add(report.getKey());
            }
        }
        return List.copyOf(without);
    }

    private static List<ReportPlugin> of(Model model) {
        return model.getReporting() == null ? List.of() : model.getReporting().getPlugins();
    }

    /** Null where there is none. */
    private static String version(ReportPlugin report, Map<String, String> ofBuild) {
        return report.getVersion() == null ? ofBuild.get(report.getKey()) : report.getVersion();
    }

    private static Map<String, String> versionsOfBuild(Build build) {
        Map<String, String> versions = new HashMap<>();
        if (build != null) {
            List<Plugin> plugins = new ArrayList<>(build.getPlugins());
            if (build.getPluginManagement() != null) {
                plugins.addAll(build.getPluginManagement().getPlugins());
            }
            for (Plugin plugin : plugins) {
                versions.putIfAbsent(plugin.getKey(), plugin.getVersion());
            }
        }
        return versions;
    }
}
