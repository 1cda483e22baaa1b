package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.lock.metadata.MetadataFile;
import java.io.IOException;
import java.util.Optional;

/**
 * What reading the lock's metadata came to.
 *
 * @param known what it says; nothing where there is none, or where it cannot be read
 * @param unreadable why it cannot be read
 */
public record MetadataState(LockMetadata known, Optional<Unreadable> unreadable) {

    /**
     * There is metadata, but it cannot be understood.
     *
     * @param location where in the file
     * @param reason why, a sentence fragment
     */
    public record Unreadable(Location location, String reason) {}

    /** Of a lock without metadata. */
    public static MetadataState none() {
        return new MetadataState(LockMetadata.empty(), Optional.empty());
    }

    /** Reads a file into its state. */
    public static MetadataState of(MetadataFile file) {
        try {
            return new MetadataState(file.read().orElse(LockMetadata.empty()), Optional.empty());
        } catch (LockSyntaxException e) {
            Span span = new Span(0, 0, e.line(), e.column(), e.line(), e.column());
            return unreadable(Location.of(LockMetadata.LOCATION, span), e.getMessage());
        } catch (IOException e) {
            return unreadable(Location.ofFile(LockMetadata.LOCATION), LockState.reasonOf(e));
        }
    }

    private static MetadataState unreadable(Location location, String reason) {
        return new MetadataState(LockMetadata.empty(), Optional.of(new Unreadable(location, reason)));
    }
}
