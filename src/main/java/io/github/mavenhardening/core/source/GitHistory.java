package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevWalkException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.CommitTimeRevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The commits and tags of a checkout, read without running Git. Not thread-safe; to be closed. */
public final class GitHistory implements AutoCloseable {

    static {
        JGitIsolation.install();
    }

    private final Repository repository;

    private GitHistory(Repository repository) {
        this.repository = repository;
    }

    static GitHistory open(Path folder) throws IOException {
        try {
            return new GitHistory(new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setMustExist(true)
                    .build());
        } catch (IllegalArgumentException e) {
            // JGit's answer to a configuration with values that it cannot take.
            throw new IOException("the Git configuration cannot be read", e);
        }
    }

    /** The commit checked out; empty before the first commit. */
    private Optional<ObjectId> head() throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.HEAD));
    }

    /** The short names of the tags, light or annotated, that stand exactly at the commit checked out. */
    public List<String> tagsAtHead() throws IOException {
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
    }

    private ObjectId commitOf(Ref ref) throws IOException {
        try {
            Ref peeled = repository.getRefDatabase().peel(ref);
            return peeled.getPeeledObjectId() != null ? peeled.getPeeledObjectId() : peeled.getObjectId();
        } catch (MissingObjectException e) {
            // A partial clone may name tags whose objects it lacks; they are not at the commit that it has.
            return null;
        }
    }

    /** Whether the history ends where the clone was cut, instead of at the first commit. */
    public boolean isShallow() throws IOException {
        return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    }

    /**
     * The latest commit that changed a file, if it came after a moment. A merge changes it where it
     * differs from every parent.
     *
     * @param path the file
     * @param moment commits of that time and before are not looked at
     * @param limit the most commits to look at
     * @throws IOException when the history cannot be read, or has more commits since that moment than the limit
     */
    public Optional<Instant> changeAfter(String path, Instant moment, int limit) throws IOException {
        Optional<ObjectId> head = head();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(repository)) {
            walk.sort(RevSort.COMMIT_TIME_DESC);
            walk.setRevFilter(CommitTimeRevFilter.after(moment.plusSeconds(1)));
            walk.markStart(walk.parseCommit(head.get()));
            int seen = 0;
            for (RevCommit commit : walk) {
                if (++seen > limit) {
                    throw new IOException("more than " + limit + " commits since " + moment);
                }
                if (changes(walk, commit, path)) {
                    return Optional.of(Instant.ofEpochSecond(commit.getCommitTime()));
                }
            }
            return Optional.empty();
        } catch (RevWalkException e) {
            throw new IOException("the history cannot be walked", e);
        }
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
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk file = TreeWalk.forPath(
                        repository,
                        path,
                        walk.parseCommit(ObjectId.fromString(commit)).getTree())) {
            boolean regular = file != null
                    && (FileMode.REGULAR_FILE.equals(file.getRawMode(0))
                            || FileMode.EXECUTABLE_FILE.equals(file.getRawMode(0)));
            return regular
                    ? Optional.of(repository
                            .open(file.getObjectId(0), Constants.OBJ_BLOB)
                            .getBytes(limit))
                    : Optional.empty();
        } catch (LargeObjectException e) {
            throw new IOException("larger than " + limit + " bytes: " + path, e);
        }
    }

    /** The commit that a branch of the remote {@code origin} was at when it was last fetched; {@code HEAD} is its default. */
    public Optional<String> originBranch(String branch) throws IOException {
        Ref ref = repository.getRefDatabase().exactRef(Constants.R_REMOTES + "origin/" + branch);
        return Optional.ofNullable(ref).map(Ref::getObjectId).map(ObjectId::getName);
    }

    /** The commit that a branch, tag, hash or other revision leads to; empty when there is none. */
    public Optional<String> commitOf(String revision) throws IOException {
        try {
            return Optional.ofNullable(repository.resolve(revision + "^{commit}"))
                    .map(ObjectId::getName);
        } catch (RevisionSyntaxException | AmbiguousObjectException | MissingObjectException e) {
            return Optional.empty();
        }
    }

    /**
     * The commits that HEAD has and the base has not, the latest first.
     *
     * @param base a commit's hash
     * @param limit the most commits
     * @throws IOException when the history cannot be read, or there are more commits than the limit
     */
    public List<Commit> commitsSince(String base, int limit) throws IOException {
        Optional<ObjectId> head = head();
        if (head.isEmpty()) {
            return List.of();
        }
        List<Commit> commits = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.sort(RevSort.TOPO);
            walk.markStart(walk.parseCommit(head.get()));
            walk.markUninteresting(walk.parseCommit(ObjectId.fromString(base)));
            for (RevCommit commit : walk) {
                if (commits.size() == limit) {
                    throw new IOException("there are more than " + limit + " commits since the base");
                }
                commits.add(Commit.of(commit));
            }
            return List.copyOf(commits);
        } catch (RevWalkException | MissingObjectException e) {
            throw new IOException("the history cannot be walked", e);
        }
    }

    /**
     * The files that changed since HEAD left the base; empty when both have no commit in common, as far as the clone goes.
     *
     * @param base a commit's hash
     * @param wanted the paths that are asked about
     * @throws IOException when the history cannot be read
     */
    public Optional<GitChanges> changesSince(String base, Predicate<String> wanted) throws IOException {
        return GitChanges.between(repository, base, wanted);
    }

    @Override
    public void close() {
        repository.close();
    }
}
