package io.github.mavenhardening.core.lock.metadata;

import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The metadata of the locked files, immutable.
 *
 * @param files by path as the lock has it, sorted
 * @param signers fingerprints of the keys that sign an artifact's releases, by {@code groupId:artifactId}: the first that was
 *     seen, and those that were accepted since
 * @param repositories what the origins of files stand for: by an origin's id, the addresses of repositories by their ids as POMs
 *     and settings name them, before any mirror. An origin is a repository itself, or a mirror of those. Not of origins whose
 *     address nobody knew
 * @param environments the kinds of build that the lock was made by: Maven, system, JDK, profiles, how far it went
 * @param installed what plugins install past Maven. Builds are compared with it, where the rest is a record
 */
public record LockMetadata(
        SortedMap<String, FileMetadata> files,
        SortedMap<String, SortedSet<String>> signers,
        SortedMap<String, SortedMap<String, String>> repositories,
        SortedSet<String> environments,
        InstalledFiles installed) {

    /** Where it lies, relative to the root of the checked repository. */
    public static final String LOCATION = ".mvn/hardening-lock.json";

    private static final LockMetadata EMPTY =
            new LockMetadata(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), InstalledFiles.none());

    public LockMetadata {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
        for (Map.Entry<String, SortedSet<String>> signer : signers.entrySet()) {
            copy.put(signer.getKey(), Collections.unmodifiableSortedSet(new TreeSet<>(signer.getValue())));
        }
        signers = Collections.unmodifiableSortedMap(copy);
        SortedMap<String, SortedMap<String, String>> addresses = new TreeMap<>();
        for (Map.Entry<String, SortedMap<String, String>> origin : repositories.entrySet()) {
            addresses.put(origin.getKey(), Collections.unmodifiableSortedMap(new TreeMap<>(origin.getValue())));
        }
        repositories = Collections.unmodifiableSortedMap(addresses);
        environments = Collections.unmodifiableSortedSet(new TreeSet<>(environments));
    }

    /** Of a lock that nothing is known of. */
    public static LockMetadata empty() {
        return EMPTY;
    }

    /** What is known of a file. */
    public Optional<FileMetadata> of(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The same with other records in place of those of the same paths. */
    public LockMetadata with(Map<String, FileMetadata> changed) {
        SortedMap<String, FileMetadata> all = new TreeMap<>(files);
        all.putAll(changed);
        return new LockMetadata(all, signers, repositories, environments, installed);
    }

    /**
     * The same with the addresses that origins stand for, in place of those known of the same origins. Those of origins that no
     * file has are left out.
     */
    public LockMetadata withRepositories(Map<String, ? extends SortedMap<String, String>> addresses) {
        SortedMap<String, SortedMap<String, String>> all = new TreeMap<>(repositories);
        all.putAll(addresses);
        Set<String> origins = new HashSet<>();
        files.values().forEach(file -> file.origin().ifPresent(origins::add));
        all.keySet().retainAll(origins);
        return new LockMetadata(files, signers, all, environments, installed);
    }

    /** The same without what is not locked any more. Who signs an artifact is kept: it may come back. */
    public LockMetadata only(Collection<String> paths) {
        SortedMap<String, FileMetadata> kept = new TreeMap<>(files);
        kept.keySet().retainAll(new HashSet<>(paths));
        return new LockMetadata(kept, signers, repositories, environments, installed);
    }

    /** The same with one more key that signs an artifact's releases. */
    public LockMetadata withSigner(String artifact, String key) {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>(signers);
        SortedSet<String> keys = new TreeSet<>(all.getOrDefault(artifact, Collections.emptySortedSet()));
        keys.add(key);
        all.put(artifact, keys);
        return new LockMetadata(files, all, repositories, environments, installed);
    }

    /** The same with other installed files. */
    public LockMetadata withInstalled(InstalledFiles other) {
        return new LockMetadata(files, signers, repositories, environments, other);
    }

    /** The kinds of build that need a file; empty where nobody noted any. */
    public SortedSet<String> neededBy(String path) {
        FileMetadata file = files.get(path);
        if (file == null || file.only().isEmpty()) {
            return environments;
        }
        SortedSet<String> needed = new TreeSet<>(file.only());
        needed.retainAll(environments);
        return needed;
    }

    /**
     * The same with what each kind of build needs.
     *
     * @param made all kinds
     * @param needed by path; of files that are not among them nothing is noted
     */
    public LockMetadata withEnvironments(Collection<String> made, Map<String, ? extends Collection<String>> needed) {
        SortedMap<String, FileMetadata> all = new TreeMap<>(files);
        needed.forEach((path, by) -> {
            FileMetadata known = all.getOrDefault(path, FileMetadata.none());
            boolean plain = by.containsAll(made);
            if (!known.equals(FileMetadata.none()) || !plain) {
                all.put(path, known.neededOnlyBy(plain ? List.of() : by));
            }
        });
        return new LockMetadata(all, signers, repositories, new TreeSet<>(made), installed);
    }

    /** What either knows; of what both know, this one's. */
    public LockMetadata union(LockMetadata other) {
        SortedMap<String, FileMetadata> all = new TreeMap<>(other.files);
        for (Map.Entry<String, FileMetadata> file : files.entrySet()) {
            FileMetadata theirs = other.files.getOrDefault(file.getKey(), FileMetadata.none());
            all.put(file.getKey(), file.getValue().or(theirs));
        }
        SortedMap<String, SortedMap<String, String>> addresses = new TreeMap<>(other.repositories);
        addresses.putAll(repositories);
        LockMetadata union =
                new LockMetadata(all, signers, addresses, new TreeSet<>(), installed.union(other.installed));
        for (Map.Entry<String, SortedSet<String>> signer : other.signers.entrySet()) {
            for (String key : signer.getValue()) {
                union = union.withSigner(signer.getKey(), key);
            }
        }
        SortedSet<String> made = new TreeSet<>(environments);
        made.addAll(other.environments);
        SortedMap<String, SortedSet<String>> needed = new TreeMap<>();
        for (String path : all.keySet()) {
            SortedSet<String> by = new TreeSet<>();
            by.addAll(files.containsKey(path) ? neededBy(path) : List.of());
            by.addAll(other.files.containsKey(path) ? other.neededBy(path) : List.of());
            needed.put(path, by);
        }
        return union.withEnvironments(made, needed);
    }
}
