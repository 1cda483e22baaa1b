package io.github.mavenhardening.core.pom;

import java.util.List;

/**
 * A POM as it is written.
 *
 * @param path relative to the repository's root
 * @param plugins the plugins of its build and reporting, those of its profiles included; without those of
 *     {@code pluginManagement}, which run nothing by themselves
 * @param hasOuterParent whether it inherits from a POM that may lie outside of the repository
 * @see <a href="https://maven.apache.org/pom.html">POM reference</a>
 */
public record PomFile(String path, List<Plugin> plugins, boolean hasOuterParent) {

    public PomFile {
        plugins = List.copyOf(plugins);
    }

    /** A plugin by its coordinates without version. */
    public record Plugin(String groupId, String artifactId) {}

    /** Whether it uses that plugin. */
    public boolean uses(String groupId, String artifactId) {
        return plugins.contains(new Plugin(groupId, artifactId));
    }
}
