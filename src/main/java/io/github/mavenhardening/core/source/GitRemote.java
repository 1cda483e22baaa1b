package io.github.mavenhardening.core.source;

import io.github.mavenhardening.core.network.NoAnswerException;
import io.github.mavenhardening.core.network.Port;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/**
 * The tags and branches of repositories, asked for by their HTTP address as {@code git ls-remote} does: without a token and
 * without a clone.
 *
 * @see <a href="https://git-scm.com/docs/protocol-v2#_ls_refs">Git protocol 2: ls-refs</a>
 */
public final class GitRemote implements Port<String, GitRemote.Refs> {

    private static final int TIMEOUT_SECONDS = 20;

    private static final int ATTEMPTS = 3;

    private static final long IN_VAIN_NANOS = 2_000_000_000L;

    static {
        JGitIsolation.install();
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
        return hostOf(repository);
    }

    /** Whom an address leads to. */
    static String hostOf(String repository) {
        return repository.replaceFirst("^https?://([^/]*).*$", "$1");
    }

    /** Git has other kinds of addresses, some of which are commands. */
    static void requireAddress(String repository) throws IOException {
        if (!repository.matches("https?://.*")) {
            throw new IOException(repository + " is not an HTTP address");
        }
    }

    @Override
    public Refs ask(String repository) throws IOException {
        requireAddress(repository);
        for (int attempt = 1; ; attempt++) {
            long start = System.nanoTime();
            try {
                return listed(repository);
            } catch (NoAnswerException e) {
                // A connection that is cut may hold the next time; who waited for one in vain need not wait twice.
                if (attempt == ATTEMPTS || System.nanoTime() - start > IN_VAIN_NANOS) {
                    throw e;
                }
            }
        }
    }

    private Refs listed(String repository) throws IOException {
        try {
            Map<String, Ref> found = Git.lsRemoteRepository()
                    .setRemote(repository)
                    .setTags(true)
                    .setHeads(true)
                    .setTimeout(TIMEOUT_SECONDS)
                    .callAsMap();
            return new Refs(under(Constants.R_TAGS, found), under(Constants.R_HEADS, found));
        } catch (GitAPIException e) {
            boolean answered = e.getCause() instanceof TransportException refused && refused.getCause() == null;
            if (answered) {
                throw new IOException(repository + " does not exist, or is private", e);
            }
            throw new NoAnswerException(host(repository), e);
        }
    }

    private static SortedMap<String, String> under(String prefix, Map<String, Ref> refs) {
        SortedMap<String, String> names = new TreeMap<>();
        refs.forEach((name, ref) -> {
            ObjectId peeled = ref.getPeeledObjectId();
            if (name.startsWith(prefix) && ref.getObjectId() != null) {
                names.put(name.substring(prefix.length()), (peeled == null ? ref.getObjectId() : peeled).name());
            }
        });
        return names;
    }
}
