package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The repositories to ask for locked files: those that the lock's metadata has the addresses of, with the mirrors, credentials
 * and proxies that this machine's settings have for them, else those of the session.
 */
final class OriginRepositories {

    private final RepositorySystem system;
    private final MavenSession session;
    private final LockMetadata known;
    private final Remotes remotes;

    OriginRepositories(RepositorySystem system, MavenSession session, LockMetadata known) {
        this.system = system;
        this.session = session;
        this.known = known;
        this.remotes = new Remotes(session);
    }

    /** The id of the repository that a locked file came from; the empty text where that is not known. */
    String idOf(String path) {
        return known.of(path).flatMap(FileMetadata::origin).orElse("");
    }

    /**
     * Whom to ask for the files of an origin; every repository there is for those whose origin is not known.
     *
     * @return empty where the origin has an id and nobody knows its address: another repository is nobody to ask for what a
     *     company may keep to itself
     */
    List<RemoteRepository> of(String origin) {
        SortedMap<String, String> recorded = known.repositories().get(origin);
        if (recorded != null) {
            return resolved(recorded);
        }
        return origin.isEmpty() ? all() : remotes.of(origin).map(List::of).orElse(List.of());
    }

    /** The address of an origin's first repository before any mirror; empty where nobody noted it. */
    Optional<String> addressOf(String origin) {
        SortedMap<String, String> recorded = known.repositories().get(origin);
        if (recorded == null) {
            recorded = remotes.addresses().get(origin);
        }
        return recorded == null ? Optional.empty() : recorded.values().stream().findFirst();
    }

    /** The repository of an address that no origin has, under the id by which the lock knows it, if it does. */
    List<RemoteRepository> at(String address) {
        for (Map<String, SortedMap<String, String>> each : List.of(known.repositories(), remotes.addresses())) {
            for (Map<String, String> named : each.values()) {
                for (Map.Entry<String, String> one : named.entrySet()) {
                    if (withoutSlash(one.getValue()).equals(withoutSlash(address))) {
                        return resolved(Map.of(one.getKey(), address));
                    }
                }
            }
        }
        return resolved(Map.of("maven-wrapper", address));
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private List<RemoteRepository> all() {
        SortedMap<String, String> every = new TreeMap<>();
        for (Map<String, String> addresses : known.repositories().values()) {
            every.putAll(addresses);
        }
        List<RemoteRepository> all = new ArrayList<>(remotes.all());
        for (RemoteRepository one : resolved(every)) {
            if (all.stream().noneMatch(other -> other.getId().equals(one.getId()))) {
                all.add(one);
            }
        }
        return all;
    }

    private List<RemoteRepository> resolved(Map<String, String> addresses) {
        List<RemoteRepository> plain = new ArrayList<>();
        addresses.forEach((id, address) -> plain.add(new RemoteRepository.Builder(id, "default", address).build()));
        return plain.isEmpty() ? List.of() : system.newResolutionRepositories(session.getRepositorySession(), plain);
    }
}
