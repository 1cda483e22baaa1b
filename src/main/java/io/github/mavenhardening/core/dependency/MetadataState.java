package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.lock.CheckoutFile;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.lock.metadata.MetadataFile;
import io.github.mavenhardening.core.lock.recorded.RecordedChecksums;
import io.github.mavenhardening.core.lock.recorded.RecordedFiles;
import io.github.mavenhardening.core.signature.IdentityMap;
import io.github.mavenhardening.core.signature.KeysMap;
import io.github.mavenhardening.core.signature.VersionRanges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of the lock's metadata files after reading them.
 *
 * @param known what the metadata says; nothing where there is none, or where it cannot be read
 * @param keys who may sign what; empty where nobody says so, or where it cannot be read
 * @param identities who may sign what with Sigstore; empty where nobody says so, or where it cannot be read
 * @param recorded what Maven itself recorded of files, or another tool beside the lock
 * @param unreadable which of the files cannot be understood, and why
 */
public record MetadataState(
        LockMetadata known,
        Optional<KeysMap> keys,
        Optional<IdentityMap> identities,
        RecordedChecksums recorded,
        List<Unreadable> unreadable) {

    /** Where Maven keeps its own summaries. */
    private static final String FOLDER = ".mvn/checksums";

    public MetadataState {
        unreadable = List.copyOf(unreadable);
    }

    /**
     * A file that is there, but cannot be understood.
     *
     * @param location where in it
     * @param reason why, a sentence fragment
     */
    public record Unreadable(Location location, String reason) {}

    /** Reads the files of a repository into their state. */
    public static MetadataState of(Path root, VersionRanges ranges) {
        List<Unreadable> unreadable = new ArrayList<>();
        LockMetadata known = read(LockMetadata.LOCATION, unreadable, () -> new MetadataFile(root).read())
                .orElse(LockMetadata.empty());
        Optional<KeysMap> keys = read(KeysMap.LOCATION, unreadable, () -> keys(root, ranges));
        Optional<IdentityMap> identities = read(IdentityMap.LOCATION, unreadable, () -> identities(root, ranges));
        return new MetadataState(known, keys, identities, recorded(root, unreadable), unreadable);
    }

    /** Who may sign what, where the repository says so. */
    public static Optional<KeysMap> keys(Path root, VersionRanges ranges) throws IOException, LockSyntaxException {
        // Silent: a larger file is refused by an exception.
        Optional<byte[]> content = new CheckoutFile(root, KeysMap.LOCATION, KeysMap.MAX_BYTES).read();
        return content.isPresent()
                ? Optional.of(KeysMap.parse(new String(content.get(), StandardCharsets.UTF_8), ranges))
                : Optional.empty();
    }

    /** Who may sign what with Sigstore, where the repository says so. */
    public static Optional<IdentityMap> identities(Path root, VersionRanges ranges)
            throws IOException, LockSyntaxException {
        // Silent: a larger file is refused by an exception.
        Optional<byte[]> content = new CheckoutFile(root, IdentityMap.LOCATION, IdentityMap.MAX_BYTES).read();
        return content.isPresent()
                ? Optional.of(IdentityMap.parse(new String(content.get(), StandardCharsets.UTF_8), ranges))
                : Optional.empty();
    }

    private static RecordedChecksums recorded(Path root, List<Unreadable> unreadable) {
        try {
            return new RecordedFiles(root).besideTheLock();
        } catch (RecordedFiles.UnreadableException e) {
            unreadable.add(new Unreadable(Location.ofFile(FOLDER), e.getMessage()));
            return new RecordedChecksums(List.of());
        }
    }

    private interface Reading<T> {
        Optional<T> read() throws IOException, LockSyntaxException;
    }

    private static <T> Optional<T> read(String location, List<Unreadable> unreadable, Reading<T> reading) {
        try {
            return reading.read();
        } catch (LockSyntaxException e) {
            unreadable.add(new Unreadable(Location.of(location, Span.at(e.line(), e.column())), e.getMessage()));
        } catch (IOException e) {
            unreadable.add(new Unreadable(Location.ofFile(location), LockState.reasonOf(e)));
        }
        return Optional.empty();
    }
}
