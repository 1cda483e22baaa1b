package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.text.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The change of a checkout since its branch left another one, edits that are not committed included: which lines of which files
 * were touched. What cannot be compared counts as touched. Not thread-safe.
 */
public final class ChangeSince {

    /** The word for the base that the CI service or {@code hardening.base} names. */
    public static final String BASE = "base";

    /** Why there is no change to look at in a build that a CI service made of a push or by a schedule. */
    public static final String NO_REQUEST = CommitBase.NO_REQUEST;

    /** A lock of a hundred thousand files has 15 MB. */
    private static final int FILE_LIMIT = 32 << 20;

    /** The most files of the build that are compared to learn whether one of them changed. */
    private static final int BUILD_FILES = 2_000;

    /** What is compared with where nobody names anything. */
    private static final String DEFAULT = "origin/HEAD";

    private final Repository repository;
    private final String name;
    private final Optional<String> problem;
    private final Optional<GitChanges> changes;
    private final Map<String, Touched> touched = new HashMap<>();
    private Boolean buildTouched;

    /** Lines of a file, 1-based, or all of it. */
    private record Touched(boolean all, BitSet lines) {
        static final Touched NOTHING = new Touched(false, new BitSet());
        static final Touched ALL = new Touched(true, new BitSet());

        boolean any() {
            return all || !lines.isEmpty();
        }

        boolean meets(Location place) {
            if (all || place.span().isEmpty()) {
                return any();
            }
            int next = lines.nextSetBit(place.line());
            return next >= 0 && next <= place.span().get().endLine();
        }
    }

    private ChangeSince(Repository repository, String name, Optional<String> problem, Optional<GitChanges> changes) {
        this.repository = repository;
        this.name = name;
        this.problem = problem;
        this.changes = changes;
    }

    /**
     * The change since a commit of that name.
     *
     * @param since a branch, tag or commit, or {@value #BASE}
     */
    public static ChangeSince of(Repository repository, String since, Environment environment) {
        if (!repository.git().isPresent()) {
            return unknown(repository, since, "there is no Git repository");
        }
        try (GitHistory history = open(repository)) {
            if (CommitBase.isCheckedOut(history, environment)) {
                return unknown(repository, since, CommitBase.CHANGE_ABSENT);
            }
            Optional<String> commit;
            String name = since;
            if (since.equals(BASE)) {
                CommitBase base = CommitBase.of(history, Optional.empty(), environment);
                if (base.isNoRequest()) {
                    return unknown(repository, since, NO_REQUEST);
                }
                commit = base.commit();
                name = base.name();
            } else {
                commit = CommitBase.commit(history, since);
            }
            if (commit.isEmpty()) {
                // A clone of no remote has none to fetch.
                String another = name.equals(DEFAULT) ? ", or name a base (hardening.base)" : "";
                return unknown(
                        repository, name, "it is not known here; " + UnknownBase.advice(history, name) + another);
            }
            Optional<GitChanges> changes = history.changesSince(commit.get(), path -> true);
            return changes.isPresent()
                    ? new ChangeSince(repository, name, Optional.empty(), changes)
                    : unknown(repository, name, "it and HEAD have no commit in common here; " + UnknownBase.FETCH);
        } catch (IOException e) {
            return unknown(repository, since, e.getMessage() + "; " + UnknownBase.FETCH);
        }
    }

    private static GitHistory open(Repository repository) throws IOException {
        return repository.git().history().orElseThrow(() -> new IOException("there is no Git repository"));
    }

    private static ChangeSince unknown(Repository repository, String name, String reason) {
        return new ChangeSince(repository, name, Optional.of(reason), Optional.empty());
    }

    /** What the change is compared with, as it was named. */
    public String name() {
        return name;
    }

    /** Why the change is not known, so that everything counts as touched; empty when it is known. */
    public Optional<String> problem() {
        return problem;
    }

    /**
     * The bytes that a file had where the branch left; empty where it was not there.
     *
     * @throws IOException when the history cannot be read, or the file is too large; the message is for the user
     * @throws java.util.NoSuchElementException where the change is not known
     */
    public Optional<byte[]> before(String path) throws IOException {
        try (GitHistory history = open(repository)) {
            // Silent: a larger file is refused by an exception.
            return history.fileAt(changes.orElseThrow().from(), path, FILE_LIMIT);
        }
    }

