package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The token permissions that known actions need, and why: the most that any of their inputs makes them do. */
public final class ActionPermissions {

    private static final String NOTHING = "-";
    private static final Map<String, List<Need>> KNOWN =
            read(ResourceLines.of(ActionPermissions.class, "action-permissions.txt"));

    /**
     * A permission that an action needs.
     *
     * @param permission its name, {@code contents}
     * @param level {@code read} or {@code write}
     * @param reason what for, in words
     */
    public record Need(String permission, String level, String reason) {

        /** Whether it is to write. */
        public boolean isWrite() {
            return level.equals("write");
        }
    }

    private ActionPermissions() {}

    private static Map<String, List<Need>> read(List<String> lines) {
        Map<String, List<Need>> known = new TreeMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", 4);
            String action = words[0].toLowerCase(Locale.ROOT);
            List<Need> needs = known.getOrDefault(action, new ArrayList<>());
            known.put(action, needs);
            if (!words[1].equals(NOTHING)) {
                needs.add(new Need(words[1], words[2], words[3]));
            }
        }
        return known;
    }

    /** What an action needs, perhaps nothing; empty when it is not known. */
    public static Optional<List<Need>> of(Uses.Repository uses) {
        List<Need> needs = KNOWN.get(uses.target().toLowerCase(Locale.ROOT));
        return needs == null ? Optional.empty() : Optional.of(List.copyOf(needs));
    }
}
