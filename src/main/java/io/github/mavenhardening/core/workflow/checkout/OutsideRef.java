package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.expression.ContextPath;
import java.util.List;
import java.util.Optional;

/**
 * Context paths that lead to the code of a pull request, which anyone may have written.
 *
 * @see <a href="https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/">Preventing pwn requests</a>
 * @see <a href="https://docs.github.com/en/webhooks/webhook-events-and-payloads">Webhook events and payloads</a>
 */
public final class OutsideRef {

    private static final List<String> HEADS = List.of(
            "github.head_ref",
            "github.event.pull_request.head",
            "github.event.pull_request.merge_commit_sha",
            "github.event.workflow_run.head_branch",
            "github.event.workflow_run.head_sha",
            "github.event.workflow_run.head_commit",
            "github.event.workflow_run.head_repository",
            "github.event.workflow_run.pull_requests",
            "github.event.client_payload.pull_request.head");

    /**
     * Those of them that are the name of a branch, which is also that of one of the repository, if it is there at all: nobody names a
     * branch {@code refs/…} or as a commit is named.
     *
     * @see <a href="https://docs.github.com/en/get-started/using-git/dealing-with-special-characters-in-branch-and-tag-names">Restrictions
     *     on names in GitHub</a>
     */
    private static final List<String> NAMES =
            List.of("github.head_ref", "github.event.pull_request.head.ref", "github.event.workflow_run.head_branch");

    /** How sure it is that a path leads there. */
    enum Sureness {
        SURE,
        LIKELY
    }

    private OutsideRef() {}

    /** Whether a ref as it is written leads to a pull request's code. */
    static Optional<Sureness> of(String text) {
        return text.contains("pull/") && text.contains("$") ? Optional.of(Sureness.SURE) : Optional.empty();
    }

    /** Whether a ref that reads those paths leads to a pull request's code. */
    static Optional<Sureness> of(List<ContextPath> reads) {
        for (ContextPath path : reads) {
            if (isHead(path)) {
                return Optional.of(Sureness.SURE);
            }
        }
        return Optional.empty();
    }

    /** Whether a path leads to nothing but the name of a branch. */
    public static boolean isName(ContextPath path) {
        return NAMES.contains(path.toString());
    }

    /** Whether what is at a path is a pull request's head, or a part of it. */
    public static boolean isHead(ContextPath path) {
        // What a pull request is to be merged into is the repository's own.
        if (path.segments().contains("base")) {
            return false;
        }
        for (String head : HEADS) {
            if (path.isWithin(head)) {
                return true;
            }
        }
        return false;
    }

    /** Whether runs of an event have such a path; of others it is not known. */
    static boolean isFilledBy(String event, ContextPath path) {
        boolean isOfPull = path.isWithin("github.head_ref") || path.isWithin("github.event.pull_request");
        return isHead(path)
                && (isOfPull
                        ? event.startsWith("pull_request")
                        : !path.isWithin("github.event.workflow_run") || event.equals("workflow_run"));
    }

    /** The surer of two. */
    static Optional<Sureness> surer(Optional<Sureness> one, Optional<Sureness> other) {
        return one.isEmpty() || (other.isPresent() && other.get() == Sureness.SURE) ? other : one;
    }
}
