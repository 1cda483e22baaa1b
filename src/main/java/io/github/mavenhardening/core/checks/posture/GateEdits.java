package io.github.mavenhardening.core.checks.posture;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.baseline.BaselineEntry;
import io.github.mavenhardening.core.baseline.BaselineParser;
import io.github.mavenhardening.core.checks.posture.ChangedFiles.Versions;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.schema.Quoted;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.lock.metadata.MetadataParser;
import io.github.mavenhardening.core.posture.GateFile;
import io.github.mavenhardening.core.posture.LineDiff;
import io.github.mavenhardening.core.posture.SettingsDiff;
import io.github.mavenhardening.core.run.IgnoreComment;
import io.github.mavenhardening.core.run.IgnoreComments;
import io.github.mavenhardening.core.source.GitChanges;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The edits of a change to each file of the gate, as findings. */
final class GateEdits {

    /** The most settings of one file that are findings of their own. */
    private static final int SETTINGS = 50;

    private static final int NAMED = 3;

    private static final String REMEDY =
            "Let an owner of the gate review this before the change is merged, and revert what is not intended";

    private final Check check;
    private final ChangedFiles files;
    private final CheckContext context;

    GateEdits(Check check, ChangedFiles files, CheckContext context) {
        this.check = check;
        this.files = files;
        this.context = context;
    }

    /** What became of a file of the gate. */
    void look(GitChanges.File file, GateFile kind) {
        if (file.after().isEmpty()) {
            report(Location.ofFile(file.path()), file.path(), kind, Severity.MEDIUM, "was deleted");
            return;
        }
        if (file.isMove()) {
            String from = "was moved here from " + file.before().orElseThrow();
            report(Location.ofFile(file.path()), file.path(), kind, Severity.MEDIUM, from);
            return;
        }
        Optional<Versions> versions = files.of(file);
        if (versions.isEmpty() || versions.get().isBlank()) {
            String what = file.before().isEmpty() ? "was added" : "changed";
            report(Location.ofFile(file.path()), file.path(), kind, Severity.MEDIUM, what);
            return;
        }
        switch (kind) {
            case POLICY, ZIZMOR -> settings(versions.get(), kind);
            case BASELINE -> baseline(versions.get(), kind);
            case LOCK -> lock(versions.get(), kind);
            case METADATA -> metadata(versions.get(), kind);
            case FORGE, SIGNERS, MAVEN, OWNERS -> lines(versions.get(), kind);
        }
    }

    /** The comments of a file that is none of the gate's. */
    void comments(GitChanges.File file) {
        Optional<Versions> versions = file.after().isPresent() ? files.of(file) : Optional.empty();
        if (versions.isEmpty()) {
            return;
        }
        SourceFile after = versions.get().after();
        for (int number : GateComments.added(versions.get().before(), after)) {
            String line = after.line(number).strip();
            Optional<IgnoreComment> comment = IgnoreComments.parse(after.path(), number, line);
            SortedSet<String> ids = new TreeSet<>(comment.orElseThrow().checkIds());
            context.report(check.at(at(after, number))
                    .severity(Severity.LOW)
                    .message("A comment that ignores " + String.join(", ", ids)
                            + " was added, or a line beside it changed")
                    .remedy(REMEDY)
                    .subject(after.path() + ' ' + line));
        }
    }

    private void settings(Versions versions, GateFile kind) {
        List<SettingsDiff> differences;
        try {
            differences = SettingsDiff.of(versions.before(), versions.after());
        } catch (UnreadableFileException e) {
            // Silent: one version is not YAML, and its lines tell what changed.
            lines(versions, kind);
            return;
        }
        String path = versions.after().path();
        for (SettingsDiff difference : differences.subList(0, Math.min(SETTINGS, differences.size()))) {
            context.report(check.at(difference.location())
                    .message(difference.text() + " in " + path + ", " + kind.title())
                    .remedy(REMEDY)
                    .subject(path + ' ' + difference.text()));
        }
        if (differences.size() > SETTINGS) {
            report(
                    Location.ofFile(path),
                    path,
                    kind,
                    Severity.MEDIUM,
                    "has " + (differences.size() - SETTINGS) + " more settings that changed",
                    "has " + Count.of(differences.size() - SETTINGS, "more settings") + " that changed");
        }
    }

    /** That findings are gone is what a baseline is for; what it has more of fails no build any longer. */
    private void baseline(Versions versions, GateFile kind) {
        String path = versions.after().path();
        SortedMap<BaselineEntry, Integer> before;
        SortedMap<BaselineEntry, Integer> after;
        try {
            before = entries(versions.before());
            after = entries(versions.after());
        } catch (ConfigurationException e) {
            // Silent: one version is not a baseline, and its lines tell what changed.
            lines(versions, kind);
            return;
        }
        List<String> grown = new ArrayList<>();
        int more = 0;
        int fewer = 0;
        for (Map.Entry<BaselineEntry, Integer> entry : after.entrySet()) {
            int difference = entry.getValue() - before.getOrDefault(entry.getKey(), 0);
            if (difference > 0) {
                more += difference;
                BaselineEntry known = entry.getKey();
                grown.add(known.check() + " " + Quoted.of(known.subject())
                        + (known.path().isEmpty() ? "" : " in " + known.path()));
            }
            fewer += Math.max(-difference, 0);
        }
        for (Map.Entry<BaselineEntry, Integer> entry : before.entrySet()) {
            fewer += after.containsKey(entry.getKey()) ? 0 : entry.getValue();
        }
        if (more > 0) {
            String what = "accepts " + Count.of(more, "more findings") + ": " + named(grown);
            report(Location.ofFile(path), path, kind, Severity.MEDIUM, what);
        } else if (fewer > 0) {
            report(Location.ofFile(path), path, kind, Severity.INFO, "lost " + Count.of(fewer, "findings"));
        } else {
            lines(versions, kind);
        }
    }

