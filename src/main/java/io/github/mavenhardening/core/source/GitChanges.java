package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The files that a branch changed: those that HEAD has otherwise than the commit at which it left its base.
 *
 * @param from the commit at which it left the base, a hash
 * @param to HEAD's commit, a hash
 * @param files what changed, sorted by path; a file that was moved without a change is one of them
 */
public record GitChanges(String from, String to, List<File> files) {

    /** The most commits to look for the common one in: a clone may be far behind. */
    private static final int COMMITS = 100_000;

    public GitChanges {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param before its path before; empty when it was added
     * @param after its path after; empty when it was deleted
     */
    public record File(Optional<String> before, Optional<String> after) {

        /** Where it is, or was. */
        public String path() {
            return after.orElseGet(before::orElseThrow);
        }

        /** Whether it has the same content in another place. */
        public boolean isMove() {
            return before.isPresent() && after.isPresent() && !before.equals(after);
        }
    }

    /** A history that is not followed any further; the message is our own. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    /** Whether HEAD has no commit that the base has not. */
    public boolean isEmpty() {
        return from.equals(to);
    }

    static Optional<GitChanges> between(Repository repository, String base, Predicate<String> wanted)
            throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null) {
            return Optional.empty();
        }
        try (RevWalk walk = new BoundedWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            RevCommit to = walk.parseCommit(head);
            walk.markStart(to);
            walk.markStart(walk.parseCommit(ObjectId.fromString(base)));
            RevCommit from = walk.next();
            if (from == null) {
                return Optional.empty();
            }
            walk.parseBody(from);
            return Optional.of(new GitChanges(from.getName(), to.getName(), files(repository, from, to, wanted)));
        }
    }

    private static List<File> files(Repository repository, RevCommit from, RevCommit to, Predicate<String> wanted)
            throws IOException {
        List<File> files = new ArrayList<>();
        Map<ObjectId, List<Integer>> deleted = new HashMap<>();
        List<ObjectId> contents = new ArrayList<>();
        try (TreeWalk trees = new TreeWalk(repository)) {
            trees.addTree(from.getTree());
            trees.addTree(to.getTree());
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            while (trees.next()) {
                boolean before = !FileMode.MISSING.equals(trees.getRawMode(0));
                boolean after = !FileMode.MISSING.equals(trees.getRawMode(1));
                // A file that became executable says what it said.
                boolean same = before && after && trees.getObjectId(0).equals(trees.getObjectId(1));
                if (same || !wanted.test(trees.getPathString())) {
                    continue;
                }
                Optional<String> path = Optional.of(trees.getPathString());
                if (!after) {
                    deleted.computeIfAbsent(trees.getObjectId(0), id -> new ArrayList<>())
                            .add(files.size());
                }
                contents.add(before ? ObjectId.zeroId() : trees.getObjectId(1));
                files.add(new File(before ? path : Optional.empty(), after ? path : Optional.empty()));
            }
        }
        return moved(files, contents, deleted);
    }

    /** A deleted and an added file of the same content are one that was moved. Others are not compared: that takes too long. */
    private static List<File> moved(List<File> files, List<ObjectId> contents, Map<ObjectId, List<Integer>> deleted) {
        List<File> joined = new ArrayList<>(files);
        for (int i = 0; i < files.size(); i++) {
            List<Integer> candidates = deleted.getOrDefault(contents.get(i), List.of());
            if (!candidates.isEmpty()) {
                int from = candidates.remove(candidates.size() - 1);
                joined.set(i, new File(files.get(from).before(), files.get(i).after()));
                joined.set(from, null);
            }
        }
        joined.removeIf(file -> file == null);
        return joined;
    }

    /** A walk that ends when it has met too many commits. */
    private static final class BoundedWalk extends RevWalk {
        private int met;

        BoundedWalk(Repository repository) {
            super(repository);
        }

        @Override
        protected RevCommit createCommit(AnyObjectId id) {
            if (++met > COMMITS) {
                throw new RefusedException("the base is more than " + COMMITS + " commits away");
            }
            return super.createCommit(id);
        }
    }
}
