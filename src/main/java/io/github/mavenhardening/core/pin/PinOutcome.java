package io.github.mavenhardening.core.pin;

import java.util.List;
import java.util.SortedMap;

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
}
