package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.lock.change.ArtifactChange;
import io.github.mavenhardening.core.lock.change.ArtifactChange.Versions;
import io.github.mavenhardening.core.lock.change.LockChange;
import io.github.mavenhardening.core.lock.change.Notice;
import io.github.mavenhardening.core.lock.change.Role;
import io.github.mavenhardening.core.source.ChangeSince;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a change brings to the lock, in lines for a log: as much as a screen holds, the worst first, and the rest in numbers. */
public final class LockChangeText {

    /** The most lines about artifacts and beside them. */
    private static final int LINES = 32;

    /** The most lines about one artifact. */
    private static final int NOTICES = 4;

    /** The most names in a sentence about what is not known. */
    private static final int NAMES = 3;

    private LockChangeText() {}

    /** What the change is as a whole, a sentence without its full stop. */
    public static String summary(LockChange change) {
        String base = Sanitizer.text(change.base());
        if (change.isNoRequest()) {
            return "There is nothing to compare the lock with: "
                    + change.problem().orElseThrow() + "; -Dhardening.base=… names a branch, tag or commit";
        }
        if (change.problem().isPresent()) {
            return "The lock cannot be compared with "
                    + (base.equals(ChangeSince.BASE) ? "the base of the change" : base) + ": "
                    + Sanitizer.text(change.problem().get());
        }
        if (change.isNothing()) {
            return "The lock is what it is in " + base + ": " + Count.of(change.unchanged(), "artifacts")
                    + ", with the same bytes and records";
        }
        String counts = counts(change);
        return "The lock differs from " + base + ": " + (counts.isEmpty() ? "no artifact" : counts) + "; "
                + Count.of(change.unchanged(), "artifacts") + " unchanged";
    }

    /**
     * That there is something to look at, on one line without its full stop.
     *
     * @param command what shows it
     */
    public static String notice(LockChange change, String command) {
        int artifacts = change.artifacts().size();
        int beside = change.build().size();
        String base = Sanitizer.text(change.base());
        String what = artifacts == 0
                ? "no artifact against " + base + ", but " + Count.of(beside, "things") + " beside them"
                : Count.of(artifacts, "artifacts") + " against " + base + " (" + counts(change) + ")";
        return "The lock changes " + what + "; '" + command + "' lists "
                + (Math.max(artifacts, beside) == 1 ? "it" : "them");
    }

    /** Why nothing can be said of it, as part of a sentence; empty where it was compared. */
    public static Optional<String> gap(LockChange change) {
        return change.problem().isEmpty() || change.isNoRequest()
                ? Optional.empty()
                : Optional.of("t" + summary(change).substring(1));
    }

    private static String counts(LockChange change) {
        List<String> counts = new ArrayList<>();
        change.counts().forEach((kind, count) -> counts.add(count + " " + kind.label()));
        return String.join(", ", counts);
    }

    /** The lines below that. */
    public static List<String> lines(LockChange change) {
        List<String> lines = new ArrayList<>();
        List<Notice> build = change.build();
        for (Notice notice : build.subList(0, Math.min(build.size(), LINES / 4))) {
            lines.add(Sanitizer.line(notice(notice)));
        }
        if (build.size() > LINES / 4) {
            lines.add((build.size() - LINES / 4) + " more like these");
        }
        int shown = 0;
        for (ArtifactChange artifact : change.artifacts()) {
            List<String> block = block(artifact);
            if (lines.size() + block.size() > LINES) {
                break;
            }
            lines.addAll(block);
            shown++;
        }
        int more = change.artifacts().size() - shown;
        if (more > 0) {
            lines.add("and " + Count.of(more, "artifacts") + " more, none worse than the last of these");
        }
        return lines;
    }

    private static List<String> block(ArtifactChange change) {
        List<String> block = new ArrayList<>();
        List<String> facts = facts(change);
        block.add(Sanitizer.line(change.artifact() + "  " + versions(change)
                + (facts.isEmpty() ? "" : "  (" + String.join("; ", facts) + ")")));
        List<Notice> notices = change.notices();
        int shown = notices.size() > NOTICES ? NOTICES - 1 : notices.size();
        for (Notice notice : notices.subList(0, shown)) {
            block.add("    " + Sanitizer.line(notice(notice)));
        }
        if (notices.size() > shown) {
            block.add("    and " + (notices.size() - shown) + " more");
        }
        return block;
    }

    private static String notice(Notice notice) {
        return notice.concern().label() + ": " + notice.text();
    }

    /** What was not compared or is not known, a sentence each. */
    public static List<String> gaps(LockChange change) {
        List<String> gaps = new ArrayList<>(change.gaps());
        List<String> unseen = change.unseen();
        if (!unseen.isEmpty()) {
            gaps.add("what runs in the build and machine code are not known of " + Count.of(unseen.size(), "files")
                    + ": " + some(unseen));
        }
        List<String> unlicensed = change.unlicensed();
        if (!unlicensed.isEmpty()) {
            gaps.add("the licence is not known, as the POM cannot be looked at, of "
                    + Count.of(unlicensed.size(), "versions") + ": " + some(unlicensed));
        }
        return gaps.stream().map(Sanitizer::line).toList();
    }

    private static String some(List<String> names) {
        return String.join("; ", names.subList(0, Math.min(NAMES, names.size())))
                + (names.size() > NAMES ? "; and " + (names.size() - NAMES) + " more" : "");
    }

    /** {@code 1.0 -> 1.1}, or what else became of the versions. */
    public static String versions(ArtifactChange change) {
        Versions versions = change.versions();
        String kept = versions.kept().isEmpty() ? "" : " beside " + joined(versions.kept());
        return switch (change.kind()) {
            case ADDED -> joined(versions.come()) + " new";
            case REMOVED -> joined(versions.gone()) + " removed";
            case REPLACED, FILES, RECORD ->
                joined(versions.kept()) + " " + change.kind().label();
            case UPDATED -> {
                if (versions.gone().isEmpty()) {
                    yield joined(versions.come()) + " new" + kept;
                }
                yield versions.come().isEmpty()
                        ? joined(versions.gone()) + " removed" + kept
                        : joined(versions.gone()) + " -> " + joined(versions.come()) + kept;
            }
        };
    }

    private static String joined(Collection<String> versions) {
        return String.join(", ", versions);
    }

    /** What a reviewer may want to know although nothing is wrong with it. */
    public static List<String> facts(ArtifactChange change) {
        List<String> facts = new ArrayList<>();
        for (Role role : change.roles()) {
            facts.add(role.label());
        }
        if (change.isMore()) {
            change.after().published().ifPresent(day -> facts.add("published on " + day));
            if (!change.after().licences().isEmpty()) {
                facts.add(joined(change.after().licences()));
            }
        }
        return facts;
    }
}
