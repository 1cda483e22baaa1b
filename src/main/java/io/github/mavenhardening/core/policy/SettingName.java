package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.ValueText;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A full name of a setting, {@code checks.unpinned-uses.severity}, or the beginning of several, {@code checks.unpinned-uses}.
 */
final class SettingName {

    private static final List<String> OF_POLICY_FILE = List.of("version", "final");

    private SettingName() {}

    /** The name of the exceptions for a check, which are a list and have no name of their own. */
    static String exceptionsOf(String checkId) {
        return "checks." + checkId + ".exceptions";
    }

    /**
     * Makes sure that there are settings of that name.
     *
     * @throws IllegalArgumentException when there are none; the message names the nearest
     */
    static void validate(String name, Checks checks) {
        List<String> known = Binder.keysOf(PolicySettings.class);
        known.removeAll(OF_POLICY_FILE);
        String within = "";
        for (String part : name.split("\\.", -1)) {
            if (!known.contains(part)) {
                String begin = within.isEmpty() ? "" : within + ".";
                String end = name.substring(begin.length() + part.length());
                throw new IllegalArgumentException("There is no setting '" + name + "'"
                        + NearestName.of(part, known)
                                .map(near -> "; did you mean " + begin + near + end + "?")
                                .orElse(""));
            }
            within = within.isEmpty() ? part : within + "." + part;
            known = below(within, checks);
        }
    }

    /** What can follow. */
    private static List<String> below(String name, Checks checks) {
        String[] parts = name.split("\\.", -1);
        if (parts.length == 2 && parts[0].equals("checks")) {
            List<String> keys = new ArrayList<>(Binder.keysOf(CheckSettings.class));
            keys.add("exceptions");
            keys.addAll(Binder.keysOf(checks.named(parts[1]).info().options()));
            return keys;
        }
        return switch (name) {
            case "checks" -> List.copyOf(checks.ids());
            case "fail-on" -> Binder.keysOf(FailOn.class);
            case "maximum" -> labels(Severity.values());
            case "families" -> labels(Family.values());
            default -> List.of();
        };
    }

    private static List<String> labels(Enum<?>... constants) {
        return Stream.of(constants).map(ValueText::label).toList();
    }
}
