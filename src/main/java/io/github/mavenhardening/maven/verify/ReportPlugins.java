package io.github.mavenhardening.maven.verify;

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

/**
 * The plugins of a project's reports. The site takes their versions from the report itself, else from the build's plugins, else
 * from what the build manages, and else the newest that there is.
 *
 * @see <a href="https://maven.apache.org/plugins/maven-site-plugin/examples/configuring-reports.html">Configuring reports</a>
 */
final class ReportPlugins {

    private ReportPlugins() {}

    /** The keys of those to which neither report nor build gives a version, sorted. */
    static List<String> withoutVersion(Model model) {
        if (model.getReporting() == null) {
            return List.of();
        }
        Map<String, String> versions = new HashMap<>();
        Build build = model.getBuild();
        if (build != null) {
            List<Plugin> plugins = new ArrayList<>(build.getPlugins());
            if (build.getPluginManagement() != null) {
                plugins.addAll(build.getPluginManagement().getPlugins());
            }
            for (Plugin plugin : plugins) {
                versions.putIfAbsent(plugin.getKey(), plugin.getVersion());
            }
        }
        Set<String> without = new TreeSet<>();
        for (ReportPlugin report : model.getReporting().getPlugins()) {
            if (report.getVersion() == null && versions.get(report.getKey()) == null) {
                without.add(report.getKey());
            }
        }
        return List.copyOf(without);
    }
}
