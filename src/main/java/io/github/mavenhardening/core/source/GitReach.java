package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.network.NoAnswerException;
import io.github.mavenhardening.core.network.Port;
import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.TagOpt;

/**
 * Whether commits are part of a repository's history. A forge serves the commits of all forks under a repository's name, so that
 * one can be fetched proves nothing: it has to be an ancestor of a branch or tag. The history is fetched without files, into memory.
 *
 * @see <a href="https://git-scm.com/docs/partial-clone">Git: partial clone</a>
 */
public final class GitReach implements Port<GitReach.Question, SortedSet<String>> {

    private static final int TIMEOUT_SECONDS = 60;

    /** Linux has a million commits; actions have thousands. */
    private static final int MOST_OBJECTS = 2_000_000;

    static {
        JGitIsolation.install();
    }

    /**
     * What is asked; the answer has those of the commits that are part of the history.
     *
     * @param repository HTTP address
     * @param commits lower-case hex digits
     */
    public record Question(String repository, SortedSet<String> commits) {}

    @Override
    public String host(Question question) {
        return GitRemote.hostOf(question.repository());
    }

    @Override
    public SortedSet<String> ask(Question question) throws IOException {
        GitRemote.requireAddress(question.repository());
        try {
            return fetched(question, FilterSpec.fromFilterLine("tree:0"));
        } catch (NoFilterException e) {
            // Silent: a server that cannot leave files out sends them, too.
            return fetched(question, FilterSpec.NO_FILTER);
        }
    }

    private SortedSet<String> fetched(Question question, FilterSpec commits) throws IOException {
        Bound bound = new Bound();
        try (InMemoryRepository memory = new InMemoryRepository(new DfsRepositoryDescription("history"));
                Git git = Git.wrap(memory)) {
            git.fetch()
                    .setRemote(question.repository())
                    .setRefSpecs("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*")
                    .setTagOpt(TagOpt.FETCH_TAGS)
                    .setTimeout(TIMEOUT_SECONDS)
                    .setProgressMonitor(bound)
                    .setTransportConfigCallback(transport -> transport.setFilterSpec(commits))
                    .call();
            return ancestors(memory, question.commits());
        } catch (GitAPIException e) {
            if (bound.exceeded) {
                throw new IOException(question.repository() + " has a longer history than is looked through", e);
            }
            if (e.getMessage().contains(JGitText.get().filterRequiresCapability)) {
                throw new NoFilterException(e);
            }
            boolean answered = e.getCause() instanceof TransportException refused && refused.getCause() == null;
            if (answered) {
                throw new IOException("the history of " + question.repository() + " cannot be fetched", e);
            }
            throw new NoAnswerException(host(question), e);
        }
    }

    /** One walk over the whole history, however many are looked for. */
    private static SortedSet<String> ancestors(InMemoryRepository memory, SortedSet<String> wanted) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        try (RevWalk walk = new RevWalk(memory)) {
            walk.setRetainBody(false);
            for (Ref ref : memory.getRefDatabase().getRefs()) {
                if (ref.getObjectId() != null && !ref.isSymbolic()) {
                    RevObject tip = walk.peel(walk.parseAny(ref.getObjectId()));
                    if (tip instanceof RevCommit commit) {
                        walk.markStart(commit);
                    }
                }
            }
            for (RevCommit commit : walk) {
                String name = ObjectId.toString(commit);
                if (wanted.contains(name) && found.add(name) && found.size() == wanted.size()) {
                    break;
                }
            }
        }
        return found;
    }

    /** The server does not know of filters. */
    private static final class NoFilterException extends IOException {
        private static final long serialVersionUID = 1L;

        NoFilterException(Exception cause) {
            super(cause);
        }
    }

    /** Ends a fetch that brings more than is looked through. */
    private static final class Bound extends EmptyProgressMonitor {
        private volatile boolean exceeded;

        @Override
        public void beginTask(String title, int totalWork) {
            exceeded |= totalWork > MOST_OBJECTS;
        }

        @Override
        public boolean isCancelled() {
            return exceeded;
        }
    }
}
