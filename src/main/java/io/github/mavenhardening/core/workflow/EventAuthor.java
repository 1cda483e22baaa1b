package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import java.util.Map;
import java.util.Optional;

/** The author of an event: where its payload names who made what the event is about. */
public final class EventAuthor {

    private static final Map<String, String> BY_EVENT = ResourceLines.pairs(EventAuthor.class, "event-authors.txt");

    private EventAuthor() {}

    /** The context of the account, {@code github.event.issue.user}; empty where the workflow's events differ in it. */
    public static Optional<String> of(Workflow workflow) {
        Optional<String> common = Optional.empty();
        for (Trigger trigger : workflow.triggers()) {
            String author = BY_EVENT.get(trigger.event().value());
            if (author == null || (common.isPresent() && !common.get().equals(author))) {
                return Optional.empty();
            }
            common = Optional.of(author);
        }
        return common;
    }
}
