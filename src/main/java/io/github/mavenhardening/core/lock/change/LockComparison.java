package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.dependency.LocalRepositories;
import io.github.mavenhardening.core.dependency.LockState;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockFile;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.lock.metadata.MetadataParser;
import io.github.mavenhardening.core.source.ChangeSince;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the lock of a checkout with that of the commit at which its branch left the base. */
public final class LockComparison {

    private final BothFiles files;
    private final FilesHere here;
    private final Roles roles;
    private final List<String> gaps = new ArrayList<>();

    /** A lock, or why there is none to compare. */
    private record Read(LockState state, String problem) {}

    /**
     * A comparison, to be made once.
     *
     * @param root the root of the checkout
     * @param change the change of the checkout
     * @param local where files that are locked may lie
     * @param roles what the build makes of artifacts
     */
    public LockComparison(Path root, ChangeSince change, LocalRepositories local, Roles roles) {
        this.files = new BothFiles(root, change);
        this.here = new FilesHere(root, local, new Hashing());
        this.roles = roles;
    }

    /** What the change brings. */
    public LockChange compare() {
        String base = files.change().name();
        Optional<String> unknown = files.change().problem();
        if (unknown.isPresent()) {
            return LockChange.unknown(base, unknown.get(), unknown.get().equals(ChangeSince.NO_REQUEST));
        }
        Read before = lock(base, files::before);
        Read after = lock("the checkout", files::after);
        for (Read one : List.of(before, after)) {
            if (!one.problem().isEmpty()) {
                return LockChange.unknown(base, one.problem(), false);
            }
        }
        if (before.state().lock().isEmpty() && after.state().lock().isEmpty()) {
            return LockChange.unknown(
                    base, "neither " + base + " nor the checkout has a lock (" + Lock.LOCATION + ")", false);
        }
        return compare(before.state().lock(), after.state().lock());
    }

    private interface Reading {
        Optional<byte[]> read(String path) throws IOException;
    }

    private static Read lock(String side, Reading reading) {
        LockState missing = new LockState.Missing();
        try {
            Optional<byte[]> content = reading.read(Lock.LOCATION);
            return content.isPresent()
                    ? new Read(new LockState.Present(LockFile.parse(content.get())), "")
                    : new Read(missing, "");
        } catch (LockSyntaxException e) {
            return new Read(missing, unreadable(Lock.LOCATION, side, at(e)));
        } catch (IOException e) {
            return new Read(missing, unreadable(Lock.LOCATION, side, BothFiles.reasonOf(e)));
        }
    }

    private static String unreadable(String path, String side, String reason) {
        return path + " of " + side + " cannot be read: " + reason;
    }

    private static String at(LockSyntaxException e) {
        return "line " + e.line() + ": " + e.getMessage();
    }

    /** What is recorded beside a lock; empty where nothing is, or where it cannot be read, which is a gap. */
    private Optional<LockMetadata> metadata(String side, Reading reading) {
        try {
            Optional<byte[]> content = reading.read(LockMetadata.LOCATION);
            if (content.isPresent()) {
                return Optional.of(MetadataParser.parse(new String(content.get(), StandardCharsets.UTF_8)));
            }
            gaps.add(side + " has no " + LockMetadata.LOCATION
                    + ": origins, signers and days of publication are not compared");
        } catch (LockSyntaxException e) {
            gaps.add(notCompared(unreadable(LockMetadata.LOCATION, side, at(e))));
        } catch (IOException e) {
            gaps.add(notCompared(unreadable(LockMetadata.LOCATION, side, BothFiles.reasonOf(e))));
        }
        return Optional.empty();
    }

    private static String notCompared(String reason) {
        return reason + "; origins, signers and days of publication are not compared";
    }

    private LockChange compare(Optional<Lock> oldLock, Optional<Lock> newLock) {
        String base = files.change().name();
        Optional<LockMetadata> oldRecord = metadata(base, files::before);
        Optional<LockMetadata> newRecord = metadata("the checkout", files::after);
        List<String> unreadable = roles.poms().unreadable();
        if (!unreadable.isEmpty()) {
            gaps.add("what the build makes of artifacts is not known in full: " + unreadable.get(0)
                    + (unreadable.size() > 1 ? "; and " + (unreadable.size() - 1) + " more" : ""));
        }
        boolean comparable = oldRecord.isPresent() && newRecord.isPresent();
        LockSide before = new LockSide(oldLock.orElse(Lock.empty()), oldRecord.orElse(LockMetadata.empty()));
        LockSide after = new LockSide(newLock.orElse(Lock.empty()), newRecord.orElse(LockMetadata.empty()));
        List<Notice> build = new ArrayList<>();
        if (oldLock.isEmpty()) {
            gaps.add(base + " has no lock (" + Lock.LOCATION + "): all of this one is new");
        }
        if (newLock.isEmpty()) {
            build.add(new Notice(Concern.LOCK, Lock.LOCATION + " was removed: nothing is locked any more"));
        } else if (oldRecord.isPresent() && isGone(LockMetadata.LOCATION)) {
            build.add(new Notice(
                    Concern.LOCK,
                    LockMetadata.LOCATION + " was removed, with what was recorded of "
                            + Count.of(oldRecord.get().files().size(), "files")));
        }
        build.addAll(new BuildNotices(files, gaps).of(comparable, before, after));
        ArtifactChanges artifacts =
                new ArtifactChanges(before, after, Recorded.of(comparable, before, after), here, roles);
        List<ArtifactChange> changes = artifacts.changes();
        unrecorded(changes);
        return new LockChange(base, Optional.empty(), false, changes, build, artifacts.unchanged(), gaps);
    }

    private boolean isGone(String path) {
        try {
            return files.after(path).isEmpty();
        } catch (IOException e) {
            return false; // Silent: that it cannot be read is a gap already.
        }
    }

    /** What nobody noted of what came, in numbers. */
    private void unrecorded(List<ArtifactChange> changes) {
        int came = 0;
        int undated = 0;
        int unsigned = 0;
        for (ArtifactChange change : changes) {
            if (change.isMore()) {
                came++;
                undated += change.after().published().isEmpty() ? 1 : 0;
                boolean signed = !change.after().signers().isEmpty()
                        || !change.after().identities().isEmpty();
                unsigned += signed ? 0 : 1;
            }
        }
        if (undated > 0) {
            gaps.add("no day of publication is recorded of " + undated + " of " + Count.of(came, "artifacts")
                    + " that came: 'mvn hardening:lock -Dhardening.published' asks the repositories for it");
        }
        if (unsigned > 0) {
            gaps.add("no signature is recorded of " + unsigned + " of " + Count.of(came, "artifacts")
                    + " that came: 'mvn hardening:lock -Dhardening.signatures' verifies them");
        }
    }
}
