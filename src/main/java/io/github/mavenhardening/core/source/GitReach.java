package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.network.Access;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevFlag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;

/**
 * Of which branches and tags commits are. A forge serves the commits of all forks under a repository's name, so that one can be
 * fetched proves nothing: it has to be an ancestor of a branch or tag. The history is fetched without files, into memory.
 */
public final class GitReach extends GitCommitsPort<GitReach.Question, SortedMap<String, String>> {

    private static final List<RefSpec> EVERYTHING =
            List.of(new RefSpec("+refs/heads/*:refs/heads/*"), new RefSpec("+refs/tags/*:refs/tags/*"));

    /** Branches on which releases are made, where people look first; the others follow by name, and then tags. */
    private static final List<String> FIRST =
            List.of("refs/heads/main", "refs/heads/master", "refs/heads/(release|v[0-9]).*", "refs/heads/.*");

    /**
     * What is asked. The answer has those of the commits that are part of the history, each with the whole name of a branch that
     * leads to it, or of a tag where no branch does.
     *
     * @param repository HTTP address
     * @param commits lower-case hex digits
     */
    public record Question(String repository, SortedSet<String> commits) {}

    /** One that reaches hosts in that way. */
    public GitReach(Access access) {
        super(access);
    }

    @Override
    public String host(Question question) {
        return hostOf(address(question.repository()));
    }

    @Override
    public SortedMap<String, String> ask(Question question) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        try (Fetched fetched = fetch(question.repository(), EVERYTHING, OptionalInt.empty());
                RevWalk walk = fetched.walk()) {
            walk.setRetainBody(false);
            RevFlag seen = walk.newFlag("seen");
            boolean whole = true;
            for (Map.Entry<String, ObjectId> tip : inOrder(fetched.tips())) {
                if (found.size() == question.commits().size()) {
                    break;
                }
                try {
                    if (walk.peel(walk.parseAny(tip.getValue())) instanceof RevCommit commit) {
                        behind(commit, tip.getKey(), question.commits(), walk, seen, found);
                    }
                } catch (MissingObjectException e) {
                    // Silent: who asks says so, if it matters.
                    whole = false;
                }
            }
            if (!whole && found.size() < question.commits().size()) {
                throw new IOException(question.repository() + " did not send its whole history");
            }
        }
        return found;
    }

    /** Those of a rank by their names. */
    private static List<Map.Entry<String, ObjectId>> inOrder(SortedMap<String, ObjectId> tips) {
        List<Map.Entry<String, ObjectId>> order = new ArrayList<>(tips.entrySet());
        order.sort(Comparator.comparingInt(tip -> rank(tip.getKey())));
        return order;
    }

    private static int rank(String name) {
        int rank = 0;
        while (rank < FIRST.size() && !name.matches(FIRST.get(rank))) {
            rank++;
        }
        return rank;
    }

    /** Notes which of the wanted commits a tip leads to and none before it did; no commit is looked at twice. */
    private static void behind(
            RevCommit tip,
            String name,
            SortedSet<String> wanted,
            RevWalk walk,
            RevFlag seen,
            SortedMap<String, String> found)
            throws IOException {
        Deque<RevCommit> left = new ArrayDeque<>(List.of(tip));
        while (!left.isEmpty() && found.size() < wanted.size()) {
            RevCommit commit = left.pop();
            if (!commit.has(seen)) {
                commit.add(seen);
                walk.parseHeaders(commit);
                if (wanted.contains(ObjectId.toString(commit))) {
                    found.put(ObjectId.toString(commit), name);
                }
                left.addAll(List.of(commit.getParents()));
            }
        }
    }
}
