package io.github.mavenhardening.maven.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Exclusion;
import org.apache.maven.model.Extension;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * A request for a plugin or extension, which has its own class realm: a plugin, a build extension or a core extension.
 *
 * @param plugin its coordinates and its plugin-level dependencies
 * @param kind what declares it
 */
record PluginRequest(Plugin plugin, Kind kind) {

    /** What a request stands for. */
    enum Kind {
        /** {@code <plugin>}. */
        PLUGIN,
        /** {@code <extension>} of a POM. */
        BUILD_EXTENSION,
        /** {@code .mvn/extensions.xml}: not of one project, but of the build. */
        CORE_EXTENSION
    }

    /**
     * Everything with a realm that a project declares or inherits, the lifecycle's plugins included.
     *
     * @param coreExtensions those of the session, which belong to no project
     */
    static List<PluginRequest> allOf(MavenProject project, Optional<Plugin> caller, List<Plugin> coreExtensions) {
        List<PluginRequest> requests = new ArrayList<>();
        boolean isDeclared = false;
        for (Plugin plugin : project.getBuildPlugins()) {
            add(plugin, Kind.PLUGIN, requests);
            isDeclared |=
                    caller.isPresent() && plugin.getKey().equals(caller.get().getKey());
        }
        if (caller.isPresent() && !isDeclared) {
            add(caller.get(), Kind.PLUGIN, requests);
        }
        for (Extension extension : project.getBuildExtensions()) {
            add(asPlugin(extension), Kind.BUILD_EXTENSION, requests);
        }
        for (Plugin extension : coreExtensions) {
            add(extension, Kind.CORE_EXTENSION, requests);
        }
        return requests;
    }

    private static void add(Plugin plugin, Kind kind, List<PluginRequest> requests) {
        if (plugin.getVersion() != null) {
            requests.add(new PluginRequest(plugin, kind));
        }
    }

    boolean isCoreExtension() {
        return kind == Kind.CORE_EXTENSION;
    }

    /** {@code groupId:artifactId:version}. */
    String gav() {
        return plugin.getGroupId() + ':' + plugin.getArtifactId() + ':' + plugin.getVersion();
    }

    /** Equal for requests that resolve to the same files. */
    String key() {
        StringJoiner dependencies = new StringJoiner(",");
        for (Dependency dependency : plugin.getDependencies()) {
            dependencies.add(describe(dependency));
        }
        return kind + " " + gav() + " " + dependencies;
    }

    private static String describe(Dependency dependency) {
        List<String> exclusions = new ArrayList<>();
        for (Exclusion exclusion : dependency.getExclusions()) {
            exclusions.add(exclusion.getArtifactId());
        }
        return dependency.getManagementKey() + ':' + dependency.getVersion() + ':' + dependency.getScope() + exclusions;
    }

    private static Plugin asPlugin(Extension extension) {
        Plugin plugin = new Plugin();
        plugin.setGroupId(extension.getGroupId());
        plugin.setArtifactId(extension.getArtifactId());
        plugin.setVersion(extension.getVersion());
        return plugin;
    }
}
