package io.github.mavenhardening.core.lock.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All recorded checksums of the files of a build.
 *
 * @param files where it was recorded, each of which must agree
 */
public record RecordedChecksums(List<RecordedFile> files) {

    private static final int BUFFER_BYTES = 64 * 1024;

    public RecordedChecksums {
        files = List.copyOf(files);
    }

    /** Whether anything was recorded of a path. */
    public boolean knows(String path) {
        for (RecordedFile file : files) {
            if (file.checksums().containsKey(path)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What was recorded that the bytes of a file are not.
     *
     * <p>Of several checksums of one algorithm in one file, one must be right: they are alternatives. A record of the
     * repository that the file came from goes before those of others, which count only where that one recorded nothing: a
     * mirror of another name serves the same bytes.
     *
     * @param path as it was recorded
     * @param bytes the file
     * @param origin the repository that it came from; empty where unknown
     * @return sentence fragments, one for each algorithm and file of records that disagrees; empty when all agree
     * @throws IOException when the bytes cannot be read
     */
    public List<String> contradictions(String path, Path bytes, Optional<String> origin) throws IOException {
        List<String> contradictions = new ArrayList<>();
        boolean ofOrigin = isAnyOf(path, origin);
        for (RecordedFile file : files) {
            List<RecordedChecksum> records = file.checksums().getOrDefault(path, List.of());
            for (List<RecordedChecksum> alternatives : byAlgorithm(ofOrigin ? applicable(records, origin) : records)
                    .values()) {
                String actual = digest(bytes, alternatives.get(0).algorithm());
                if (!holds(alternatives, actual)) {
                    contradictions.add(text(file, alternatives.get(0), actual));
                }
            }
        }
        return contradictions;
    }

    /** Whether any file has a record of the repository itself. */
    private boolean isAnyOf(String path, Optional<String> origin) {
        for (RecordedFile file : files) {
            for (RecordedChecksum checksum : file.checksums().getOrDefault(path, List.of())) {
                if (checksum.repositoryId().isPresent()
                        && checksum.repositoryId().equals(origin)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<RecordedChecksum> applicable(List<RecordedChecksum> records, Optional<String> origin) {
        List<RecordedChecksum> own = new ArrayList<>();
        for (RecordedChecksum checksum : records) {
            if (checksum.repositoryId().isEmpty() || checksum.repositoryId().equals(origin)) {
                own.add(checksum);
            }
        }
        return own;
    }

    private static Map<ChecksumAlgorithm, List<RecordedChecksum>> byAlgorithm(List<RecordedChecksum> records) {
        Map<ChecksumAlgorithm, List<RecordedChecksum>> byAlgorithm = new TreeMap<>();
        for (RecordedChecksum checksum : records) {
            byAlgorithm
                    .computeIfAbsent(checksum.algorithm(), algorithm -> new ArrayList<>())
                    .add(checksum);
        }
        return byAlgorithm;
    }

    private static boolean holds(List<RecordedChecksum> alternatives, String actual) {
        for (RecordedChecksum checksum : alternatives) {
            if (checksum.hex().equals(actual)) {
                return true;
            }
        }
        return false;
    }

    private static String text(RecordedFile file, RecordedChecksum checksum, String actual) {
        return file.name()
                + (checksum.line() > 0 ? ":" + checksum.line() : "")
                + " recorded "
                + checksum.algorithm().standardName()
                + ' '
                + checksum.hex()
                + ", actual "
                + actual;
    }

    private static String digest(Path bytes, ChecksumAlgorithm algorithm) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(algorithm.standardName());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this Java cannot compute " + algorithm.standardName(), e);
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(bytes)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
