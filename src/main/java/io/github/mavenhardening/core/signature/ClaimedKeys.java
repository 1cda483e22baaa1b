package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The keys that signatures say they are of, where no ring has them: where a {@linkplain KeysMap keys map} begins. Whoever can
 * replace a file can replace its signature as well, so that nothing of it is more than a claim.
 */
public final class ClaimedKeys {

    private static final List<String> HEAD = List.of(
            "# A draft: nothing here is verified. These are the keys that the signatures of locked files claim to be of.",
            "# For each key, find out from its owner whether it is theirs: on their website, in their release notes. Then export it,",
            "#   gpg --armor --export <fingerprint> >> " + Keyring.LOCATION,
            "# and take the number sign before the lines with it away. Where a signature names a subkey, write its primary key instead.");

    private final SortedMap<String, SortedSet<String>> keys = new TreeMap<>();

    /**
     * Notes a claim.
     *
     * @param named ids or fingerprints, separated by blanks
     */
    public void add(Coordinates signed, String named) {
        SortedSet<String> claimed =
                keys.computeIfAbsent(signed.groupId() + ':' + signed.artifactId(), artifact -> new TreeSet<>());
        for (String key : named.split(" ", -1)) {
            claimed.add("0x" + key);
        }
    }

    /** Whether nothing was claimed. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** A keys map that allows nothing and demands nothing: each line of it is a comment. */
    public String draft() {
        List<String> lines = new ArrayList<>(HEAD);
        keys.forEach((artifact, claimed) -> lines.add("# " + artifact + " = " + String.join(", ", claimed)));
        return String.join("\n", lines) + "\n";
    }
}
