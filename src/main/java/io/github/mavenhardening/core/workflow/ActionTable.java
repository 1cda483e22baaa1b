package io.github.mavenhardening.core.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What is known of actions, found by their names: every step asks many tables, of which few know its action.
 *
 * @param <E> what is known of one
 */
final class ActionTable<E> {

    /** By {@code owner/name} or {@code owner/name/path} in lower case; those of one action in the order in which they were given. */
    private final Map<String, List<E>> byAction = new HashMap<>();

    ActionTable(List<E> entries, Function<E, String> action) {
        for (E entry : entries) {
            byAction.computeIfAbsent(action.apply(entry).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(entry);
        }
    }

    /** What is known of an action, without regard to case; empty where nothing is. */
    List<E> of(Uses.Repository repository) {
        return byAction.getOrDefault(repository.key(), List.of());
    }
}
