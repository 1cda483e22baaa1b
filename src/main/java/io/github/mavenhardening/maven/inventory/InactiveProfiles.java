package io.github.mavenhardening.maven.inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;

/**
 * The inactive profiles of a project and its parents, and what they declare. Another build may have them active: a
 * release, one on another JDK.
 */
final class InactiveProfiles {

    private final Set<String> plugins = new HashSet<>();
    private final Set<String> dependencies = new HashSet<>();
    private final List<String> artifactIds = new ArrayList<>();

    private InactiveProfiles(MavenProject project) {
        for (Plugin plugin : project.getBuildPlugins()) {
            plugins.add(plugin.getKey());
        }
        for (Dependency dependency : project.getDependencies()) {
            dependencies.add(dependency.getManagementKey());
        }
    }

    /** The artifact ids of their plugins, of the plugins' own dependencies, and of their dependencies, as written. */
    static List<String> artifactIds(MavenProject project, RawPoms poms) {
        InactiveProfiles profiles = new InactiveProfiles(project);
        for (MavenProject level = project; level != null; level = level.getParent()) {
            // A parent from elsewhere has none where Maven did not keep what was written.
            Model written = poms.asWritten(level);
            if (written != null) {
                for (Profile profile : written.getProfiles()) {
                    profiles.add(profile);
                }
            }
        }
        return profiles.artifactIds;
    }

    private void add(Profile profile) {
        add(profile.getDependencies());
        if (profile.getBuild() != null) {
            for (Plugin plugin : profile.getBuild().getPlugins()) {
                if (!plugins.contains(plugin.getKey())) {
                    artifactIds.add(plugin.getArtifactId());
                }
                add(plugin.getDependencies());
            }
        }
    }

    private void add(List<Dependency> declared) {
        for (Dependency dependency : declared) {
            if (!dependencies.contains(dependency.getManagementKey())) {
                artifactIds.add(dependency.getArtifactId());
            }
        }
    }
}
