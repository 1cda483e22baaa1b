package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.ContextTrust;
import io.github.mavenhardening.core.workflow.checkout.OutsideRef;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The events that start a job, and what of the contexts they let an outsider word: what no event of the job fills is empty.
 *
 * @param names the events, sorted as written
 * @param areOwn whether the repository itself, or who may write to it, sets the job off as well: by its schedule, by hand, by a push
 * @param areForHeads whether what names a pull request's head is followed, too, which does no harm as a text
 * @see <a href="https://docs.github.com/en/webhooks/webhook-events-and-payloads">Webhook events and payloads</a>
 */
public record OutsiderEvents(List<String> names, boolean areOwn, boolean areForHeads) {

    private static final Set<String> PULL_REQUEST =
            Set.of("pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment");

    /** By what of the event it is, the events that fill it with what an outsider sends. */
    private static final Map<String, Set<String>> FILLED = Map.ofEntries(
            Map.entry("github.event.pull_request", PULL_REQUEST),
            Map.entry("github.head_ref", Set.of("pull_request", "pull_request_target")),
            Map.entry("github.event.issue", Set.of("issues", "issue_comment")),
            Map.entry(
                    "github.event.comment",
                    Set.of("issue_comment", "pull_request_review_comment", "discussion_comment", "commit_comment")),
            Map.entry("github.event.review", Set.of("pull_request_review")),
            Map.entry("github.event.discussion", Set.of("discussion", "discussion_comment")),
            Map.entry("github.event.workflow_run", Set.of("workflow_run")),
            Map.entry("github.event.head_commit", Set.of("push")),
            Map.entry("github.event.commits", Set.of("push")),
            Map.entry("github.event.merge_group.head_commit", Set.of("merge_group")),
            Map.entry("github.event.forkee", Set.of("fork")),
            Map.entry("github.event.pages", Set.of("gollum")));

    /** Events whose runs have the repository's secrets and its token, whoever sets them off. */
    private static final Set<String> PRIVILEGED = Set.of(
            "pull_request_target",
            "workflow_run",
            "issue_comment",
            "issues",
            "discussion",
            "discussion_comment",
            "commit_comment",
            "fork",
            "gollum");

    /** Names of members that hold no text of an outsider: numbers, addresses, hashes, accounts and the repository's own. */
    private static final Pattern NO_TEXT = Pattern.compile(
            "(?:.*_)?url|(?:node_|.*_)?id|number|sha|.*_sha|login|type|state|.*_at|full_name|base|merged_by|.*_association"
                    + "|sender|repository|owner|action|path|event|conclusion|status");

    /** Whether a member of that name holds a number, an address, a hash or an account, and no text. */
    static boolean holdsNoText(String name) {
        return NO_TEXT.matcher(name).matches();
    }

    public OutsiderEvents {
        names = List.copyOf(names);
    }

    /** Those of a job in which outsiders' text is followed. */
    public OutsiderEvents(List<String> names, boolean areOwn) {
        this(names, areOwn, false);
    }

    /** The same where what names a pull request's head is followed. */
    OutsiderEvents forHeads() {
        return new OutsiderEvents(names, areOwn, true);
    }

    /** Events of who may write to the repository, and of its schedule. */
    private static final Set<String> OWN =
            Set.of("push", "schedule", "workflow_dispatch", "repository_dispatch", "release", "create", "merge_group");

    /** Whether nobody without rights in the repository sets an event off. */
    static boolean isOwn(String name) {
        return OWN.contains(name);
    }

    /** Whether an event brings outsiders' text or files. */
    static boolean isKnown(String name) {
        return PRIVILEGED.contains(name) || isFilling(name);
    }

    private static boolean isFilling(String name) {
        for (Set<String> filling : FILLED.values()) {
            if (filling.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether heads are followed, and a text is the name of one. */
    boolean isHead(Taint taint) {
        return areForHeads && taint.kind().isName();
    }

    /** Whether outsiders set off one of them. */
    boolean areOpen() {
        for (String name : names) {
            if (isFilling(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them gives an outsider's run the repository's rights. */
    public boolean arePrivileged() {
        return !Collections.disjoint(names, PRIVILEGED);
    }

    /** Whether one of them is about a pull request, or may be. */
    boolean haveChanges() {
        return names.contains("issue_comment")
                || names.contains("workflow_run")
                || !Collections.disjoint(names, PULL_REQUEST);
    }

    /** Whether an outsider words what is at that path. */
    public boolean areWording(ContextPath path) {
        return worded(path).isPresent();
    }

    /** What an outsider words at that path; empty where nothing. */
    Optional<Taint.Kind> worded(ContextPath path) {
        if (areForHeads && OutsideRef.isHead(path) && isFilled(path)) {
            return Optional.of(OutsideRef.isName(path) ? Taint.Kind.BRANCH : Taint.Kind.WORD);
        }
        if (!path.context().equals("github") || ContextTrust.of(path) == ContextTrust.Values.FIXED) {
            return Optional.empty();
        }
        List<String> segments = path.segments();
        String last = segments.get(segments.size() - 1);
        boolean own = path.isWithin("github.event.pull_request.base")
                || path.isWithin("github.event.issue.milestone")
                || path.isWithin("github.event.issue.labels")
                || path.isWithin("github.event.pull_request.labels")
                || path.isWithin("github.event.workflow_run.name")
                || path.isWithin("github.event.workflow_run.repository");
        if (own || (segments.size() > 3 && NO_TEXT.matcher(last).matches())) {
            return Optional.empty();
        }
        if (isFilled(path)) {
            return Optional.of(kind(last));
        }
        // The event as a whole holds all of that.
        return segments.size() <= 2 && (last.equals("event") || last.equals("github")) && areOpen()
                ? Optional.of(Taint.Kind.TEXT)
                : Optional.empty();
    }

    private boolean isFilled(ContextPath path) {
        for (Map.Entry<String, Set<String>> filled : FILLED.entrySet()) {
            if (path.isWithin(filled.getKey()) && !Collections.disjoint(names, filled.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static Taint.Kind kind(String last) {
        return switch (last) {
            case "ref", "head_ref", "head_branch", "label" -> Taint.Kind.BRANCH;
            case "title", "name", "page_name", "email", "default_branch" -> Taint.Kind.LINE;
            default -> Taint.Kind.TEXT;
        };
    }
}
