package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Located;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.api.Strictness;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings that a layer makes final: layers above can make them stricter, and not looser. */
final class FinalSettings {

    private final Map<String, Location> places = new HashMap<>();

    /** Those of settings, by the names that they give. */
    FinalSettings(PolicySettings settings) {
        for (Located<String> name : settings.finals()) {
            places.putIfAbsent(name.value(), name.location());
        }
    }

    /** Where a setting is made final, by its own name or by the beginning of it; empty where it is not. */
    Optional<String> placeOf(String setting) {
        String name = setting;
        while (!places.isEmpty()) {
            Location place = places.get(name);
            if (place != null) {
                return Optional.of(place.path() + ":" + place.line());
            }
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                break;
            }
            name = name.substring(0, dot);
        }
        return Optional.empty();
    }

    /** Where the findings of a check are made final, so that nothing above takes one back; empty where they are not. */
    Optional<String> placeOfExceptions(String checkId) {
        Optional<String> place = placeOf(SettingName.exceptionsOf(checkId));
        return place.isPresent() ? place : placeOf("exceptions");
    }

    /**
     * Makes sure that a layer loosens nothing of these.
     *
     * @param above the layer
     * @param below what the layers below come to, whose final settings these are
     * @throws ConfigurationException naming the place that loosens a setting, and the one that makes it final
     */
    void keep(PolicyLayer above, PolicyLayer below, Checks checks) {
        if (places.isEmpty()) {
            return;
        }
        PolicySettings before = below.toPolicy().settings();
        PolicySettings after = above.over(below).toPolicy().settings();
        for (Setting setting : new TreeMap<>(above.stated()).values()) {
            for (String name : changedBy(setting.name(), checks)) {
                Optional<String> place = placeOf(name);
                if (place.isPresent() && isLoosened(name, before, after, checks)) {
                    throw refused(setting.place(), name, order(name, checks), place.get());
                }
            }
        }
        for (ExceptionRule rule : above.settings().exceptions()) {
            String id = rule.check().info().id();
            placeOfExceptions(id).ifPresent(place -> {
                throw refused(rule.where(), "exceptions", "Must not except " + id + " from", place);
            });
        }
    }

    /**
     * The names whose values a setting changes: one option of a check stands for all, as they come from one layer; a
     * family stands for its checks.
     */
    private static List<String> changedBy(String name, Checks checks) {
        String[] parts = name.split("\\.", -1);
        if (!isOption(parts) && !parts[0].equals("families")) {
            return List.of(name);
        }
        List<String> names = new ArrayList<>();
        if (parts[0].equals("families")) {
            names.add(name);
            for (Check check : checks.all()) {
                if (check.family().label().equals(parts[1])) {
                    names.add("checks." + check.info().id() + ".enabled");
                }
            }
            return names;
        }
        for (String key : Binder.keysOf(checks.named(parts[1]).info().options())) {
            names.add("checks." + parts[1] + "." + key);
        }
        return names;
    }

    private static boolean isOption(String... name) {
        return name[0].equals("checks") && !Binder.keysOf(CheckSettings.class).contains(name[2]);
    }

    /** As {@link #keep}, for what a {@code zizmor.yml} takes back. */
    void keep(List<Exemption> exemptions) {
        for (Exemption exemption : exemptions) {
            placeOfExceptions(exemption.checkId()).ifPresent(place -> {
                String where =
                        exemption.place().path() + ":" + exemption.place().line();
                throw refused(where, "rules." + exemption.checkId() + ".ignore", "Must not ignore", place);
            });
        }
    }

    /** What must hold of a setting beside the one that is final; an option without an order can only stay as it is. */
    private static String order(String name, Checks checks) {
        String[] parts = name.split("\\.", -1);
        boolean isOrdered = !isOption(parts)
                || Strictness.class.isAssignableFrom(
                        checks.named(parts[1]).info().options());
        return isOrdered ? "Must not be looser than" : "Must not differ from";
    }

    private static ConfigurationException refused(String where, String name, String what, String place) {
        return new ConfigurationException(where + " " + name, what + " what " + place + " makes final");
    }

    private static boolean isLoosened(String name, PolicySettings before, PolicySettings after, Checks checks) {
        String[] parts = name.split("\\.", -1);
        if (isOption(parts)) {
            return isLoosened(checks.named(parts[1]), parts[2], before, after);
        }
        return strictness(parts, after, checks) < strictness(parts, before, checks);
    }

    /** A single setting as a number: the larger, the stricter. */
    private static int strictness(String[] name, PolicySettings settings, Checks checks) {
        return switch (name[0]) {
            case "persona" -> rank(settings.persona().orElseThrow());
            case "fail-on" -> strictness(settings.failOn(), name[1].equals("severity"));
            case "maximum" -> {
                Integer most = settings.maximum().get(Severity.ofLabel(name[1]).orElseThrow());
                yield most == null ? Integer.MIN_VALUE : -most;
            }
            case "checks" -> strictness(checks.named(name[1]), settings, name[2].equals("enabled"));
            case "families" -> isOn(name[1], settings) ? 1 : 0;
            case "comments" -> rank(settings.comments().orElseThrow());
            case "baseline" -> -lastDay(settings);
            default -> 0; // Those that have no order have no effect on what is found or fails.
        };
    }

    /** How long findings of newer checks fail nothing: the earlier it ends the stricter, and not at all is the strictest. */
    private static int lastDay(PolicySettings settings) {
        return settings.baseline()
                .flatMap(BaselineSettings::grace)
                .map(day -> Math.toIntExact(Math.max(0, Math.min(Integer.MAX_VALUE, day.toEpochDay()))))
                .orElse(-1);
    }

    private static boolean isOn(String family, PolicySettings settings) {
        for (Map.Entry<Family, Boolean> entry : settings.families().entrySet()) {
            if (entry.getKey().label().equals(family)) {
                return entry.getValue();
            }
        }
        return true;
    }

    private static int strictness(FailOn failOn, boolean severity) {
        if (!severity) {
            return -rank(failOn.confidence().orElseThrow());
        }
        FailOn.Level level = failOn.severity().orElseThrow();
        return level == FailOn.Level.NEVER ? -1 : rank(level);
    }

    private static int strictness(Check check, PolicySettings settings, boolean enabled) {
        Optional<CheckSettings> given =
                Optional.ofNullable(settings.checks().get(check.info().id()));
        if (enabled) {
            boolean on =
                    given.flatMap(CheckSettings::enabled).orElse(check.info().enabledByDefault());
            return on && isOn(check.family().label(), settings) ? 1 : 0;
        }
        return rank(given.flatMap(CheckSettings::severity).orElse(check.info().severity()));
    }

    /** The place of a constant among those of its type. */
    private static int rank(Enum<?> constant) {
        return List.of(constant.getDeclaringClass().getEnumConstants()).indexOf(constant);
    }

    /** Options that cannot be compared are not to be changed at all. */
    @SuppressWarnings("unchecked") // Options are compared with those of the same check.
    private static boolean isLoosened(Check check, String key, PolicySettings before, PolicySettings after) {
        Record was = options(check, before);
        Record is = options(check, after);
        return PolicyLayer.valueOf(was, key).equals(PolicyLayer.valueOf(is, key))
                ? false
                : !(is instanceof Strictness<?> strictness) || !((Strictness<Record>) strictness).isAtLeast(was);
    }

    private static Record options(Check check, PolicySettings settings) {
        return PolicyLayer.options(settings, check.info().id())
                .orElseGet(() -> Binder.absent(check.info().options()));
    }
}
