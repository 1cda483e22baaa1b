package io.github.mavenhardening.core.pin;

import java.util.List;
import java.util.Optional;

/**
 * What came of making GitHub's lock.
 *
 * @param text the lock; empty where there are problems, for a lock that omits something keeps workflows from starting
 * @param changes what it has that the one before had not, and the other way round
 * @param problems why it cannot be made, each with its place, without a final full stop
 * @param notes what a reviewer should know, each with its place, without a final full stop
 */
public record ActionsLockOutcome(
        Optional<String> text, List<String> changes, List<String> problems, List<String> notes) {

    public ActionsLockOutcome {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }
}
