package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.dependency.Addresses;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What both records have as a whole.
 *
 * @param isComparable whether both are there and can be read
 * @param before the ids of the repositories that a file of the base came from
 * @param addresses what origins of the checkout's record stand for: addresses by ids
 * @param signers fingerprints of the keys that the base accepts, by {@code groupId:artifactId}
 * @param isAnySignerNoted whether a signature is recorded of any file that came
 */
record Recorded(
        boolean isComparable,
        Set<String> before,
        SortedMap<String, SortedMap<String, String>> addresses,
        SortedMap<String, SortedSet<String>> signers,
        boolean isAnySignerNoted) {

    static Recorded of(boolean comparable, LockSide before, LockSide after) {
        Set<String> origins = new HashSet<>();
        for (FileMetadata file : before.known().files().values()) {
            file.origin().ifPresent(origins::add);
        }
        boolean signed = false;
        for (Map.Entry<String, FileMetadata> file : after.known().files().entrySet()) {
            boolean came = before.lock().find(file.getKey()).isEmpty();
            signed |= came
                    && (file.getValue().signer().isPresent()
                            || file.getValue().certified().isPresent());
        }
        return new Recorded(
                comparable,
                origins,
                after.known().repositories(),
                before.known().signers(),
                signed);
    }

    boolean isNew(String origin) {
        return !before.contains(origin);
    }

    /** The id with the addresses that it stands for, as far as they are recorded. */
    String nameOf(String origin) {
        return "'" + origin + "'" + shown(addresses.getOrDefault(origin, new TreeMap<>()));
    }

    /** Addresses in brackets, without what is secret in them; empty where there are none. */
    static String shown(Map<String, String> addresses) {
        Set<String> all = new TreeSet<>();
        for (String address : addresses.values()) {
            all.add(Addresses.shown(address));
        }
        return all.isEmpty() ? "" : " (" + String.join(", ", all) + ")";
    }
}
