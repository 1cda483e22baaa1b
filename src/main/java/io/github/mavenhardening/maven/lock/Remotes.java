package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.Addresses;
import io.github.mavenhardening.core.dependency.Origins;
import io.github.mavenhardening.core.finding.Sanitizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;

/** The repositories that a build downloads from, mirrors in the place of what they mirror. */
final class Remotes {

    private static final Pattern FOLDER = Pattern.compile("(?i)file:");

    private final Map<String, RemoteRepository> byId = new TreeMap<>();

    Remotes(MavenSession session) {
        this(all(session));
    }

    Remotes(List<RemoteRepository> all) {
        for (RemoteRepository repository : all) {
            byId.putIfAbsent(Origins.idOf(repository.getId()), repository);
        }
    }

    private static List<RemoteRepository> all(MavenSession session) {
        List<RemoteRepository> all = new ArrayList<>();
        for (MavenProject project : session.getProjects()) {
            all.addAll(project.getRemoteProjectRepositories());
            all.addAll(project.getRemotePluginRepositories());
        }
        return all;
    }

    /** The repository with that id. */
    Optional<RemoteRepository> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of them, sorted by id. */
    List<RemoteRepository> all() {
        return List.copyOf(byId.values());
    }

    /**
     * What each of them stands for: by its id, the addresses of repositories by their ids, before any mirror. Without what is of
     * one machine alone: folders, and names and passwords in an address.
     */
    SortedMap<String, SortedMap<String, String>> addresses() {
        SortedMap<String, SortedMap<String, String>> addresses = new TreeMap<>();
        byId.forEach((id, repository) -> {
            List<RemoteRepository> mirrored = repository.getMirroredRepositories();
            SortedMap<String, String> named = new TreeMap<>();
            for (RemoteRepository one : mirrored.isEmpty() ? List.of(repository) : mirrored) {
                if (!FOLDER.matcher(one.getUrl()).lookingAt()) {
                    named.put(Origins.idOf(one.getId()), Addresses.withoutUser(one.getUrl()));
                }
            }
            if (!named.isEmpty()) {
                addresses.put(id, named);
            }
        });
        return addresses;
    }

    /** Repositories for a message. */
    static String names(List<RemoteRepository> repositories) {
        List<String> names = new ArrayList<>();
        for (RemoteRepository repository : repositories) {
            names.add(repository.getId() + " (" + Addresses.shown(repository.getUrl()) + ")");
        }
        return Sanitizer.line(names.isEmpty() ? "no repository is known" : LockReport.some(names));
    }

    /**
     * A repository that is none of the build's. No mirror stands before it: it is asked for its own bytes.
     *
     * @param given its address, with its id before two colons where the settings have credentials for it
     */
    static RemoteRepository another(String given, RepositorySystemSession session) {
        int colons = given.indexOf("::");
        String id = colons < 0 ? "second-route" : given.substring(0, colons);
        String address = colons < 0 ? given : given.substring(colons + 2);
        // Its bytes are compared: sums from the same place would add nothing.
        RepositoryPolicy policy = new RepositoryPolicy(
                true, RepositoryPolicy.UPDATE_POLICY_ALWAYS, RepositoryPolicy.CHECKSUM_POLICY_IGNORE);
        RemoteRepository plain = new RemoteRepository.Builder(id, "default", address)
                .setPolicy(policy)
                .build();
        return new RemoteRepository.Builder(plain)
                .setProxy(session.getProxySelector().getProxy(plain))
                .setAuthentication(session.getAuthenticationSelector().getAuthentication(plain))
                .build();
    }
}
