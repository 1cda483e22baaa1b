package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.lock.HashResult;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.installed.InstalledComparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A build with its lock, as the dependency checks see it: the lock, what the build used, and what lies on the disk.
 *
 * @param state the lock
 * @param metadata what is known of the locked files beyond their bytes
 * @param inventory what the verified modules used
 * @param present every locked path that has a file here, with what hashing it came to
 * @param description the build's own files, and what Maven made of them
 * @param installed what plugins installed past Maven, as far as it is to be compared by now, sorted by folder
 * @param extent how much of the build the inventory covers
 */
public record LockedBuild(
        LockState state,
        MetadataState metadata,
        Inventory inventory,
        SortedMap<String, Present> present,
        BuildDescription description,
        List<InstalledComparison> installed,
        Extent extent) {

    /** How much of a build is looked at. */
    public enum Extent {
        /** What one module adds to what was looked at before: of the rest nothing is said again. */
        ADDITION,
        /** The modules so far. */
        PART,
        /** The whole reactor, so that what the inventory lacks is unused. */
        WHOLE
    }

    /**
     * A locked file on this disk.
     *
     * @param file where it lies
     * @param hash what hashing it came to
     */
    public record Present(Path file, HashResult hash) {}

    public LockedBuild {
        present = Collections.unmodifiableSortedMap(new TreeMap<>(present));
        installed = List.copyOf(installed);
    }

    /** A build of which nothing that is installed is compared. */
    public LockedBuild(
            LockState state,
            MetadataState metadata,
            Inventory inventory,
            SortedMap<String, Present> present,
            BuildDescription description,
            Extent extent) {
        this(state, metadata, inventory, present, description, List.of(), extent);
    }

    /** The same with what plugins installed. */
    public LockedBuild with(List<InstalledComparison> compared) {
        return new LockedBuild(state, metadata, inventory, present, description, compared, extent);
    }

    /** Whether the inventory covers the whole reactor, so that what it lacks is unused. */
    public boolean complete() {
        return extent == Extent.WHOLE;
    }

    /** The lock, where there is one that can be read. */
    public Optional<Lock> lock() {
        return state.lock();
    }

    /** What is known of a path beyond the lock. */
    public Optional<UsedArtifact> use(String path) {
        return Optional.ofNullable(inventory.artifacts().get(path));
    }

    /** The paths of files with other bytes than the lock accepts, sorted. */
    public List<String> mismatches() {
        Lock lock = lock().orElse(Lock.empty());
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, Present> one : present.entrySet()) {
            if (one.getValue().hash() instanceof HashResult.Hashed hashed
                    && !hashed.sha256().equals(lock.entries().get(one.getKey()).sha256())) {
                paths.add(one.getKey());
            }
        }
        return paths;
    }

    /** Where an entry stands in the lock. */
    public static Location locationOf(LockEntry entry) {
        Optional<Span> span = entry.span();
        return span.isPresent() ? Location.of(Lock.LOCATION, span.get()) : Location.ofFile(Lock.LOCATION);
    }
}
