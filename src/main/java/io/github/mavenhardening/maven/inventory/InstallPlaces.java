package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.dependency.InstallPlace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Where plugins install files past Maven, by their configuration: of those that always install the same and can compare no digest,
 * as of November 2026.
 *
 * @see <a href="https://github.com/eirslett/frontend-maven-plugin#installation-directory">frontend-maven-plugin: installation</a>
 */
public final class InstallPlaces {

    private static final String FRONTEND = "com.github.eirslett:frontend-maven-plugin";

    private final MavenSession session;
    private final Path root;

    /**
     * Those of a session.
     *
     * @param root the root of the checkout
     */
    public InstallPlaces(MavenSession session, Path root) {
        this.session = session;
        this.root = root.toAbsolutePath().normalize();
    }

    /** The places of a module's plugins. */
    public List<InstallPlace> of(MavenProject project) {
        List<InstallPlace> places = new ArrayList<>();
        for (Plugin plugin : project.getBuildPlugins()) {
            if (project.getFile() != null && plugin.getKey().equals(FRONTEND)) {
                for (PluginExecution execution : plugin.getExecutions()) {
                    for (String goal : execution.getGoals()) {
                        if (goal.startsWith("install-")) {
                            add(frontend(goal, plugin, execution, project), places);
                        }
                    }
                }
            }
        }
        return places;
    }

    private static void add(InstallPlace place, List<InstallPlace> places) {
        if (!places.contains(place)) {
            places.add(place);
        }
    }

    /** Yarn, pnpm and Corepack go into the folder of Node.js. */
    private InstallPlace frontend(String goal, Plugin plugin, PluginExecution execution, MavenProject project) {
        String folder = setting("installDirectory", plugin, execution, project)
                .or(() -> setting("workingDirectory", plugin, execution, project))
                .orElse("");
        return new InstallPlace(FRONTEND, relative(folder, goal.equals("install-bun") ? "bun" : "node", project));
    }

    /** A parameter's value: that of the POM, else that of the property of the same name. */
    private Optional<String> setting(String name, Plugin plugin, PluginExecution execution, MavenProject project) {
        for (Object configuration : new Object[] {execution.getConfiguration(), plugin.getConfiguration()}) {
            if (configuration instanceof Xpp3Dom dom && dom.getChild(name) != null) {
                String value = dom.getChild(name).getValue();
                return Optional.of(value == null ? "" : value.strip());
            }
        }
        String user = session.getUserProperties().getProperty(name);
        return Optional.ofNullable(user == null ? project.getProperties().getProperty(name) : user);
    }

    private Optional<String> relative(String folder, String name, MavenProject project) {
        try {
            Path place = project.getBasedir()
                    .toPath()
                    .toAbsolutePath()
                    .resolve(folder)
                    .resolve(name)
                    .normalize();
            return place.startsWith(root) && !folder.contains("${")
                    ? Optional.of(root.relativize(place).toString().replace('\\', '/'))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional
                    .empty(); // Silent: the lock goal warns that it knows no place, and the download stays a finding.
        }
    }
}
