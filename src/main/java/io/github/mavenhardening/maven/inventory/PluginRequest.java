package io.github.mavenhardening.maven.inventory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Exclusion;
import org.apache.maven.model.Extension;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * Something with a class realm of its own: a plugin, a build extension or a core extension.
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

    /** Everything with a realm that a project declares or inherits, the lifecycle's plugins included. */
    static List<PluginRequest> allOf(MavenProject project, Optional<Plugin> caller, Path root) {
        List<PluginRequest> requests = new ArrayList<>();
        project.getBuildPlugins().forEach(plugin -> requests.add(new PluginRequest(plugin, Kind.PLUGIN)));
        caller.filter(asking -> project.getBuildPlugins().stream()
                        .noneMatch(plugin -> plugin.getKey().equals(asking.getKey())))
                .ifPresent(asking -> requests.add(new PluginRequest(asking, Kind.PLUGIN)));
        for (Extension extension : project.getBuildExtensions()) {
            requests.add(new PluginRequest(asPlugin(extension), Kind.BUILD_EXTENSION));
        }
        CoreExtensions.declaredIn(root)
                .forEach(extension -> requests.add(new PluginRequest(extension, Kind.CORE_EXTENSION)));
        requests.removeIf(request -> request.plugin.getVersion() == null);
        return requests;
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
        return kind + " " + gav() + " "
                + plugin.getDependencies().stream().map(PluginRequest::describe).collect(Collectors.joining(","));
    }

    private static String describe(Dependency dependency) {
        return dependency.getManagementKey()
                + ':'
                + dependency.getVersion()
                + ':'
                + dependency.getScope()
                + dependency.getExclusions().stream()
                        .map(Exclusion::getArtifactId)
                        .toList();
    }

    private static Plugin asPlugin(Extension extension) {
        Plugin plugin = new Plugin();
        plugin.setGroupId(extension.getGroupId());
        plugin.setArtifactId(extension.getArtifactId());
        plugin.setVersion(extension.getVersion());
        return plugin;
    }
}
