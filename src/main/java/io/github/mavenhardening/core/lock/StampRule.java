package io.github.mavenhardening.core.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The rule by which the same file stamp means the same bytes. Three things change bytes and leave a stamp as it is, and each
 * is ruled out, in doubt by reading the file again:
 *
 * <ul>
 *   <li>Where there is no time of change, a program that sets that of modification back.
 *   <li>A write in the same tick of the clock as the one before.
 *   <li>A write through a mapping of the file. Only the first one to a page moves the time of change; the next do so once the
 *       kernel has written the page back to the disk, which by default it does within 35 seconds. That is known of some file
 *       systems; one in memory never writes back, and one of the network may tell times of a while ago.
 * </ul>
 */
final class StampRule {

    private static final Set<String> WRITE_BACK = Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs");

    /** Far longer than a page waits for being written back, and than any clock's tick. */
    private static final Duration WRITTEN_BACK = Duration.ofMinutes(2);

    /** Longer than any clock's tick. */
    private static final Duration TICK = Duration.ofSeconds(2);

    /** By the number of a file system, whether it is one of those. */
    private final ConcurrentMap<Long, Boolean> devices = new ConcurrentHashMap<>();

    /** Whether a file that was read at an instant, and has that stamp before and later, was not written in between. */
    boolean holds(Path file, FileStamp stamp, Instant readAt) {
        return stamp.changed().isPresent()
                && stamp.changed().get().toInstant().isBefore(readAt.minus(WRITTEN_BACK))
                && stamp.device().isPresent()
                && writesBack(file, stamp.device().get());
    }

    /**
     * The same but for writes through mappings, which only a process that runs already can do. For who asks again for each
     * module: on most machines nothing rules them out, and a build would read its class path as often as it has modules.
     */
    boolean holdsButForMappings(FileStamp stamp, Instant readAt) {
        return stamp.changed().isPresent() && stamp.changed().get().toInstant().isBefore(readAt.minus(TICK));
    }

    private boolean writesBack(Path file, Long device) {
        Boolean known = devices.get(device);
        if (known == null) {
            try {
                known = WRITE_BACK.contains(Files.getFileStore(file).type());
            } catch (IOException e) {
                known = false; // Silent: the file is read again.
            }
            devices.put(device, known);
        }
        return known;
    }
}
