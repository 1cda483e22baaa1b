package io.github.mavenhardening.core.lock.recorded;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** maven-lockfile writes a tree of all dependencies for each module: tens of megabytes are known. */
    static final int MAX_BYTES = 128 * 1024 * 1024;

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

    /**
     * Reads a file, whose name and first characters tell whose it is.
     *
     * @param name how the user knows it, for messages
     * @throws IOException when it cannot be read, or is too large
     * @throws LockSyntaxException when it is none of the known kinds, or not well-formed
     */
    public static RecordedFile read(String name, Path file) throws IOException, LockSyntaxException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new IOException("it is larger than " + MAX_BYTES + " bytes");
        }
        SourceFile source;
        try {
            source = SourceFile.decode(name, bytes);
        } catch (UnreadableFileException e) {
            throw new LockSyntaxException(
                    Math.max(1, e.location().line()), Math.max(1, e.location().column()), e.reason());
        }
        return of(source, file.getFileName().toString());
    }

    /** The records of a file that was read. */
    static RecordedFile of(SourceFile source, String fileName) throws LockSyntaxException {
        if (MavenSummary.isName(fileName)) {
            return MavenSummary.read(source, fileName);
        }
        String start = source.text().stripLeading();
        if (start.startsWith("{")) {
            return MavenLockfile.read(source);
        }
        if (start.startsWith("<")) {
            return GradleVerification.read(source);
        }
        throw new LockSyntaxException(
                1,
                1,
                "neither checksums that Maven recorded (checksums[-<repository>].<algorithm>), nor maven-lockfile's"
                        + " lockfile.json, nor Gradle's verification-metadata.xml");
    }

    /** How many checksums there are. */
    public int size() {
        int size = 0;
        for (List<RecordedChecksum> ofPath : checksums.values()) {
            size += ofPath.size();
        }
        return size;
    }
}
