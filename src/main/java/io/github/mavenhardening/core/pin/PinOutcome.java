package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.workflow.DefinitionKind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What came of pinning.
 *
 * @param texts the new texts of the files that change, without byte order marks, by path
 * @param pinned how many references and images are pinned
 * @param updated how many of what was pinned before are pinned to something newer
 * @param commented how many commits get the comment that names their version, or are pinned with one
 * @param problems what should be pinned and is not, each with its place and the reason, without a final full stop
 * @param notes what is left as it is, each with its place and the reason, without a final full stop
 */
public record PinOutcome(
        SortedMap<String, String> texts,
        int pinned,
        int updated,
        int commented,
        List<String> problems,
        List<String> notes) {

    public PinOutcome {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /**
     * The same with GitHub's lock of what the texts use. Where it cannot be made that is a problem, and no text is left: workflows
     * that the lock does not fit do not start.
     */
    public PinOutcome with(ActionsLockOutcome lock) {
        boolean isMade = lock.text().isPresent();
        SortedMap<String, String> files = new TreeMap<>(isMade ? texts : Map.of());
        if (isMade && !lock.changes().isEmpty()) {
            files.put(DefinitionKind.LOCK_LOCATION, lock.text().get());
        }
        return new PinOutcome(
                files,
                isMade ? pinned : 0,
                isMade ? updated : 0,
                isMade ? commented : 0,
                Stream.concat(problems.stream(), lock.problems().stream().map(PinOutcome::ofLock))
                        .toList(),
                Stream.concat(notes.stream(), lock.notes().stream().map(PinOutcome::ofLock))
                        .toList());
    }

    private static String ofLock(String sentence) {
        return sentence.startsWith(DefinitionKind.LOCK_LOCATION)
                ? sentence
                : DefinitionKind.LOCK_LOCATION + ": " + sentence;
    }
}
