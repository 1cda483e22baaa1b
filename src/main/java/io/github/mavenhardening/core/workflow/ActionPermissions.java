package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The token permissions that known actions need, and why. */
public final class ActionPermissions {

    private static final String NOTHING = "-";
    /** Values by which an input makes its action do nothing. */
    private static final Set<String> OFF = Set.of("", "false", "never", "disabled");

    private static final Map<String, List<Known>> KNOWN =
            read(ResourceLines.of(ActionPermissions.class, "action-permissions.txt"));

    /**
     * A permission that an action needs.
     *
     * @param permission its name, {@code contents}
     * @param level {@code read} or {@code write}
     * @param reason what for, in words
     */
    public record Need(String permission, String level, String reason) {

        public boolean isWrite() {
            return level.equals("write");
        }

        /** This one, or another of the same permission where that takes more. */
        public Need orHigher(Need other) {
            return other.isWrite() && !isWrite() ? other : this;
        }
    }

    /**
     * A need, and when there is one.
     *
     * @param inputs without which, or with all of which off, the action does not have it; none where it always may
     */
    private record Known(Need need, List<String> inputs) {

        private boolean mayHoldFor(NamedValues with) {
            return inputs.isEmpty()
                    || with.whole().isPresent()
                    || inputs.stream()
                            .anyMatch(input -> !OFF.contains(with.text(input).orElse("")));
        }
    }

    private ActionPermissions() {}

    private static Map<String, List<Known>> read(List<String> lines) {
        Map<String, List<Known>> known = new TreeMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", 4);
            List<Known> needs = known.computeIfAbsent(words[0].toLowerCase(Locale.ROOT), first -> new ArrayList<>());
            if (!words[1].equals(NOTHING)) {
                int reason = words[3].indexOf("? ");
                needs.add(new Known(
                        new Need(words[1], words[2], words[3].substring(reason < 0 ? 0 : reason + 2)),
                        reason < 0
                                ? List.of()
                                : List.of(words[3].substring(0, reason).split("\\|"))));
            }
        }
        return known;
    }

    /** What a step's action needs with its inputs, perhaps nothing; empty when the action is not known. */
    public static Optional<List<Need>> of(Uses.Repository uses, NamedValues with) {
        List<Known> known = KNOWN.get(uses.key());
        if (known == null) {
            return Optional.empty();
        }
        List<Need> needs = new ArrayList<>();
        for (Known each : known) {
            if (each.mayHoldFor(with)) {
                needs.add(each.need());
            }
        }
        return Optional.of(List.copyOf(needs));
    }
}
