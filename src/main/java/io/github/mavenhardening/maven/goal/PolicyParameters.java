package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.api.ValueText;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.CheckSettings;
import io.github.mavenhardening.core.policy.FailOn;
import io.github.mavenhardening.core.policy.Integrity;
import io.github.mavenhardening.core.policy.PolicyLayer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Turns a goal's parameters into a layer of the policy: those of the command line (or {@code .mvn/maven.config}), or those of the
 * POM and the settings.
 *
 * @param onCommandLine whether the command line sets them
 * @param persona {@code hardening.persona}; null when not given
 * @param failOn {@code hardening.failOn}: a severity, or {@code severity:confidence}; null when not given
 * @param maximum {@code hardening.maximum}: {@code severity=number}; null when not given
 * @param families {@code hardening.families}: {@code family=true} or {@code family=false}; null when not given
 * @param severities {@code hardening.severities}: {@code check-id=severity}; null when not given
 * @param enable {@code hardening.enable}: check ids; null when not given
 * @param disable {@code hardening.disable}: check ids; null when not given
 */
record PolicyParameters(
        boolean onCommandLine,
        String persona,
        String failOn,
        List<String> maximum,
        List<String> families,
        List<String> severities,
        List<String> enable,
        List<String> disable) {

    /** Those of the command line's properties. */
    static PolicyParameters of(Properties commandLine) {
        return new PolicyParameters(
                true,
                commandLine.getProperty("hardening.persona"),
                commandLine.getProperty("hardening.failOn"),
                list(commandLine, "hardening.maximum"),
                list(commandLine, "hardening.families"),
                list(commandLine, "hardening.severities"),
                list(commandLine, "hardening.enable"),
                list(commandLine, "hardening.disable"));
    }

    private static List<String> list(Properties properties, String name) {
        return List.of(properties.getProperty(name, "").split(","));
    }

    /** These without what another has as well: Maven gives a parameter that the POM does not set the command line's value. */
    PolicyParameters without(PolicyParameters other) {
        return new PolicyParameters(
                onCommandLine,
                Objects.equals(persona, other.persona) ? null : persona,
                Objects.equals(failOn, other.failOn) ? null : failOn,
                without(maximum, other.maximum),
                without(families, other.families),
                without(severities, other.severities),
                without(enable, other.enable),
                without(disable, other.disable));
    }

    private static List<String> without(List<String> given, List<String> other) {
        return listed(given).equals(listed(other)) ? List.of() : given;
    }

    /**
     * The settings.
     *
     * @throws ConfigurationException naming the property whose value cannot be taken
     */
    PolicyLayer settings(Checks checks) {
        return new Layer(checks).read();
    }

    /** The layer while it is read. */
    private final class Layer {
        private final Checks known;
        private final Map<String, Object> values = new HashMap<>();
        private final Map<String, CheckSettings> ofChecks = new HashMap<>();
        private final Map<String, Setting> stated = new HashMap<>();

        Layer(Checks known) {
            this.known = known;
        }

        PolicyLayer read() {
            single("persona", "hardening.persona", Persona.class, persona);
            if (failOn != null && !failOn.isBlank()) {
                failOn();
            }
            Map<Severity, Integer> most = new EnumMap<>(Severity.class);
            for (Map.Entry<String, String> pair : pairs("hardening.maximum", maximum)) {
                Severity severity = ValueText.ofParameter("hardening.maximum", Severity.class, pair.getKey());
                most.put(severity, ValueText.ofParameter("hardening.maximum", Integer.class, pair.getValue()));
                state("maximum." + severity.label(), pair.getValue(), "hardening.maximum");
            }
            Map<Family, Boolean> switches = new EnumMap<>(Family.class);
            for (Map.Entry<String, String> pair : pairs("hardening.families", families)) {
                Family family = ValueText.ofParameter("hardening.families", Family.class, pair.getKey());
                boolean on = ValueText.ofParameter("hardening.families", Boolean.class, pair.getValue());
                refuse(on ? Optional.empty() : Integrity.refusal(family, known), "hardening.families", family.label());
                switches.put(family, on);
                state("families." + family.label(), Boolean.toString(on), "hardening.families");
            }
            for (Map.Entry<String, String> pair : pairs("hardening.severities", severities)) {
                String id = pair.getKey();
                Check check = named(id, "hardening.severities", known);
                Severity severity = ValueText.ofParameter("hardening.severities", Severity.class, pair.getValue());
                refuse(Integrity.refusal(check, severity), "hardening.severities", id);
                ofChecks.put(id, CheckSettings.severity(severity));
                state("checks." + id + ".severity", severity.label(), "hardening.severities");
            }
            switched("hardening.enable", enable, true);
            switched("hardening.disable", disable, false);
            if (stated.isEmpty()) {
                return PolicyLayer.none();
            }
            values.put("maximum", most);
            values.put("families", switches);
            values.put("checks", ofChecks);
            return PolicyLayer.of(values, stated);
        }

        private void failOn() {
            String property = "hardening.failOn";
            FailOn given;
            try {
                given = FailOn.of(failOn);
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(
                        property, "'" + failOn + "' " + e.getMessage().replaceFirst("^Must", "must"));
            }
            values.put("fail-on", given);
            given.severity().ifPresent(level -> state("fail-on.severity", ValueText.label(level), property));
            given.confidence().ifPresent(least -> state("fail-on.confidence", least.label(), property));
        }

        private <T> void single(String name, String property, Class<T> type, String given) {
            if (given != null && !given.isBlank()) {
                T value = ValueText.ofParameter(property, type, given);
                values.put(name, Optional.of(value));
                state(name, ValueText.of(value), property);
            }
        }

        private void switched(String property, List<String> ids, boolean on) {
            for (String id : listed(ids)) {
                refuse(Integrity.refusal(named(id, property, known), on), property, id);
                CheckSettings before = ofChecks.get(id);
                Optional<Severity> severity = before == null ? Optional.empty() : before.severity();
                ofChecks.put(id, new CheckSettings(Optional.of(on), severity, Optional.empty()));
                state("checks." + id + ".enabled", Boolean.toString(on), property);
            }
        }

        /** Notes where a parameter is set. */
        private void state(String name, String value, String property) {
            String place = onCommandLine ? "-D" + property : property + " of the POM or the settings";
            stated.put(name, new Setting(name, value, place));
        }
    }

    /**
     * The check that a parameter names.
     *
     * @throws ConfigurationException when there is none
     */
    static Check named(String id, String property, Checks checks) {
        try {
            return checks.named(id);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(property, e.getMessage());
        }
    }

    private static void refuse(Optional<String> reason, String property, String id) {
        if (reason.isPresent()) {
            throw new ConfigurationException(
                    property,
                    id + " " + reason.get().replaceFirst("^C", "c")
                            + "; -Dhardening.failOnViolation=false reports without failing the build");
        }
    }

    private static Set<Map.Entry<String, String>> pairs(String property, List<String> given) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : listed(given)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new ConfigurationException(property, "'" + pair + "' must have the form name=value");
            }
            String name = pair.substring(0, equals).strip();
            if (pairs.put(name, pair.substring(equals + 1).strip()) != null) {
                throw new ConfigurationException(property, "'" + name + "' is given twice");
            }
        }
        return pairs.entrySet();
    }

    private static List<String> listed(List<String> given) {
        if (given == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (String text : given) {
            if (!text.isBlank()) {
                texts.add(text.strip());
            }
        }
        return texts;
    }
}
