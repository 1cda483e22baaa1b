package io.github.mavenhardening.maven.verify;

import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.BuildFacts.KnownRepository;
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
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.repository.RemoteRepository;

/** Takes from a session what the checks of the build's files are to know of Maven's model. */
public final class BuildFactsReader {

    private static final String OURS = "io.github.mavenhardening:hardening-maven-plugin";

    /** The mirror that stands, from Maven 3.8.1 on, in the place of repositories without TLS. */
    private static final String BLOCKER = "maven-default-http-blocker";

    private BuildFactsReader() {}

    /**
     * Those of a session.
     *
     * @param root the root of the checkout
     */
    public static BuildFacts of(MavenSession session, Path root) {
        Map<String, KnownRepository> repositories = new TreeMap<>();
        Set<String> ids = new TreeSet<>();
        boolean guarded = false;
        for (MavenProject project : session.getProjects()) {
            for (Plugin plugin : project.getBuildPlugins()) {
                guarded |=
                        plugin.getKey().equals(OURS) && !plugin.getExecutions().isEmpty();
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
                UnpinnedPlugins.of(session, root),
                guarded,
                ids,
                List.copyOf(repositories.values()),
                version,
                BuildEnvironment.of(session, root),
                BuildEnvironment.platform(session));
    }

    /** The POMs of the session's projects that lie in the checkout, relative to its root. */
    static List<String> pomsOf(MavenSession session, Path root) {
        Set<String> poms = new TreeSet<>();
        for (MavenProject project : session.getAllProjects()) {
            Optional<String> pom = PomFile.in(project, root);
            pom.ifPresent(poms::add);
        }
        return List.copyOf(poms);
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
}
