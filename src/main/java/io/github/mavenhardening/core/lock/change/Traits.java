package io.github.mavenhardening.core.lock.change;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of some locked files of one artifact.
 *
 * @param origins the ids of the repositories that they came from, as far as that is recorded
 * @param unplaced the paths of those whose origin is not recorded
 * @param signers fingerprints of the keys that signed them, as far as that is recorded
 * @param identities whom their Sigstore bundles are for, as far as that is recorded, without the tag or branch
 * @param unsigned the paths of those that neither is recorded of
 * @param published the latest day on which one was published; empty where none is recorded
 * @param firstSeen the latest day on which one was first locked; empty where none is recorded
 * @param roles what lets them run while the build runs, by their own descriptors
 * @param nativeCode names of files with machine code, of the jars' entries or of the artifact's own files
 * @param licences those of their POMs
 * @param unseen sentence fragments about files that could not be looked into
 * @param unlicensed sentence fragments about POMs whose licence is not known
 */
public record Traits(
        SortedSet<String> origins,
        SortedSet<String> unplaced,
        SortedSet<String> signers,
        SortedSet<String> identities,
        SortedSet<String> unsigned,
        Optional<LocalDate> published,
        Optional<LocalDate> firstSeen,
        SortedSet<Role> roles,
        SortedSet<String> nativeCode,
        SortedSet<String> licences,
        List<String> unseen,
        List<String> unlicensed) {

    public Traits {
        origins = copy(origins);
        unplaced = copy(unplaced);
        signers = copy(signers);
        identities = copy(identities);
        unsigned = copy(unsigned);
        roles = copy(roles);
        nativeCode = copy(nativeCode);
        licences = copy(licences);
        unseen = List.copyOf(unseen);
        unlicensed = List.copyOf(unlicensed);
    }

    private static <T> SortedSet<T> copy(SortedSet<T> set) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(set));
    }
}
