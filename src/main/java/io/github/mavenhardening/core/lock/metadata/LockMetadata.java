package io.github.mavenhardening.core.lock.metadata;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
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
 */
public record LockMetadata(SortedMap<String, FileMetadata> files, SortedMap<String, SortedSet<String>> signers) {

    /** Where it lies, relative to the root of the checked repository. */
    public static final String LOCATION = ".mvn/hardening-lock.json";

    private static final LockMetadata EMPTY = new LockMetadata(new TreeMap<>(), new TreeMap<>());

    /** Copies the maps. */
    public LockMetadata {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
        for (Map.Entry<String, SortedSet<String>> signer : signers.entrySet()) {
            copy.put(signer.getKey(), Collections.unmodifiableSortedSet(new TreeSet<>(signer.getValue())));
        }
        signers = Collections.unmodifiableSortedMap(copy);
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
        return new LockMetadata(all, signers);
    }

    /** The same without what is not locked any more. Who signs an artifact is kept: it may come back. */
    public LockMetadata only(Collection<String> paths) {
        SortedMap<String, FileMetadata> kept = new TreeMap<>(files);
        kept.keySet().retainAll(new HashSet<>(paths));
        return new LockMetadata(kept, signers);
    }

    /** The same with one more key that signs an artifact's releases. */
    public LockMetadata withSigner(String artifact, String key) {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>(signers);
        SortedSet<String> keys = new TreeSet<>(all.getOrDefault(artifact, Collections.emptySortedSet()));
        keys.add(key);
        all.put(artifact, keys);
        return new LockMetadata(files, all);
    }

    /** What either knows; of what both know, this one's. */
    public LockMetadata union(LockMetadata other) {
        SortedMap<String, FileMetadata> all = new TreeMap<>(other.files);
        for (Map.Entry<String, FileMetadata> file : files.entrySet()) {
            FileMetadata theirs = other.files.getOrDefault(file.getKey(), FileMetadata.none());
            all.put(file.getKey(), file.getValue().or(theirs));
        }
        LockMetadata union = new LockMetadata(all, signers);
        for (Map.Entry<String, SortedSet<String>> signer : other.signers.entrySet()) {
            for (String key : signer.getValue()) {
                union = union.withSigner(signer.getKey(), key);
            }
        }
        return union;
    }
}
