package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.network.Access;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.PackParser;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Fetches commits and tags of other repositories into memory: without files, where the server can leave them out.
 *
 * @see <a href="https://git-scm.com/docs/partial-clone">Git: partial clone</a>
 */
abstract class GitCommitsPort<Q, A> extends GitPort<Q, A> {

    private static final int TIMEOUT_SECONDS = 60;

    /** Linux has a million commits; actions have thousands. */
    private static final int MOST_OBJECTS = 2_000_000;

    /** A hundred thousand commits are some tens of megabytes. */
    private static final long MOST_BYTES = 128L << 20;

    /** A commit or tag is a few lines. Its whole size is taken at once, and the server says which. */
    private static final long LARGEST_OBJECT = 16L << 20;

    GitCommitsPort(Access access) {
        super(access);
    }

    /**
     * Fetches what those names stand for.
     *
     * @param repository HTTP address
     * @param depth how many commits of each history; empty for all
     */
    final Fetched fetch(String repository, List<RefSpec> names, OptionalInt depth) throws IOException {
        String address = address(repository);
        requireAddress(address);
        return fetch(address, names, depth, "tree:0");
    }

    /**
     * Fetches a commit with its files, as far as they are small.
     *
     * @param repository HTTP address
     */
    final Fetched fetch(String repository, String commit, int largest) throws IOException {
        String address = address(repository);
        requireAddress(address);
        List<RefSpec> one = List.of(new RefSpec(commit + ":refs/heads/wanted"));
        return fetch(address, one, OptionalInt.of(1), "blob:limit=" + largest);
    }

    private Fetched fetch(String address, List<RefSpec> names, OptionalInt depth, String filter) throws IOException {
        try {
            return fetch(address, names, depth, FilterSpec.fromFilterLine(filter));
        } catch (NoFilterException e) {
            // Silent: a server that cannot leave files out sends them, too.
            return fetch(address, names, depth, FilterSpec.NO_FILTER);
        }
    }

    private Fetched fetch(String repository, List<RefSpec> names, OptionalInt depth, FilterSpec commits)
            throws IOException {
        Bound bound = new Bound();
        Memory memory = new Memory();
        boolean fetched = false;
        try (Git git = Git.wrap(memory)) {
            FetchCommand fetch = git.fetch()
                    .setRemote(repository)
                    .setRefSpecs(names)
                    .setTagOpt(TagOpt.NO_TAGS)
                    .setProgressMonitor(bound);
            depth.ifPresent(fetch::setDepth);
            String refusal = "the history of " + repository + " cannot be fetched";
            FetchResult result = call(fetch, repository, TIMEOUT_SECONDS, MOST_BYTES, commits, refusal);
            fetched = true;
            return new Fetched(memory, result);
        } catch (IOException e) {
            if (bound.exceeded) {
                throw new IOException(repository + " has a longer history than is looked through", e);
            }
            if (String.valueOf(e.getCause()).contains(JGitText.get().filterRequiresCapability)) {
                throw new NoFilterException(e);
            }
            throw e;
        } finally {
            if (!fetched) {
                memory.close();
            }
        }
    }

    /** What was fetched. */
    static final class Fetched implements AutoCloseable {

        private final InMemoryRepository memory;
        private final FetchResult result;

        private Fetched(InMemoryRepository memory, FetchResult result) {
            this.memory = memory;
            this.result = result;
        }

        /** The text of a commit's file; empty where it has none there that was sent. */
        Optional<String> text(String commit, String path) throws IOException {
            try (RevWalk walk = walk();
                    TreeWalk tree = TreeWalk.forPath(
                            memory,
                            path,
                            walk.parseCommit(ObjectId.fromString(commit)).getTree())) {
                if (tree == null || (tree.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
                    return Optional.empty();
                }
                byte[] bytes = memory.open(tree.getObjectId(0)).getBytes();
                return Optional.of(new String(bytes, StandardCharsets.UTF_8));
            }
        }

        RevWalk walk() {
            return new RevWalk(memory);
        }

        /**
         * What the server says that a name stands for, which need not have been sent; null when it has none of that name. One
         * name that cannot be kept, because its object was left out, would keep JGit from keeping any.
         */
        ObjectId named(String name) {
            Ref ref = result.getAdvertisedRef(name);
            return ref == null ? null : ref.getObjectId();
        }

        /** What the server's branches and tags stand for, by their whole names. */
        SortedMap<String, ObjectId> tips() {
            SortedMap<String, ObjectId> tips = new TreeMap<>();
            for (Ref ref : result.getAdvertisedRefs()) {
                if (ref.getObjectId() != null
                        && (ref.getName().startsWith(Constants.R_HEADS)
                                || ref.getName().startsWith(Constants.R_TAGS))) {
                    tips.put(ref.getName(), ref.getObjectId());
                }
            }
            return tips;
        }

        @Override
        public void close() {
            memory.close();
        }
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

    /** Takes no object that is larger than those that are asked for. */
    private static final class Memory extends InMemoryRepository {

        Memory() {
            super(new DfsRepositoryDescription("history"));
        }

        @Override
        public ObjectInserter newObjectInserter() {
            ObjectInserter inserter = super.newObjectInserter();
            return new ObjectInserter.Filter() {
                @Override
                protected ObjectInserter delegate() {
                    return inserter;
                }

                @Override
                public PackParser newPackParser(InputStream in) throws IOException {
                    PackParser parser = super.newPackParser(in);
                    parser.setMaxObjectSizeLimit(LARGEST_OBJECT);
                    return parser;
                }
            };
        }
    }
}
