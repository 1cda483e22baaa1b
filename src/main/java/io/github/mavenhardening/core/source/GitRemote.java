package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.NoAnswerException;
import java.io.IOException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.LsRemoteCommand;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FilterSpec;

/**
 * The tags and branches of repositories, asked for by their HTTP address as {@code git ls-remote} does: without a token and
 * without a clone.
 *
 * @see <a href="https://git-scm.com/docs/protocol-v2#_ls_refs">Git protocol 2: ls-refs</a>
 */
public final class GitRemote extends GitPort<String, GitRemote.Refs> {

    private static final int TIMEOUT_SECONDS = 20;

    private static final int ATTEMPTS = 3;

    private static final long IN_VAIN_NANOS = 2_000_000_000L;

    /** Two hundred thousand names are no more. */
    private static final long MOST_BYTES = 16L << 20;

    /** One that reaches hosts in that way. */
    public GitRemote(Access access) {
        super(access);
    }

    /**
     * The commits that a repository's names stand for, 40 or 64 lower-case hex digits each.
     *
     * @param tags by the tag's name, {@code v1.2.3}; that of an annotated tag is the commit it is about
     * @param branches by the branch's name
     */
    public record Refs(SortedMap<String, String> tags, SortedMap<String, String> branches) {}

    @Override
    public String host(String repository) {
        return hostOf(address(repository));
    }

    @Override
    public Refs ask(String repository) throws IOException {
        String address = address(repository);
        requireAddress(address);
        for (int attempt = 1; ; attempt++) {
            long start = System.nanoTime();
            try {
                return listed(address);
            } catch (NoAnswerException e) {
                // A connection that is cut may hold the next time; who waited for one in vain need not wait twice.
                if (attempt == ATTEMPTS || System.nanoTime() - start > IN_VAIN_NANOS) {
                    throw e;
                }
            }
        }
    }

    private Refs listed(String repository) throws IOException {
        LsRemoteCommand list =
                Git.lsRemoteRepository().setRemote(repository).setTags(true).setHeads(true);
        String refusal = repository + " does not exist, or is private";
        Collection<Ref> found = call(list, repository, TIMEOUT_SECONDS, MOST_BYTES, FilterSpec.NO_FILTER, refusal);
        return new Refs(under(Constants.R_TAGS, found), under(Constants.R_HEADS, found));
    }

    private static SortedMap<String, String> under(String prefix, Collection<Ref> refs) {
        SortedMap<String, String> names = new TreeMap<>();
        refs.forEach(ref -> {
            String name = ref.getName();
            ObjectId peeled = ref.getPeeledObjectId();
            if (name.startsWith(prefix) && ref.getObjectId() != null) {
                names.put(name.substring(prefix.length()), (peeled == null ? ref.getObjectId() : peeled).name());
            }
        });
        return names;
    }
}
