package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.Unresolved;
import io.github.mavenhardening.core.dependency.UsedArtifact.Certainty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.version.DefaultPluginVersionRequest;
import org.apache.maven.plugin.version.PluginVersionResolutionException;
import org.apache.maven.plugin.version.PluginVersionResolver;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The versions of plugins that no model gives one: no POM does, and neither does the lifecycle of a packaging that an extension
 * brings, as {@code bundle}. Maven chooses such a version when the turn of a module comes. A goal that runs once, in the top project,
 * comes before the turns of all others.
 */
public final class PluginVersions {

    private final PluginVersionResolver resolver;
    private final MavenSession session;

    /** What was chosen by key and repositories, empty for none: Maven tells each time what it passes over. */
    private final Map<List<Object>, Optional<String>> chosen = new HashMap<>();

    /**
     * As Maven chooses them.
     *
     * @param resolver Maven's own
     */
    public PluginVersions(PluginVersionResolver resolver, MavenSession session) {
        this.resolver = resolver;
        this.session = session;
    }

    /**
     * Gives each plugin of a project a version, in Maven's own model, where Maven would put it a little later.
     *
     * @return the plugins for which there is none
     */
    public List<Unresolved> complete(MavenProject project) {
        List<Unresolved> lacking = new ArrayList<>();
        for (Plugin plugin : project.getBuildPlugins()) {
            if (plugin.getVersion() == null) {
                Optional<String> version = version(plugin, project.getRemotePluginRepositories());
                if (version.isPresent()) {
                    plugin.setVersion(version.get());
                } else {
                    lacking.add(new Unresolved(
                            "plugin " + plugin.getKey(),
                            "no POM gives it a version, and no repository that can be asked lists one",
                            List.of(project.getGroupId() + ':' + project.getArtifactId() + ':' + project.getVersion()),
                            Certainty.USED));
                }
            }
        }
        return lacking;
    }

    private Optional<String> version(Plugin plugin, List<RemoteRepository> repositories) {
        return chosen.computeIfAbsent(List.of(plugin.getKey(), repositories), any -> {
            try {
                return Optional.of(resolver.resolve(
                                new DefaultPluginVersionRequest(plugin, session.getRepositorySession(), repositories))
                        .getVersion());
            } catch (PluginVersionResolutionException e) {
                // Silent: the plugin is reported as one without a version. The message lists folders of this machine.
                return Optional.empty();
            }
        });
    }
}