    private static SortedMap<BaselineEntry, Integer> entries(SourceFile source) {
        return source.text().isBlank()
                ? new TreeMap<>()
                : BaselineParser.parse(source).entries();
    }

    /** Entries come and go with every update; one that has another hash accepts other bytes. */
    private void lock(Versions versions, GateFile kind) {
        SortedMap<String, String> before = hashes(versions.before());
        SortedMap<String, String> after = hashes(versions.after());
        List<String> changed = new ArrayList<>();
        int added = 0;
        for (Map.Entry<String, String> entry : after.entrySet()) {
            String hash = before.get(entry.getKey());
            if (hash == null) {
                added++;
            } else if (!hash.equals(entry.getValue())) {
                changed.add(entry.getKey());
            }
        }
        String path = versions.after().path();
        if (!changed.isEmpty()) {
            String what = "accepts other bytes than before of " + named(changed);
            report(Location.ofFile(path), path, kind, Severity.MEDIUM, what);
        }
        int removed = before.size() - (after.size() - added);
        if (added + removed > 0) {
            String what = "gained " + added + " entries and lost " + removed;
            String message = "gained " + Count.of(added, "entries") + " and lost " + removed;
            report(Location.ofFile(path), path, kind, Severity.INFO, what, message);
        }
    }

    /** By path, of lines such as {@code <hash>  <path>}. */
    private static SortedMap<String, String> hashes(SourceFile source) {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (int number = 1; number <= source.lineCount(); number++) {
            String line = source.line(number);
            int blank = line.indexOf(' ');
            if (blank > 0) {
                hashes.put(line.substring(blank + 1).strip(), line.substring(0, blank));
            }
        }
        return hashes;
    }

    /** Where files came from changes with every update; who may sign them does not, and what is installed has its bytes there. */
    private void metadata(Versions versions, GateFile kind) {
        String path = versions.after().path();
        List<String> changed = new ArrayList<>();
        List<String> installed = new ArrayList<>();
        try {
            LockMetadata old = metadata(versions.before());
            LockMetadata now = metadata(versions.after());
            installed.addAll(now.installed().changedSince(old.installed()));
            SortedMap<String, SortedSet<String>> before = old.signers();
            SortedMap<String, SortedSet<String>> after = now.signers();
            for (Map.Entry<String, SortedSet<String>> signers : before.entrySet()) {
                if (!signers.getValue().equals(after.get(signers.getKey()))) {
                    changed.add(signers.getKey());
                }
            }
        } catch (LockSyntaxException e) {
            // Silent: unreadable-lock reports what stands there now, and the lines tell that it changed.
            lines(versions, kind);
            return;
        }
        if (!installed.isEmpty()) {
            String what = "accepts other bytes than before, or none, of what is installed in " + named(installed);
            report(Location.ofFile(path), path, kind, Severity.MEDIUM, what);
        }
        if (!changed.isEmpty()) {
            String what = "has other accepted signers than before of " + named(changed);
            report(Location.ofFile(path), path, kind, Severity.MEDIUM, what);
        } else if (installed.isEmpty()) {
            report(Location.ofFile(path), path, kind, Severity.INFO, "changed, its signers did not");
        }
    }

    private static LockMetadata metadata(SourceFile source) throws LockSyntaxException {
        return source.text().isBlank() ? LockMetadata.empty() : MetadataParser.parse(source.text());
    }

    private void lines(Versions versions, GateFile kind) {
        SourceFile after = versions.after();
        LineDiff diff = LineDiff.of(versions.before(), after);
        if (diff.added().isEmpty()) {
            String what = diff.removed() > 0 ? "lost " + count(diff.removed()) : "has its lines in another order";
            report(Location.ofFile(after.path()), after.path(), kind, Severity.MEDIUM, what);
            return;
        }
        int first = firstThatSays(diff.added(), after);
        String more = diff.added().size() > 1 ? " and " + count(diff.added().size() - 1) + " more" : "";
        String lost = diff.removed() > 0 ? ", and lost " + count(diff.removed()) : "";
        report(
                at(after, first),
                after.path(),
                kind,
                Severity.MEDIUM,
                "gained the line " + Quoted.of(after.line(first)) + more + lost);
    }

    /** The first line that is neither blank nor a comment, which is what a reviewer has to see; else the first. */
    private static int firstThatSays(List<Integer> added, SourceFile after) {
        for (int number : added) {
            String line = after.line(number).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                return number;
            }
        }
        return added.get(0);
    }

    private void report(Location location, String path, GateFile kind, Severity severity, String what) {
        report(location, path, kind, severity, what, what);
    }

    /** The words that identify the finding stay as they are, whatever number the message agrees with. */
    private void report(Location location, String path, GateFile kind, Severity severity, String what, String message) {
        context.report(check.at(location)
                .severity(severity)
                .message(path + ", " + kind.title() + ", " + message)
                .remedy(REMEDY)
                .subject(path + ' ' + what));
    }

    private static Location at(SourceFile source, int number) {
        int start = source.lineStart(number);
        String line = source.line(number);
        int indent = line.length() - line.stripLeading().length();
        return source.at(
                source.span(start + indent, start + line.stripTrailing().length()));
    }

    private static String named(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }

    private static String count(int lines) {
        return Count.of(lines, "lines");
    }
}
