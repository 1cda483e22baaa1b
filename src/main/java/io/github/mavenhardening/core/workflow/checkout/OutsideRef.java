package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.expression.ContextPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Context paths that lead to the code of a pull request, which anyone may have written.
 *
 * @see <a href="https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/">Preventing pwn requests</a>
 * @see <a href="https://docs.github.com/en/webhooks/webhook-events-and-payloads">Webhook events and payloads</a>
 */
final class OutsideRef {

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
    /** Outputs by whose name a step says that it looked up a pull request's head. */
    private static final Pattern HEAD_OUTPUT = Pattern.compile(
            "(?:steps|needs)\\..{1,100}\\.outputs\\..{0,60}(?:head|pull|(?:pr|source|fork|contributor|author)[-_]"
                    + "(?:sha|ref|repo|branch|owner|commit)).{0,60}");

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
        Optional<Sureness> found = Optional.empty();
        for (ContextPath path : reads) {
            if (isHead(path)) {
                return Optional.of(Sureness.SURE);
            }
            if (HEAD_OUTPUT.matcher(path.toString()).matches()) {
                found = Optional.of(Sureness.LIKELY);
            }
        }
        return found;
    }

    private static boolean isHead(ContextPath path) {
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
