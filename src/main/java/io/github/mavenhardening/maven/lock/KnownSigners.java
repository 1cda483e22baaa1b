package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.FileMetadata.Signer;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The keys that sign artifacts, by what the lock notes of its files: the first key that signs an artifact is its key from then on, and
 * another one wants the user's word. That word counts for what an earlier run noted, too: it is asked for after the signature
 * was verified, and none is verified twice.
 */
final class KnownSigners {

    private final LockMetadata known;
    private final SortedMap<String, SortedSet<String>> signing = new TreeMap<>();

    /** Of a lock with what is noted of its files. */
    KnownSigners(Lock lock, LockMetadata known) {
        this.known = known;
        for (LockEntry entry : lock.entries().values()) {
            Optional<Signer> signer = known.of(entry.path()).flatMap(FileMetadata::signer);
            if (signer.isPresent() && signer.get().sha256().equals(entry.sha256())) {
                LockPath.coordinatesOf(entry.path())
                        .ifPresent(file -> signing.computeIfAbsent(
                                        file.groupId() + ':' + file.artifactId(), artifact -> new TreeSet<>())
                                .add(signer.get().key()));
            }
        }
    }

    /**
     * The same with the keys of what nobody signed before, and with those that the user accepts.
     *
     * @param accepted {@code groupId:artifactId} of what may be signed by another key from now on
     * @throws LockException for a name of which no signature is noted: nothing would come of it
     */
    LockMetadata with(Set<String> accepted) throws LockException {
        List<String> unmatched = new ArrayList<>();
        for (String name : accepted) {
            if (!signing.containsKey(name)) {
                unmatched.add(name
                        + NearestName.of(name, signing.keySet())
                                .map(near -> " (did you mean " + near + "?)")
                                .orElse(""));
            }
        }
        if (!unmatched.isEmpty()) {
            throw LockException.refused("hardening.acceptSigner names what has no verified signature: "
                    + String.join(", ", unmatched)
                    + ". It wants groupId:artifactId. Nothing was written.");
        }
        LockMetadata signers = known;
        for (Map.Entry<String, SortedSet<String>> one : signing.entrySet()) {
            if (!known.signers().containsKey(one.getKey()) || accepted.contains(one.getKey())) {
                for (String key : one.getValue()) {
                    signers = signers.withSigner(one.getKey(), key);
                }
            }
        }
        return signers;
    }

    /** Who signs what without being known for it, a sentence each. */
    static List<String> strangers(Lock lock, LockMetadata known) {
        List<String> sentences = new ArrayList<>();
        new KnownSigners(lock, known).signing.forEach((artifact, keys) -> {
            SortedSet<String> others = new TreeSet<>(keys);
            others.removeAll(known.signers().getOrDefault(artifact, new TreeSet<>()));
            if (!others.isEmpty()) {
                sentences.add(artifact + " is signed by another key than its earlier releases, 0x"
                        + String.join(" and 0x", others)
                        + ": if that is right, run again with -Dhardening.acceptSigner=" + artifact);
            }
        });
        return sentences;
    }
}