    /**
     * Whether a file has the bytes that it had where the branch left; not so where one of the two cannot be read.
     *
     * @throws java.util.NoSuchElementException where the change is not known
     */
    public boolean isAsBefore(String path) {
        try {
            Optional<byte[]> old = before(path);
            return old.isEmpty()
                    ? !repository.exists(path)
                    : repository.sha256(path, FILE_LIMIT).equals(Optional.of(Digests.hex(old.get())));
        } catch (IOException e) {
            // Silent: what cannot be compared counts as changed, and who compares it says why.
            return false;
        }
    }

    /** Compares files, so that {@link #touches} need not open the history for each. */
    public void compare(Collection<String> paths) {
        List<String> pending = new ArrayList<>();
        for (String path : paths) {
            if (!path.isEmpty() && !touched.containsKey(path)) {
                pending.add(path);
            }
        }
        if (pending.isEmpty() || changes.isEmpty()) {
            return;
        }
        Map<String, String> before = new HashMap<>();
        for (GitChanges.File file : changes.get().files()) {
            if (file.isMove()) {
                before.put(file.after().orElseThrow(), file.before().orElseThrow());
            }
        }
        try (GitHistory history = open(repository)) {
            for (String path : pending) {
                touched.computeIfAbsent(path, key -> lines(history, before.getOrDefault(key, key), key));
            }
        } catch (IOException e) {
            // Silent: what was not compared counts as touched.
            pending.forEach(path -> touched.putIfAbsent(path, Touched.ALL));
        }
    }

    /** Whether a line of that place was touched; of a place without lines, its file; of the repository, whether a file is gone. */
    public boolean touches(Location place) {
        if (changes.isEmpty()) {
            return true;
        }
        if (place.path().isEmpty()) {
            return changes.get().files().stream().anyMatch(file -> file.after().isEmpty());
        }
        compare(List.of(place.path()));
        return touched.get(place.path()).meets(place);
    }

    /** Whether a file that decides what the build uses was touched: a POM, or one of a {@code .mvn} folder, the lock included. */
    public boolean touchesBuild() {
        if (changes.isEmpty()) {
            return true;
        }
        if (buildTouched == null) {
            buildTouched = isBuildTouched();
        }
        return buildTouched;
    }

    private boolean isBuildTouched() {
        for (GitChanges.File file : changes.orElseThrow().files()) {
            if (isOfBuild(file.path()) || isOfBuild(file.before().orElse(""))) {
                return true;
            }
        }
        List<String> paths = new ArrayList<>();
        try {
            for (TrackedFile file : repository.tracked().orElse(List.of())) {
                if (isOfBuild(file.path())) {
                    paths.add(file.path());
                }
            }
        } catch (UncheckedIOException e) {
            // Silent: what is not known counts as touched.
            return true;
        }
        if (paths.size() > BUILD_FILES) {
            return true;
        }
        compare(paths);
        return paths.stream().anyMatch(path -> touched.get(path).any());
    }

    private static boolean isOfBuild(String path) {
        return path.endsWith("pom.xml") || path.startsWith(".mvn/") || path.contains("/.mvn/");
    }

    private Touched lines(GitHistory history, String before, String path) {
        try {
            Optional<byte[]> old = history.fileAt(changes.orElseThrow().from(), before, FILE_LIMIT);
            if (old.isEmpty()) {
                return Touched.ALL;
            }
            try {
                SourceFile now = repository.read(path);
                return widened(path, now, TouchedLines.of(SourceFile.decode(path, old.get()), now));
            } catch (UnreadableFileException e) {
                // Silent: of what is not text, the bytes say whether it changed.
                return repository.sha256(path, FILE_LIMIT).equals(Optional.of(Digests.hex(old.get())))
                        ? Touched.NOTHING
                        : Touched.ALL;
            }
        } catch (IOException e) {
            // Silent: what cannot be compared counts as touched.
            return Touched.ALL;
        }
    }

    /** What a workflow says before and after its jobs, such as what triggers it, holds for all of them. */
    private static Touched widened(String path, SourceFile now, BitSet lines) {
        if (lines.isEmpty() || !path.startsWith(".github/workflows/")) {
            return new Touched(false, lines);
        }
        int jobs = 0;
        int end = now.lineCount() + 1;
        for (int number = 1; number <= now.lineCount(); number++) {
            String line = now.line(number);
            if (line.startsWith("jobs:")) {
                jobs = number;
            } else if (jobs > 0 && !line.isBlank() && " #-".indexOf(line.charAt(0)) < 0) {
                end = number;
                break;
            }
        }
        boolean within = jobs > 0 && lines.nextSetBit(0) > jobs && lines.length() - 1 < end;
        return within ? new Touched(false, lines) : Touched.ALL;
    }
}
