package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.change.ArtifactChange.ChangedFile;
import io.github.mavenhardening.core.lock.change.ArtifactChange.Kind;
import io.github.mavenhardening.core.lock.change.ArtifactChange.Versions;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two locks artifact by artifact. */
final class ArtifactChanges {

    private final LockSide before;
    private final LockSide after;
    private final Recorded recorded;
    private final Roles declared;
    private final TraitsReader oldTraits;
    private final TraitsReader newTraits;
    private int unchanged;

    /**
     * Those of two locks.
     *
     * @param recorded what both records have as a whole
     * @param here the locked files on this disk
     * @param declared what the build makes of artifacts
     */
    ArtifactChanges(LockSide before, LockSide after, Recorded recorded, FilesHere here, Roles declared) {
        this.before = before;
        this.after = after;
        this.recorded = recorded;
        this.declared = declared;
        this.oldTraits = new TraitsReader(before, here);
        this.newTraits = new TraitsReader(after, here);
    }

    /** How many did not change, once {@link #changes()} has answered. */
    int unchanged() {
        return unchanged;
    }

    /** Those that changed, the worst first. */
    List<ArtifactChange> changes() {
        SortedMap<String, List<LockEntry>> old = before.artifacts();
        SortedMap<String, List<LockEntry>> now = after.artifacts();
        SortedSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<ArtifactChange> changes = new ArrayList<>();
        for (String name : names) {
            Optional<ArtifactChange> change =
                    change(name, old.getOrDefault(name, List.of()), now.getOrDefault(name, List.of()));
            change.ifPresentOrElse(changes::add, () -> unchanged++);
        }
        changes.sort(ArtifactChange.WORST_FIRST);
        return changes;
    }

    private Optional<ArtifactChange> change(String name, List<LockEntry> old, List<LockEntry> now) {
        List<ChangedFile> changed = changedFiles(old, now);
        List<Notice> otherwise = changed.isEmpty() && recorded.isComparable() ? records(now) : List.of();
        if (changed.isEmpty() && otherwise.isEmpty()) {
            return Optional.empty();
        }
        Versions versions = versions(LockSide.versions(old), LockSide.versions(now));
        Kind kind = kind(old, now, changed, versions);
        List<LockEntry> came = new ArrayList<>();
        for (LockEntry entry : now) {
            Optional<LockEntry> earlier = before.lock().find(entry.path());
            if (earlier.isEmpty() || !earlier.get().sha256().equals(entry.sha256())) {
                came.add(entry);
            }
        }
        List<LockEntry> replaced = old;
        if (!versions.gone().isEmpty()) {
            replaced = new ArrayList<>(old);
            replaced.removeIf(entry -> versions.kept().containsAll(LockSide.versions(List.of(entry))));
        }
        Traits was = oldTraits.read(replaced, !came.isEmpty());
        Traits is = newTraits.read(came.isEmpty() ? now : came, !came.isEmpty());
        SortedSet<Role> roles = new TreeSet<>(declared.of(name));
        roles.addAll(is.roles());
        List<Notice> notices = new ArrayList<>(Notices.of(recorded, name, kind, versions, changed, roles, was, is));
        notices.addAll(otherwise);
        return Optional.of(new ArtifactChange(name, kind, versions, changed, roles, was, is, notices));
    }

    private List<ChangedFile> changedFiles(List<LockEntry> old, List<LockEntry> now) {
        SortedMap<String, ChangedFile> changed = new TreeMap<>();
        for (LockEntry entry : old) {
            Optional<String> hash = after.lock().find(entry.path()).map(LockEntry::sha256);
            if (!hash.equals(Optional.of(entry.sha256()))) {
                changed.put(entry.path(), new ChangedFile(entry.path(), Optional.of(entry.sha256()), hash));
            }
        }
        for (LockEntry entry : now) {
            if (before.lock().find(entry.path()).isEmpty()) {
                changed.put(entry.path(), new ChangedFile(entry.path(), Optional.empty(), Optional.of(entry.sha256())));
            }
        }
        return List.copyOf(changed.values());
    }

    private static Versions versions(SortedSet<String> old, SortedSet<String> now) {
        SortedSet<String> gone = new TreeSet<>(old);
        gone.removeAll(now);
        SortedSet<String> come = new TreeSet<>(now);
        come.removeAll(old);
        SortedSet<String> kept = new TreeSet<>(old);
        kept.retainAll(now);
        return new Versions(List.copyOf(gone), List.copyOf(come), List.copyOf(kept));
    }

    private static Kind kind(List<LockEntry> old, List<LockEntry> now, List<ChangedFile> changed, Versions versions) {
        if (changed.isEmpty()) {
            return Kind.RECORD;
        }
        for (ChangedFile file : changed) {
            if (file.before().isPresent() && file.after().isPresent()) {
                return Kind.REPLACED;
            }
        }
        if (old.isEmpty() || now.isEmpty()) {
            return old.isEmpty() ? Kind.ADDED : Kind.REMOVED;
        }
        return versions.gone().isEmpty() && versions.come().isEmpty() ? Kind.FILES : Kind.UPDATED;
    }

    /** Of files that are the same, what is recorded otherwise than before: nobody but an editor changes that. */
    private List<Notice> records(List<LockEntry> entries) {
        List<Notice> notices = new ArrayList<>();
        for (LockEntry entry : entries) {
            FileMetadata old = before.known().of(entry.path()).orElse(FileMetadata.none());
            FileMetadata now = after.known().of(entry.path()).orElse(FileMetadata.none());
            if (!old.equals(now)) {
                record(entry.path(), Concern.SIGNER, "signer", key(old), key(now), notices);
                record(entry.path(), Concern.SIGNER, "identity", identity(old), identity(now), notices);
                record(entry.path(), Concern.ORIGIN, "origin", old.origin(), now.origin(), notices);
                record(entry.path(), Concern.AGE, "day of publication", day(old), day(now), notices);
            }
        }
        return notices;
    }

    private static Optional<String> key(FileMetadata file) {
        return file.signer().map(signer -> "0x" + signer.key());
    }

    private static Optional<String> identity(FileMetadata file) {
        return file.certified().map(TraitsReader::identity);
    }

    private static Optional<String> day(FileMetadata file) {
        return file.published().map(Object::toString);
    }

    /** What is recorded for the first time adds to what is known, and is a matter of course. */
    private static void record(
            String path,
            Concern concern,
            String what,
            Optional<String> old,
            Optional<String> now,
            List<Notice> notices) {
        if (old.isPresent() && !old.equals(now)) {
            notices.add(new Notice(
                    concern,
                    "the recorded " + what + " of " + path + " is " + now.orElse("gone") + ", before " + old.get()));
        }
    }
}
