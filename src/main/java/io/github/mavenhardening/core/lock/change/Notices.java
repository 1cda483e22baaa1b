package io.github.mavenhardening.core.lock.change;

import io.github.mavenhardening.core.dependency.WellKnownArtifacts;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.change.ArtifactChange.ChangedFile;
import io.github.mavenhardening.core.lock.change.ArtifactChange.Kind;
import io.github.mavenhardening.core.lock.change.ArtifactChange.Versions;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a reviewer has to look at in the change of one artifact. */
final class Notices {

    /** Most malicious releases are found and withdrawn within days. */
    private static final int YOUNG = 7;

    /** How many names a notice holds; the JSON file has all. */
    private static final int SHOWN = 3;

    /** A version within a file's name. */
    private static final Pattern VERSION = Pattern.compile("[0-9]++(?:[.][0-9]++)++(?:-[0-9]++)?+");

    private final Recorded recorded;
    private final Versions versions;
    private final Traits before;
    private final Traits after;
    private final List<Notice> found = new ArrayList<>();

    private Notices(Recorded recorded, Versions versions, Traits before, Traits after) {
        this.recorded = recorded;
        this.versions = versions;
        this.before = before;
        this.after = after;
    }

    /**
     * Those of one artifact.
     *
     * @param recorded what both records have as a whole
     * @param roles what lets it run while the build runs
     */
    static List<Notice> of(
            Recorded recorded,
            String artifact,
            Kind kind,
            Versions versions,
            List<ChangedFile> files,
            SortedSet<Role> roles,
            Traits before,
            Traits after) {
        Notices notices = new Notices(recorded, versions, before, after);
        notices.bytes(files);
        if (kind == Kind.ADDED) {
            notices.lookalike(artifact);
            notices.newOrigin();
            notices.power(roles, List.of());
            notices.nativeCode(after.nativeCode(), List.of());
        } else if (kind != Kind.REMOVED && kind != Kind.RECORD) {
            notices.signer(recorded.signers().getOrDefault(artifact, new TreeSet<>()));
            notices.origin();
            SortedSet<Role> more = new TreeSet<>(after.roles());
            more.removeAll(before.roles());
            notices.power(more, before.unseen());
            notices.nativeCode(notices.moreNativeCode(), before.unseen());
            notices.licence();
        }
        if (kind == Kind.ADDED || kind == Kind.UPDATED || kind == Kind.REPLACED) {
            notices.lower();
            notices.age();
        }
        return notices.found;
    }

    private void add(Concern concern, String text) {
        found.add(new Notice(concern, text));
    }

    private void bytes(List<ChangedFile> files) {
        for (ChangedFile file : files) {
            if (file.before().isPresent() && file.after().isPresent()) {
                add(
                        Concern.BYTES,
                        file.path() + " had the SHA-256 " + file.before().get() + " and has "
                                + file.after().get() + kindOf(file.path()));
            }
        }
    }

    /** A snapshot is made to change, and the project's own file is the project's. */
    private static String kindOf(String path) {
        if (path.contains("-SNAPSHOT/")) {
            return ": a snapshot, of which another build was locked";
        }
        return LockPath.isInProject(path) ? ": a file of this repository" : ": a published version never changes";
    }

    private void lookalike(String artifact) {
        int colon = artifact.indexOf(':');
        if (colon > 0) {
            WellKnownArtifacts.table()
                    .imitatedBy(artifact.substring(0, colon), artifact.substring(colon + 1))
                    .ifPresent(lookalike -> add(Concern.LOOKALIKE, "it " + lookalike.text()));
        }
    }

    private void signer(SortedSet<String> accepted) {
        if (!recorded.isComparable()) {
            return;
        }
        SortedSet<String> others = new TreeSet<>(after.signers());
        others.removeAll(before.signers());
        others.removeAll(accepted);
        if (!others.isEmpty() && !before.signers().isEmpty()) {
            add(Concern.SIGNER, "signed by " + keys(others) + ", before by " + keys(before.signers()));
        }
        SortedSet<String> strangers = new TreeSet<>(after.identities());
        strangers.removeAll(before.identities());
        if (!strangers.isEmpty() && !before.identities().isEmpty()) {
            add(
                    Concern.SIGNER,
                    "signed with Sigstore by " + some(strangers) + ", before by " + some(before.identities()));
        }
        boolean wasSigned = before.unsigned().isEmpty()
                && !(before.signers().isEmpty() && before.identities().isEmpty());
        if (wasSigned && !after.unsigned().isEmpty() && recorded.isAnySignerNoted()) {
            add(
                    Concern.SIGNER,
                    "no signature is recorded of " + some(after.unsigned()) + ", while every file was signed before");
        }
    }

