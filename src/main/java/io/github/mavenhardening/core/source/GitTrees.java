package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;

/** The files of commits, read from Git's objects. What was read of a file's beginning serves every commit that has it. */
public final class GitTrees {

    private final GitHistory history;
    private final Map<ObjectId, GitTree.Head> heads = new ConcurrentHashMap<>();

    /** Those of that history, for as long as it is open. */
    public GitTrees(GitHistory history) {
        this.history = history;
    }

    /**
     * The files of a commit.
     *
     * @throws IOException when they cannot be listed, or are too many; the message says which
     */
    public FileTree at(Version version) throws IOException {
        return GitHistory.guarded(() -> {
            try (RevWalk walk = new RevWalk(history.objects())) {
                ObjectId commit = ObjectId.fromString(version.commit());
                return new GitTree(history.objects(), walk.parseCommit(commit).getTree(), heads);
            }
        });
    }
}
