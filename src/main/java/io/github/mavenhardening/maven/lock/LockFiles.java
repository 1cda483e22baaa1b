package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.checks.dependency.MetadataState;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockFile;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.lock.metadata.MetadataFile;
import io.github.mavenhardening.core.lock.recorded.RecordedChecksums;
import io.github.mavenhardening.core.lock.recorded.RecordedFile;
import io.github.mavenhardening.core.lock.recorded.RecordedFiles;
import io.github.mavenhardening.core.signature.IdentityMap;
import io.github.mavenhardening.core.signature.KeysMap;
import io.github.mavenhardening.maven.dependency.MavenRanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that a lock is made from and written to, with errors for the user. */
final class LockFiles {

    private final Path root;
    private final LockFile lock;
    private final MetadataFile metadata;

    LockFiles(Path root) {
        this.root = root;
        this.lock = new LockFile(root);
        this.metadata = new MetadataFile(root);
    }

    Optional<Lock> lock() throws LockException {
        try {
            return lock.readMerging();
        } catch (LockSyntaxException e) {
            throw at(Lock.LOCATION, e);
        } catch (IOException e) {
            throw unreadable(Lock.LOCATION, e);
        }
    }

    LockMetadata metadata() throws LockException {
        try {
            return metadata.readMerging().orElse(LockMetadata.empty());
        } catch (LockSyntaxException e) {
            throw at(LockMetadata.LOCATION, e);
        } catch (IOException e) {
            throw unreadable(LockMetadata.LOCATION, e);
        }
    }

    Optional<KeysMap> keys() throws LockException {
        try {
            return MetadataState.keys(root, new MavenRanges());
        } catch (LockSyntaxException e) {
            throw at(KeysMap.LOCATION, e);
        } catch (IOException e) {
            throw unreadable(KeysMap.LOCATION, e);
        }
    }

    Optional<IdentityMap> identities() throws LockException {
        try {
            return MetadataState.identities(root, new MavenRanges());
        } catch (LockSyntaxException e) {
            throw at(IdentityMap.LOCATION, e);
        } catch (IOException e) {
            throw unreadable(IdentityMap.LOCATION, e);
        }
    }

    /** What Maven recorded beside the lock, and what the user names. */
    RecordedChecksums recorded(List<Path> imports) throws LockException {
        try {
            RecordedFiles files = new RecordedFiles(root);
            List<RecordedFile> all = new ArrayList<>(files.besideTheLock().files());
            all.addAll(files.read(imports).files());
            return new RecordedChecksums(all);
        } catch (RecordedFiles.UnreadableException e) {
            throw LockException.broken(e.getMessage(), e);
        }
    }

    /** Writes the lock; tells whether that changed it. */
    boolean write(Lock made) throws LockException {
        try {
            return lock.write(made);
        } catch (IOException e) {
            throw LockException.broken(Lock.LOCATION + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Writes the metadata; tells whether that changed it. */
    boolean write(LockMetadata known) throws LockException {
        try {
            return metadata.write(known);
        } catch (IOException e) {
            throw LockException.broken(LockMetadata.LOCATION + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static LockException at(String location, LockSyntaxException e) {
        return LockException.broken(location + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(), e);
    }

    private static LockException unreadable(String location, IOException e) {
        return LockException.broken(location + " cannot be read: " + e.getMessage(), e);
    }
}