    private static String keys(Collection<String> fingerprints) {
        return "0x" + String.join(" and 0x", fingerprints);
    }

    private void origin() {
        if (!recorded.isComparable()) {
            return;
        }
        SortedSet<String> others = new TreeSet<>(after.origins());
        others.removeAll(before.origins());
        if (!others.isEmpty() && !before.origins().isEmpty()) {
            for (String origin : others) {
                add(
                        Concern.ORIGIN,
                        "comes from " + recorded.nameOf(origin)
                                + (recorded.isNew(origin) ? ", which is new here," : ",") + " before from "
                                + some(before.origins()));
            }
        }
        if (before.unplaced().isEmpty()
                && !before.origins().isEmpty()
                && !after.unplaced().isEmpty()) {
            add(
                    Concern.ORIGIN,
                    "where it came from is not recorded of " + some(after.unplaced()) + ", before from "
                            + some(before.origins()));
        }
    }

    private void newOrigin() {
        for (String origin : after.origins()) {
            if (recorded.isComparable() && recorded.isNew(origin)) {
                add(Concern.ORIGIN, "comes from " + recorded.nameOf(origin) + ", which is new here");
            }
        }
    }

    private void power(Collection<Role> roles, List<String> unseenBefore) {
        for (Role role : roles) {
            add(
                    Concern.POWER,
                    "is " + (role == Role.EXTENSION || role == Role.PROCESSOR ? "an " : "a ")
                            + (role == Role.EXTENSION ? "extension of Maven" : role.label())
                            + before(unseenBefore));
        }
    }

    /** The names that none had before, whatever version stands in them. */
    private SortedSet<String> moreNativeCode() {
        Set<String> known = new HashSet<>();
        for (String name : before.nativeCode()) {
            known.add(VERSION.matcher(name).replaceAll("*"));
        }
        SortedSet<String> more = new TreeSet<>();
        for (String name : after.nativeCode()) {
            if (!known.contains(VERSION.matcher(name).replaceAll("*"))) {
                more.add(name);
            }
        }
        return more;
    }

    private void nativeCode(SortedSet<String> names, List<String> unseenBefore) {
        if (!names.isEmpty()) {
            boolean more = !before.nativeCode().isEmpty();
            add(
                    Concern.NATIVE,
                    "holds " + (more ? "more " : "") + "machine code: " + some(names) + before(unseenBefore));
        }
    }

    /** Whether the versions before had it; those of an artifact that is new are none. */
    private String before(List<String> unseenBefore) {
        if (versions.gone().isEmpty() && versions.kept().isEmpty()) {
            return "";
        }
        String earlier = versions.gone().isEmpty() ? "before" : String.join(", ", versions.gone());
        return unseenBefore.isEmpty()
                ? "; not so " + earlier
                : "; whether also " + earlier + " is not known (" + unseenBefore.get(0) + ")";
    }

    private void licence() {
        boolean known = before.unlicensed().isEmpty() && after.unlicensed().isEmpty();
        Set<SortedSet<String>> earlier = LicenceName.words(before.licences());
        if (known && !earlier.isEmpty() && !earlier.containsAll(LicenceName.words(after.licences()))) {
            add(Concern.LICENCE, some(after.licences()) + ", before " + some(before.licences()));
        }
    }

    /** Back to what is older: with the mistakes that were fixed since. */
    private void lower() {
        if (versions.kept().isEmpty() && LowerVersion.isEach(versions.come(), versions.gone())) {
            add(
                    Concern.AGE,
                    "a lower version than " + String.join(", ", versions.gone())
                            + ": what was fixed since is open again");
        }
    }

    private void age() {
        Optional<LocalDate> published = after.published();
        if (published.isEmpty()) {
            return;
        }
        if (after.firstSeen().isPresent()) {
            long days =
                    ChronoUnit.DAYS.between(published.get(), after.firstSeen().get());
            if (days < YOUNG) {
                add(
                        Concern.AGE,
                        "published on " + published.get() + ", "
                                + (days < 0
                                        ? "after it was locked"
                                        : Count.of(days, "days") + " before it was locked"));
            }
        }
        if (before.published().isPresent()
                && published.get().isBefore(before.published().get())) {
            add(
                    Concern.AGE,
                    "published on " + published.get() + ", before what it replaces ("
                            + before.published().get() + ")");
        }
    }

    private static String some(SortedSet<String> names) {
        List<String> first = names.stream().limit(SHOWN).toList();
        int more = names.size() - first.size();
        return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
    }
}
