package io.github.mavenhardening.core.workflow.expression;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of {@code github.event} that events of some names alone have; in a run of another one they are null.
 *
 * @see <a href="https://docs.github.com/en/webhooks/webhook-events-and-payloads">Webhook events and payloads</a>
 */
final class EventPayload {

    /** By part, the events that have it, of those that are listed here. */
    private static final Map<String, Set<String>> EVENTS = Map.of(
            "client_payload", Set.of("repository_dispatch"),
            "comment", Set.of("issue_comment", "pull_request_review_comment", "discussion_comment", "commit_comment"),
            "discussion", Set.of("discussion", "discussion_comment"),
            "head_commit", Set.of("push"),
            "issue", Set.of("issues", "issue_comment"),
            "pull_request",
                    Set.of("pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment"),
            "release", Set.of("release"),
            "review", Set.of("pull_request_review"),
            "workflow_run", Set.of("workflow_run"));

    /** Events of which all these parts are known. */
    private static final Set<String> KNOWN = known();

    private EventPayload() {}

    private static Set<String> known() {
        Set<String> known = new HashSet<>(Set.of("schedule", "workflow_dispatch"));
        EVENTS.values().forEach(known::addAll);
        return Set.copyOf(known);
    }

    /** Whether a path reads what runs of an event do not have. */
    static boolean isAbsent(ContextPath path, String event) {
        List<String> segments = path.segments();
        Set<String> having = segments.size() > 2 && path.isWithin("github.event") ? EVENTS.get(segments.get(2)) : null;
        return having != null && KNOWN.contains(event) && !having.contains(event);
    }
}
