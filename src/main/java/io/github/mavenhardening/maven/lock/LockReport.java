package io.github.mavenhardening.maven.lock;

import io.github.mavenhardening.core.dependency.BuildFacts.Chooser;
import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.LockEntry;
import io.github.mavenhardening.core.lock.LockPath;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** The log of a lock update: what was added, accepted, removed or refused. */
final class LockReport {

    /** Full lists belong in the file; the console shows as much as one reads. */
    private static final int MAX_SHOWN = 200;

    private static final int MAX_IN_LINE = 20;

    private final Log log;

    LockReport(Log log) {
        this.log = log;
    }

    /** The changes one by one, unless all is new; then how many. */
    void tell(LockUpdate update, Lock before, Lock after, boolean existed, boolean pruned, boolean written) {
        if (existed) {
            show(update.added().keySet().stream().map(path -> "+ " + path).toList());
        }
        show(update.accepted().entrySet().stream()
                .map(e -> "~ " + e.getKey() + ": "
                        + before.entries().get(e.getKey()).sha256() + " -> " + e.getValue())
                .toList());
        if (pruned) {
            show(update.unused().stream().map(path -> "- " + path).toList());
        }
        log.info(Lock.LOCATION + (written ? " written: " : " is up to date: ")
                + Count.of(after.entries().size(), "files") + " locked, "
                + update.added().size() + " added, "
                + update.accepted().size() + " accepted, "
                + (pruned
                        ? update.unused().size() + " removed"
                        : update.unused().size() + " not used by this build"));
    }

    /** How much is known of the locked files. */
    void tell(LockMetadata known, boolean written) {
        int from = 0;
        int published = 0;
        int signed = 0;
        int confirmed = 0;
        for (FileMetadata file : known.files().values()) {
            from += file.origin().isPresent() ? 1 : 0;
            published += file.published().isPresent() ? 1 : 0;
            signed += file.signer().isPresent() || file.certified().isPresent() ? 1 : 0;
            confirmed += file.confirmed().isPresent() ? 1 : 0;
        }
        log.info(LockMetadata.LOCATION + (written ? " written: " : " is up to date: ")
                + Count.of(from, "files") + " of known origin, "
                + published + " with a publication date, " + signed + " with a verified signature, " + confirmed
                + " confirmed by a second repository");
    }

    private void show(List<String> changes) {
        changes.stream().limit(MAX_SHOWN).forEach(log::info);
        if (changes.size() > MAX_SHOWN) {
            log.info("and " + (changes.size() - MAX_SHOWN) + " more");
        }
    }

    /** A list within a line, cut where nobody reads on. */
    static String some(Collection<String> all) {
        String more = all.size() > MAX_IN_LINE ? " and " + (all.size() - MAX_IN_LINE) + " more" : "";
        return all.stream().limit(MAX_IN_LINE).collect(Collectors.joining(", ")) + more;
    }

    /** A list below a sentence, cut where nobody reads on. */
    static String lines(List<String> lines) {
        String more = lines.size() > MAX_SHOWN ? "\n  and " + (lines.size() - MAX_SHOWN) + " more" : "";
        return lines.stream().limit(MAX_SHOWN).map(line -> "\n  " + line).collect(Collectors.joining()) + more;
    }

    /** Refusals of an update, reported together; empty where there are none. */
    static List<String> refusals(LockUpdate update, Lock lock) {
        List<String> refusals = new ArrayList<>();
        if (!update.unmatched().isEmpty()) {
            refusals.add("hardening.accept names files that have not changed: " + unmatched(update)
                    + ". Nothing was written.");
        }
        if (!update.unreadable().isEmpty()) {
            refusals.add("Files that the build uses cannot be read, nothing was written:"
                    + lines(update.unreadable().entrySet().stream()
                            .map(e -> e.getKey() + ": " + e.getValue())
                            .toList()));
        }
        if (!update.refused().isEmpty()) {
            refusals.add(
                    "The bytes of locked files have changed, nothing was written. Find out why first; if the new bytes"
                            + " are right, name each file in -Dhardening.accept=<path or groupId:artifactId:version>:"
                            + lines(update.refused().entrySet().stream()
                                    .map(e -> change(lock.entries().get(e.getKey()), e.getValue()))
                                    .toList()));
        }
        return refusals;
    }

    /** With the name of a changed file that each was perhaps meant to be. */
    private static String unmatched(LockUpdate update) {
        Set<String> changed = new TreeSet<>(update.refused().keySet());
        for (String path : update.refused().keySet()) {
            LockPath.coordinatesOf(path).map(Coordinates::gav).ifPresent(changed::add);
        }
        return update.unmatched().stream()
                .map(name -> name
                        + NearestName.of(name, changed)
                                .map(near -> " (did you mean " + near + "?)")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static String change(LockEntry entry, String actual) {
        return entry.path() + ": locked " + entry.sha256() + " (" + Lock.LOCATION + ":" + entry.line() + "), actual "
                + actual;
    }

    /**
     * Sentences about files that were downloaded while the build ran and are not locked; empty where there are none.
     *
     * @param unseen whether this Maven may have downloaded them for a goal, of which another sentence says how it is seen
     */
    static List<String> unlockedDownloads(SortedSet<String> downloaded, Lock lock, boolean unseen) {
        List<String> ofMaven = new ArrayList<>();
        List<String> ofTycho = new ArrayList<>();
        for (String path : downloaded) {
            if (!lock.entries().containsKey(path)) {
                (LockPath.isOfTycho(path) ? ofTycho : ofMaven).add(path);
            }
        }
        List<String> sentences = new ArrayList<>();
        if (!ofMaven.isEmpty()) {
            sentences.add("Not locked, though downloaded while this build ran, by "
                    + (unseen ? "it" : "a process that it started (a test, a second Maven)")
                    + " or by another that shares the local repository"
                    + (unseen ? "" : "; name in the POM what builds need, as a dependency or in 'dependency:get'")
                    + ": " + Sanitizer.wholeLine(String.join(", ", ofMaven)));
        }
        if (!ofTycho.isEmpty()) {
            sentences.add("Not locked, though Tycho took it from a p2 repository while this build ran; declare it as a"
                    + " dependency of a bundle of this build, so that the lock has it, too: "
                    + Sanitizer.wholeLine(String.join(", ", ofTycho)));
        }
        return sentences;
    }

    /**
     * The plugins of reports whose version each site chooses by itself, and that no site has brought into the lock, a sentence; empty where
     * there are none.
     *
     * @param plugins those without a version
     */
    static Optional<String> unlockedReports(Collection<UnpinnedVersion> plugins, Lock lock) {
        List<String> reports = new ArrayList<>();
        for (UnpinnedVersion plugin : plugins) {
            if (plugin.chooser() == Chooser.SITE && !has(lock, plugin.key())) {
                reports.add(Sanitizer.line(plugin.key()));
            }
        }
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.of("Not locked, as no POM gives them a version and 'mvn site' takes the newest of its day: "
                        + String.join(", ", reports) + ". Give them one in <reporting>");
    }

    private static boolean has(Lock lock, String key) {
        for (String path : lock.entries().keySet()) {
            Optional<Coordinates> one = LockPath.coordinatesOf(path);
            if (one.isPresent()
                    && key.equals(one.get().groupId() + ':' + one.get().artifactId())) {
                return true;
            }
        }
        return false;
    }
}
