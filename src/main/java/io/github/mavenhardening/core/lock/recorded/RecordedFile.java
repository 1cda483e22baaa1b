package io.github.mavenhardening.core.lock.recorded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One file of recorded checksums.
 *
 * @param name how the user knows it
 * @param checksums its records by path
 * @param passedOver how many of its records are of no use: of an algorithm that proves nothing, or of no file that Maven could
 *     use
 */
public record RecordedFile(String name, Map<String, List<RecordedChecksum>> checksums, int passedOver) {

    /** What a reader makes of a file. */
    static final class Builder {
        private final String name;
        private final Map<String, List<RecordedChecksum>> checksums = new TreeMap<>();
        /** What was added, as texts: those of one hash, which somebody may have chosen, are still looked up fast. */
        private final Set<String> added = new HashSet<>();

        private int passedOver;

        Builder(String name) {
            this.name = name;
        }

        void add(RecordedChecksum checksum) {
            if (added.add(checksum.toString())) {
                checksums
                        .computeIfAbsent(checksum.path(), path -> new ArrayList<>())
                        .add(checksum);
            }
        }

        void passOver() {
            passedOver++;
        }

        RecordedFile build() {
            return new RecordedFile(name, checksums, passedOver);
        }
    }
}
