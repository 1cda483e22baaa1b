package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The author of an event: where its payload names who made what the event is about. */
public final class EventAuthor {

    private static final Map<String, String> BY_EVENT = read(ResourceLines.of(EventAuthor.class, "event-authors.txt"));

    private EventAuthor() {}

    private static Map<String, String> read(List<String> lines) {
        Map<String, String> authors = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            authors.put(words[0], words[1]);
        }
        return Map.copyOf(authors);
    }

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
