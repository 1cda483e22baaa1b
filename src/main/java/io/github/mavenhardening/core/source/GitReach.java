package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.network.Access;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;

/**
 * Whether commits are part of a repository's history. A forge serves the commits of all forks under a repository's name, so that
 * one can be fetched proves nothing: it has to be an ancestor of a branch or tag. The history is fetched without files, into memory.
 */
public final class GitReach extends GitCommitsPort<GitReach.Question, SortedSet<String>> {

    private static final List<RefSpec> EVERYTHING =
            List.of(new RefSpec("+refs/heads/*:refs/heads/*"), new RefSpec("+refs/tags/*:refs/tags/*"));

    /**
     * What is asked; the answer has those of the commits that are part of the history.
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
    public SortedSet<String> ask(Question question) throws IOException {
        try (Fetched fetched = fetch(question.repository(), EVERYTHING, OptionalInt.empty());
                RevWalk walk = fetched.walk()) {
            walk.setRetainBody(false);
            boolean whole = start(walk, fetched.tips());
            SortedSet<String> found = ancestors(walk, question.commits());
            if (!whole && found.size() < question.commits().size()) {
                throw new IOException(question.repository() + " did not send its whole history");
            }
            return found;
        }
    }

    /** Begins at all tips; whether they were sent. */
    private static boolean start(RevWalk walk, List<ObjectId> tips) throws IOException {
        boolean whole = true;
        for (ObjectId tip : tips) {
            try {
                if (walk.peel(walk.parseAny(tip)) instanceof RevCommit commit) {
                    walk.markStart(commit);
                }
            } catch (MissingObjectException e) {
                // Silent: who asks says so, if it matters.
                whole = false;
            }
        }
        return whole;
    }

    /** One walk over the whole history, however many are looked for. */
    private static SortedSet<String> ancestors(RevWalk walk, SortedSet<String> wanted) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        for (RevCommit commit : walk) {
            String name = ObjectId.toString(commit);
            if (wanted.contains(name) && found.add(name) && found.size() == wanted.size()) {
                break;
            }
        }
        return found;
    }
}
