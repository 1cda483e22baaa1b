package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.network.NoAnswerException;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;

/**
 * Commits and tags of another repository, fetched into memory: without files, where the server can leave them out.
 *
 * @see <a href="https://git-scm.com/docs/partial-clone">Git: partial clone</a>
 */
final class GitCommits implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 60;

    /** Linux has a million commits; actions have thousands. */
    private static final int MOST_OBJECTS = 2_000_000;

    static {
        JGitIsolation.install();
    }

    private final InMemoryRepository memory;
    private final FetchResult result;

    private GitCommits(InMemoryRepository memory, FetchResult result) {
        this.memory = memory;
        this.result = result;
    }

    /**
     * Fetches what those names stand for.
     *
     * @param repository HTTP address
     * @param depth how many commits of each history; empty for all
     */
    static GitCommits fetch(String repository, List<RefSpec> names, OptionalInt depth) throws IOException {
        GitRemote.requireAddress(repository);
        try {
            return fetch(repository, names, depth, FilterSpec.fromFilterLine("tree:0"));
        } catch (NoFilterException e) {
            // Silent: a server that cannot leave files out sends them, too.
            return fetch(repository, names, depth, FilterSpec.NO_FILTER);
        }
    }

    private static GitCommits fetch(String repository, List<RefSpec> names, OptionalInt depth, FilterSpec commits)
            throws IOException {
        Bound bound = new Bound();
        InMemoryRepository memory = new InMemoryRepository(new DfsRepositoryDescription("history"));
        try (Git git = Git.wrap(memory)) {
            FetchCommand fetch = git.fetch()
                    .setRemote(repository)
                    .setRefSpecs(names)
                    .setTagOpt(TagOpt.NO_TAGS)
                    .setTimeout(TIMEOUT_SECONDS)
                    .setProgressMonitor(bound)
                    .setTransportConfigCallback(transport -> transport.setFilterSpec(commits));
            depth.ifPresent(fetch::setDepth);
            return new GitCommits(memory, fetch.call());
        } catch (GitAPIException e) {
            memory.close();
            if (bound.exceeded) {
                throw new IOException(repository + " has a longer history than is looked through", e);
            }
            if (e.getMessage().contains(JGitText.get().filterRequiresCapability)) {
                throw new NoFilterException(e);
            }
            boolean answered = e.getCause() instanceof TransportException refused && refused.getCause() == null;
            if (answered) {
                throw new IOException("the history of " + repository + " cannot be fetched", e);
            }
            throw new NoAnswerException(GitRemote.hostOf(repository), e);
        }
    }

    /** Walks over what was fetched. */
    RevWalk walk() {
        return new RevWalk(memory);
    }

    /**
     * What the server says that a name stands for, which need not have been fetched; null when it has none of that name. One name
     * that cannot be kept, because its object was left out, would keep JGit from keeping any.
     */
    ObjectId named(String name) {
        Ref ref = result.getAdvertisedRef(name);
        return ref == null ? null : ref.getObjectId();
    }

    /** The server's branches and tags, by what they stand for. */
    List<ObjectId> tips() {
        return result.getAdvertisedRefs().stream()
                .filter(ref -> ref.getObjectId() != null)
                .filter(ref -> ref.getName().startsWith(Constants.R_HEADS)
                        || ref.getName().startsWith(Constants.R_TAGS))
                .map(Ref::getObjectId)
                .toList();
    }

    @Override
    public void close() {
        memory.close();
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
