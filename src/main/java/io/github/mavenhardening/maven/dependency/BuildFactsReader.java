package io.github.mavenhardening.maven.dependency;

import io.github.mavenhardening.core.build.BuildFacts;
import io.github.mavenhardening.core.build.BuildFacts.Chooser;
import io.github.mavenhardening.core.build.BuildFacts.KnownRepository;
import io.github.mavenhardening.core.build.BuildFacts.UnpinnedVersion;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.repository.RemoteRepository;

/** Takes from a session what the checks of the build's files are to know of Maven's model. */
final class BuildFactsReader {

    private static final String OURS = "io.github.mavenhardening:hardening-maven-plugin";

    /** What ids of the models that come with Maven hold; those of POMs have no word after the version. */
    private static final String SUPER_POM = ":super-pom";

    /** The mirror that stands, from Maven 3.8.1 on, in the place of repositories without TLS. */
    private static final String BLOCKER = "maven-default-http-blocker";

    private static final String LIFECYCLE = ":default-lifecycle-bindings";

    private BuildFactsReader() {}

    static BuildFacts of(MavenSession session, Path root) {
        Map<String, UnpinnedVersion> unpinned = new TreeMap<>();
        Map<String, KnownRepository> repositories = new TreeMap<>();
        Set<String> ids = new TreeSet<>();
        boolean guarded = false;
        for (MavenProject project : session.getProjects()) {
            for (Plugin plugin : project.getBuildPlugins()) {
                unpinned(plugin, project, root).ifPresent(found -> unpinned.putIfAbsent(found.key(), found));
                guarded |=
                        plugin.getKey().equals(OURS) && !plugin.getExecutions().isEmpty();
            }
            Stream.of(project.getRemoteProjectRepositories(), project.getRemotePluginRepositories())
                    .flatMap(Collection::stream)
                    .distinct()
                    .forEach(repository -> {
                        ids.add(repository.getId());
                        repository.getMirroredRepositories().forEach(mirrored -> ids.add(mirrored.getId()));
                        addresses(repository)
                                .forEach(known -> repositories.putIfAbsent(known.id() + ' ' + known.url(), known));
                    });
        }
        return new BuildFacts(List.copyOf(unpinned.values()), guarded, ids, List.copyOf(repositories.values()));
    }

    /** The POMs of the session's projects that lie in the checkout, relative to its root. */
    static List<String> pomsOf(MavenSession session, Path root) {
        return session.getAllProjects().stream()
                .flatMap(project -> relative(project, root).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<UnpinnedVersion> unpinned(Plugin plugin, MavenProject project, Path root) {
        return chooserOf(plugin)
                .map(chooser -> new UnpinnedVersion(
                        plugin.getKey(),
                        plugin.getVersion() == null ? "none yet" : plugin.getVersion(),
                        chooser,
                        relative(project, root).orElse("")));
    }

    /** Who chose the version; empty where a POM did. */
    private static Optional<Chooser> chooserOf(Plugin plugin) {
        InputLocation location = plugin.getLocation("version");
        InputSource source = location == null ? null : location.getSource();
        String model = source == null || source.getModelId() == null ? "" : source.getModelId();
        if (model.contains(SUPER_POM)) {
            return Optional.of(Chooser.SUPER_POM);
        }
        if (model.contains(LIFECYCLE)) {
            return Optional.of(Chooser.LIFECYCLE);
        }
        return location == null ? Optional.of(Chooser.NEWEST) : Optional.empty();
    }

    /** A repository, or, where Maven puts its block of plain http in the place of some, those. */
    private static Stream<KnownRepository> addresses(RemoteRepository repository) {
        return repository.getId().equals(BLOCKER)
                ? repository.getMirroredRepositories().stream().map(BuildFactsReader::known)
                : Stream.of(known(repository));
    }

    private static KnownRepository known(RemoteRepository repository) {
        return new KnownRepository(repository.getId(), repository.getUrl());
    }

    private static Optional<String> relative(MavenProject project, Path root) {
        if (project.getFile() == null) {
            return Optional.empty();
        }
        Path base = root.toAbsolutePath().normalize();
        Path pom = project.getFile().toPath().toAbsolutePath().normalize();
        return pom.startsWith(base)
                ? Optional.of(base.relativize(pom).toString().replace('\\', '/'))
                : Optional.empty();
    }
}
