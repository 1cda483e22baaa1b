package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The commits and tags of a checkout, read without running Git, as they are: replacements and grafts, with which somebody's
 * own Git may show another history, do not count. Not thread-safe; to be closed. Whatever is wrong with the repository's
 * files is an {@link IOException} whose message names no path of the machine.
 */
public final class GitHistory implements AutoCloseable {

    static {
        JGitIsolation.install();
    }

    /**
     * How many commits in a row, from the latest on, must be too old before none is looked for behind them: whose clock is
     * wrong makes commits that are older than their parents.
     */
    private static final int SKEWED = 100;

    private final Repository repository;

    private GitHistory(Repository repository) {
        this.repository = repository;
    }

    /** Something that reads the repository. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** JGit answers to a broken repository with exceptions of many kinds, whose messages name the machine's paths. */
    static <T> T guarded(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (GitChanges.RefusedException e) {
            throw new IOException(e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static String reason(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MissingObjectException) {
                return "an object is missing in the Git repository";
            }
            if (cause instanceof LargeObjectException) {
                return "an object in the Git repository is too large";
            }
        }
        return "the Git repository cannot be read";
    }

    static GitHistory open(Path folder) throws IOException {
        return guarded(() -> new GitHistory(new FileRepositoryBuilder()
                .setGitDir(folder.toFile())
                .setMustExist(true)
                .build()));
    }

    /** The commit checked out; empty before the first commit. */
    private Optional<ObjectId> head() throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.HEAD));
    }

    /** The short names of the tags, light or annotated, that stand exactly at the commit checked out. */
    public List<String> tagsAtHead() throws IOException {
        return guarded(() -> {
            SortedSet<String> names = new TreeSet<>();
            Optional<ObjectId> head = head();
            if (head.isPresent()) {
                for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                    if (head.get().equals(commitOf(ref))) {
                        names.add(Repository.shortenRefName(ref.getName()));
                    }
                }
            }
            return List.copyOf(names);
        });
    }

    /** When the commit checked out was made, by its committer's clock; empty before the first commit. */
    public Optional<Instant> committed() throws IOException {
        return guarded(() -> {
            Optional<ObjectId> head = head();
            if (head.isEmpty()) {
                return Optional.empty();
            }
            try (RevWalk walk = new RevWalk(repository)) {
                return Optional.of(time(walk.parseCommit(head.get())));
            }
        });
    }

    /**
     * The latest commits that tags stand at, the oldest of them first. A tag of anything else is none of a version.
     *
     * @param limit the most commits
     */
    public List<Version> tagged(int limit) throws IOException {
        return guarded(() -> {
            Map<ObjectId, SortedSet<String>> names = new HashMap<>();
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                names.computeIfAbsent(commitOf(ref), any -> new TreeSet<>())
                        .add(Repository.shortenRefName(ref.getName()));
            }
            List<Version> versions = new ArrayList<>();
            try (RevWalk walk = new RevWalk(repository)) {
                for (Map.Entry<ObjectId, SortedSet<String>> entry : names.entrySet()) {
                    if (walk.parseAny(entry.getKey()) instanceof RevCommit commit) {
                        versions.add(new Version(String.join(", ", entry.getValue()), commit.getName(), time(commit)));
                        commit.disposeBody();
                    }
                }
            }
            versions.sort(Comparator.comparing(Version::time).thenComparing(Version::name));
            return List.copyOf(versions.subList(Math.max(0, versions.size() - limit), versions.size()));
        });
    }

    /**
     * The latest commits of the branch that is checked out, the oldest of them first: of a merge the first parent is
     * followed, which is what the branch was before.
     *
     * @param limit the most commits
     */
    public List<Version> commits(int limit) throws IOException {
        return guarded(() -> {
            List<Version> versions = new ArrayList<>();
            Optional<ObjectId> head = head();
            try (RevWalk walk = new RevWalk(repository)) {
                RevCommit at = head.isPresent() ? walk.parseCommit(head.get()) : null;
                while (at != null && versions.size() < limit) {
                    versions.add(new Version(Commit.of(at).shortId(), at.getName(), time(at)));
                    at = at.getParentCount() == 0 ? null : walk.parseCommit(at.getParent(0));
                }
            }
            Collections.reverse(versions);
            return List.copyOf(versions);
        });
    }

    /** The objects, for who reads the files of commits; not to be closed by them. */
    Repository objects() {
        return repository;
    }

    private ObjectId commitOf(Ref ref) throws IOException {
        Ref peeled = repository.getRefDatabase().peel(ref);
        return peeled.getPeeledObjectId() != null ? peeled.getPeeledObjectId() : peeled.getObjectId();
    }

    /** Whether the history ends where the clone was cut, instead of at the first commit. */
    public boolean isShallow() throws IOException {
        return guarded(() -> !repository.getObjectDatabase().getShallowCommits().isEmpty());
    }

    /**
     * The latest commit that changed a file, if it came after a moment, by the committers' clocks. A merge changes it where
     * it differs from every parent.
     *
     * @param path the file
     * @param moment commits of that time and before are not looked at
     * @param limit the most commits to look at
     * @throws IOException when the history cannot be read, or has more commits since that moment than the limit
     */
    public Optional<Instant> changeAfter(String path, Instant moment, int limit) throws IOException {
        return guarded(() -> {
            Optional<ObjectId> head = head();
            if (head.isEmpty()) {
                return Optional.empty();
            }
            try (RevWalk walk = new RevWalk(repository)) {
                walk.sort(RevSort.COMMIT_TIME_DESC);
                walk.markStart(walk.parseCommit(head.get()));
                int seen = 0;
                int old = 0;
                for (RevCommit commit : walk) {
                    Instant time = time(commit);
                    if (!time.isAfter(moment)) {
                        if (++old > SKEWED) {
                            break;
                        }
                        continue;
                    }
                    old = 0;
                    if (++seen > limit) {
                        throw new GitChanges.RefusedException("more than " + limit + " commits since " + moment);
                    }
                    if (changes(walk, commit, path)) {
                        return Optional.of(time);
                    }
                }
                return Optional.empty();
            }
        });
    }

    /** When a commit was made; JGit's own number of seconds, by which it sorts, ends in 2038. */
    private static Instant time(RevCommit commit) {
        PersonIdent committer = commit.getCommitterIdent();
        return committer == null ? Instant.ofEpochSecond(commit.getCommitTime()) : committer.getWhenAsInstant();
    }

    /** Whether the file after that commit is there and differs from what it was after every parent. */
    private boolean changes(RevWalk walk, RevCommit commit, String path) throws IOException {
        ObjectId after = blob(commit, path);
        if (after == null) {
            return false;
        }
        for (RevCommit parent : commit.getParents()) {
            walk.parseHeaders(parent);
            if (after.equals(blob(parent, path))) {
                return false;
            }
        }
        return true;
    }

    /** The content of a file after a commit, or null where it is not there. */
    private ObjectId blob(RevCommit commit, String path) throws IOException {
        try (TreeWalk file = TreeWalk.forPath(repository, path, commit.getTree())) {
            return file == null ? null : file.getObjectId(0);
        }
    }

    /**
     * The bytes of a regular file as a commit has it, whatever the checkout holds; empty when it is not there.
     *
     * @param commit a commit's hash
     * @param path the file
     * @param limit the most bytes to read
     * @throws IOException when the history cannot be read, or the file is larger than the limit
     */
    public Optional<byte[]> fileAt(String commit, String path, int limit) throws IOException {
        return guarded(() -> {
            try (RevWalk walk = new RevWalk(repository);
                    TreeWalk file = TreeWalk.forPath(
                            repository,
                            path,
                            walk.parseCommit(ObjectId.fromString(commit)).getTree())) {
                boolean regular = file != null
                        && (FileMode.REGULAR_FILE.equals(file.getRawMode(0))
                                || FileMode.EXECUTABLE_FILE.equals(file.getRawMode(0)));
                if (!regular) {
                    return Optional.empty();
                }
                ObjectLoader blob = repository.open(file.getObjectId(0), Constants.OBJ_BLOB);
                if (blob.getSize() > limit) {
                    throw new GitChanges.RefusedException("larger than " + limit + " bytes: " + path);
                }
                return Optional.of(blob.getBytes(limit));
            }
        });
    }

    /** The commit that a branch of the remote {@code origin} was at when it was last fetched; {@code HEAD} is its default. */
    public Optional<String> originBranch(String branch) throws IOException {
        return guarded(() -> {
            Ref ref = repository.getRefDatabase().exactRef(Constants.R_REMOTES + "origin/" + branch);
            return Optional.ofNullable(ref).map(Ref::getObjectId).map(ObjectId::getName);
        });
    }

    /** The commit that a branch, tag, hash or other revision leads to; empty when there is none. */
    public Optional<String> commitOf(String revision) throws IOException {
        return guarded(() -> {
            try {
                return Optional.ofNullable(repository.resolve(revision + "^{commit}"))
                        .map(ObjectId::getName);
            } catch (RevisionSyntaxException | AmbiguousObjectException | MissingObjectException e) {
                // Silent: the clone has no such commit, which is what the answer says; who asks reports it.
                return Optional.empty();
            }
        });
    }

    /**
     * The commits that HEAD has and the base has not, the latest first.
     *
     * @param base a commit's hash
     * @param limit the most commits
     * @throws IOException when the history cannot be read, or there are more commits than the limit
     */
    public List<Commit> commitsSince(String base, int limit) throws IOException {
        return guarded(() -> {
            Optional<ObjectId> head = head();
            if (head.isEmpty()) {
                throw new GitChanges.RefusedException("HEAD leads to no commit");
            }
            List<Commit> commits = new ArrayList<>();
            try (RevWalk walk = new RevWalk(repository)) {
                walk.setRevFilter(new AtMost(limit));
                walk.sort(RevSort.TOPO);
                walk.markStart(walk.parseCommit(head.get()));
                walk.markUninteresting(walk.parseCommit(ObjectId.fromString(base)));
                for (RevCommit commit : walk) {
                    commits.add(Commit.of(commit));
                }
                return List.copyOf(commits);
            }
        });
    }

    /** Ends a walk that finds too much. A walk that is to be sorted finds all before it answers with the first. */
    private static final class AtMost extends RevFilter {
        private final int limit;
        private int seen;

        AtMost(int limit) {
            this.limit = limit;
        }

        @Override
        public boolean include(RevWalk walker, RevCommit commit) {
            if (++seen > limit) {
                throw new GitChanges.RefusedException("there are more than " + limit + " commits since the base");
            }
            return true;
        }

        @Override
        public RevFilter clone() {
            return new AtMost(limit);
        }
    }

    /**
     * The files that changed since HEAD left the base; empty when both have no commit in common, as far as the clone goes.
     *
     * @param base a commit's hash
     * @param wanted the paths that are asked about
     * @throws IOException when the history cannot be read, or the base is too far away
     */
    public Optional<GitChanges> changesSince(String base, Predicate<String> wanted) throws IOException {
        return guarded(() -> GitChanges.between(repository, base, wanted));
    }

    /**
     * {@inheritDoc} Closes what the repository opened, and not the repository: that asks JGit's cache of repositories, which
     * starts a thread that never ends and, in a Maven that stays, keeps the plugin's classes for ever.
     */
    @Override
    public void close() {
        repository.getObjectDatabase().close();
        repository.getRefDatabase().close();
    }
}
