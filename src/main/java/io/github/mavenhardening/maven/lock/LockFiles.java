package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.MetadataState;
import io.github.mavenhardening.core.file.AtomicFile;
import io.github.mavenhardening.core.file.FileProblem;
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
import io.github.mavenhardening.maven.verify.MavenRanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The lock of a goal that goes by it: a build from one of nothing is none. */
    Lock demandLock() throws LockException {
        Optional<Lock> there = lock();
        if (there.isEmpty() || there.get().entries().isEmpty()) {
            throw LockException.refused(Lock.LOCATION + (there.isEmpty() ? " does not exist" : " locks no file")
                    + ": write it with 'mvn verify hardening:lock'");
        }
        return there.get();
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

    /** Which of the files were written. */
    record Written(boolean lock, boolean metadata) {}

    /**
     * Writes the lock and its metadata: both, or, where one of them cannot be written or was changed since it was read, neither.
     */
    Written write(Lock made, LockMetadata known) throws LockException {
        try (Staging staging = new Staging()) {
            // The lock last: what is noted of a file that is not locked does no harm.
            boolean metadataWritten = staging.add(LockMetadata.LOCATION, () -> metadata.stage(known));
            boolean lockWritten = staging.add(Lock.LOCATION, () -> lock.stage(made));
            staging.commit();
            return new Written(lockWritten, metadataWritten);
        }
    }

    private interface Stage {
        Optional<AtomicFile> make() throws IOException;
    }

    /** Files that are to be replaced together, by their names. */
    private static final class Staging implements AutoCloseable {

        private final Map<String, AtomicFile> staged = new LinkedHashMap<>();

        /** Whether there is something to write. */
        boolean add(String location, Stage stage) throws LockException {
            try {
                Optional<AtomicFile> made = stage.make();
                if (made.isPresent()) {
                    staged.put(location, made.get());
                }
                return made.isPresent();
            } catch (IOException e) {
                throw unwritable(location, e);
            }
        }

        void commit() throws LockException {
            for (Map.Entry<String, AtomicFile> one : staged.entrySet()) {
                try {
                    one.getValue().commit();
                } catch (IOException e) {
                    throw unwritable(one.getKey(), e);
                }
            }
        }

        @Override
        public void close() throws LockException {
            for (Map.Entry<String, AtomicFile> one : staged.entrySet()) {
                try {
                    one.getValue().close();
                } catch (IOException e) {
                    throw unwritable(one.getKey(), e);
                }
            }
        }

        private static LockException unwritable(String location, IOException e) {
            return LockException.broken(location + " cannot be written: " + FileProblem.reason(e), e);
        }
    }

    private static LockException at(String location, LockSyntaxException e) {
        return LockException.broken(
                location + ":" + e.line() + ":" + e.column() + ": " + e.getMessage()
                        + ". Correct the line or restore the file from version control",
                e);
    }

    private static LockException unreadable(String location, IOException e) {
        return LockException.broken(location + " cannot be read: " + e.getMessage(), e);
    }
}
