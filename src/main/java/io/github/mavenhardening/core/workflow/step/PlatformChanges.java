package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.ActionVersion;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What GitHub has said that it stops, by kind and name. */
public final class PlatformChanges {

    private static final Map<String, Change> KNOWN =
            read(ResourceLines.of(PlatformChanges.class, "platform-changes.txt"));

    /**
     * A change.
     *
     * @param day the first day on which it holds
     * @param firsts of an action, the first version that goes on, and those of earlier major versions; none of others
     */
    public record Change(LocalDate day, List<String> firsts) {

        public Change {
            firsts = List.copyOf(firsts);
        }

        /** Whether that version of an action goes on no more, as far as its numbers are given. */
        public boolean refuses(List<Integer> version) {
            if (version.isEmpty()) {
                return false;
            }
            boolean isOlder = true;
            for (String first : firsts) {
                List<Integer> numbers = ActionVersion.numbers(first);
                if (isOlder && numbers.get(0).equals(version.get(0))) {
                    return isBefore(version, numbers);
                }
                isOlder &= version.get(0) < numbers.get(0);
            }
            return isOlder;
        }

        private static boolean isBefore(List<Integer> version, List<Integer> first) {
            for (int i = 0; i < Math.min(version.size(), first.size()); i++) {
                if (!version.get(i).equals(first.get(i))) {
                    return version.get(i) < first.get(i);
                }
            }
            return false;
        }
    }

    private PlatformChanges() {}

    private static Map<String, Change> read(List<String> lines) {
        Map<String, Change> read = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split("\\s+", -1);
            String[] name = words[2].split("@", 2);
            read.put(
                    words[1] + " " + name[0],
                    new Change(
                            LocalDate.parse(words[0]), name.length > 1 ? List.of(name[1].split(",", -1)) : List.of()));
        }
        return Map.copyOf(read);
    }

    /** The change of a label of runners. */
    public static Optional<Change> ofRunner(String label) {
        return of("runner", label);
    }

    /** The change of what an action runs with. */
    public static Optional<Change> ofRuntime(String name) {
        return of("runtime", name);
    }

    /** The change of an event. */
    public static Optional<Change> ofEvent(String name) {
        return of("event", name);
    }

    /** The change of an action, as {@code owner/name} or {@code owner/name/path}. */
    public static Optional<Change> ofAction(String target) {
        return of("action", target);
    }

    private static Optional<Change> of(String kind, String name) {
        return Optional.ofNullable(KNOWN.get(kind + " " + name.toLowerCase(Locale.ROOT)));
    }
}
