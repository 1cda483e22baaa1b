package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.BuildFacts.Chooser;
import io.github.mavenhardening.core.dependency.BuildFacts.KnownRepository;
import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.maven.inventory.ReportPlugins;
import io.github.mavenhardening.maven.session.BuildEnvironment;
import io.github.mavenhardening.maven.session.PomFile;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.repository.RemoteRepository;

/** Takes from a session what the checks of the build's files are to know of Maven's model. */
public final class BuildFactsReader {

    private static final String OURS = "io.github.mavenhardening:hardening-maven-plugin";

    /** What ids of the models that come with Maven hold; those of POMs have no word after the version. */
    private static final String SUPER_POM = ":super-pom";

    /** The mirror that stands, from Maven 3.8.1 on, in the place of repositories without TLS. */
    private static final String BLOCKER = "maven-default-http-blocker";

    private static final String LIFECYCLE = ":default-lifecycle-bindings";

    private BuildFactsReader() {}

    /**
     * Those of a session.
     *
     * @param root the root of the checkout
     */
    public static BuildFacts of(MavenSession session, Path root) {
        Map<String, UnpinnedVersion> unpinned = new TreeMap<>();
        Map<String, KnownRepository> repositories = new TreeMap<>();
        Set<String> ids = new TreeSet<>();
        boolean guarded = false;
        for (MavenProject project : session.getProjects()) {
            for (Plugin plugin : project.getBuildPlugins()) {
                Optional<Chooser> chooser = chooserOf(plugin);
                if (chooser.isPresent()) {
                    unpinned.putIfAbsent(plugin.getKey(), unpinned(plugin, chooser.get(), project, root));
                }
                guarded |=
                        plugin.getKey().equals(OURS) && !plugin.getExecutions().isEmpty();
            }
            for (String report : ReportPlugins.withoutVersion(project.getModel())) {
                String pom = relative(project, root).orElse("");
                unpinned.putIfAbsent(report, new UnpinnedVersion(report, UnpinnedVersion.NONE_YET, Chooser.SITE, pom));
            }
            Set<RemoteRepository> remotes = new LinkedHashSet<>(project.getRemoteProjectRepositories());
            remotes.addAll(project.getRemotePluginRepositories());
            for (RemoteRepository remote : remotes) {
                ids.add(remote.getId());
                for (RemoteRepository mirrored : remote.getMirroredRepositories()) {
                    ids.add(mirrored.getId());
                }
                for (RemoteRepository known : addresses(remote)) {
                    repositories.putIfAbsent(
                            known.getId() + ' ' + known.getUrl(), new KnownRepository(known.getId(), known.getUrl()));
                }
            }
        }
        String version = session.getSystemProperties().getProperty("maven.version", "");
        return new BuildFacts(
                List.copyOf(unpinned.values()),
                guarded,
                ids,
                List.copyOf(repositories.values()),
                version,
                BuildEnvironment.of(session),
                BuildEnvironment.platform(session));
    }

    /** The POMs of the session's projects that lie in the checkout, relative to its root. */
    static List<String> pomsOf(MavenSession session, Path root) {
        Set<String> poms = new TreeSet<>();
        for (MavenProject project : session.getAllProjects()) {
            Optional<String> pom = relative(project, root);
            pom.ifPresent(poms::add);
        }
        return List.copyOf(poms);
    }

    private static UnpinnedVersion unpinned(Plugin plugin, Chooser chooser, MavenProject project, Path root) {
        String version = plugin.getVersion() == null ? UnpinnedVersion.NONE_YET : plugin.getVersion();
        return new UnpinnedVersion(
                plugin.getKey(), version, chooser, relative(project, root).orElse(""));
    }

    /** Who chose the version; empty where a POM or an extension did. */
    private static Optional<Chooser> chooserOf(Plugin plugin) {
        if (plugin.getVersion() == null) {
            // The life cycle of an extension's packaging may name a plugin alone; Maven notes the place of its version
            // all the same.
            return Optional.of(Chooser.NEWEST);
        }
        InputLocation location = plugin.getLocation("version");
        InputSource source = location == null ? null : location.getSource();
        String model = source == null || source.getModelId() == null ? "" : source.getModelId();
        if (model.contains(SUPER_POM)) {
            return Optional.of(Chooser.SUPER_POM);
        }
        if (model.contains(LIFECYCLE)) {
            return Optional.of(Chooser.LIFECYCLE);
        }
        // What was read from no file at all is an extension's: it adds the plugin to the model with the version that it
        // wants.
        boolean added = plugin.getLocation("") == null;
        return location == null && !added ? Optional.of(Chooser.NEWEST) : Optional.empty();
    }

    /**
     * A repository, or, where a block stands in the place of some, Maven's own of plain http or one of the settings, those: nobody
     * connects to its address.
     */
    private static List<RemoteRepository> addresses(RemoteRepository repository) {
        return repository.getId().equals(BLOCKER) || BlockedRepository.is(repository)
                ? repository.getMirroredRepositories()
                : List.of(repository);
    }

    private static Optional<String> relative(MavenProject project, Path root) {
        Path base = root.toAbsolutePath().normalize();
        return PomFile.of(project)
                .filter(pom -> pom.startsWith(base))
                .map(pom -> base.relativize(pom).toString().replace('\\', '/'));
    }
}
