package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.check.Checks;
import io.github.mavenhardening.core.check.ConfigurationException;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.PolicySettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a goal's parameters into the policy's uppermost layer.
 *
 * @param persona {@code hardening.persona}; null when not given
 * @param failOn {@code hardening.failOn}; null when not given
 * @param maximum {@code hardening.maximum}: {@code severity=number}; null when not given
 * @param severities {@code hardening.severities}: {@code check-id=severity}; null when not given
 * @param enable {@code hardening.enable}: check ids; null when not given
 * @param disable {@code hardening.disable}: check ids; null when not given
 */
record PolicyParameters(
        String persona,
        String failOn,
        List<String> maximum,
        List<String> severities,
        List<String> enable,
        List<String> disable) {

    /**
     * The settings.
     *
     * @throws ConfigurationException naming the property whose value cannot be taken
     */
    PolicySettings settings(Checks checks) {
        Map<String, Boolean> enabled = new HashMap<>();
        for (String id : listed(enable)) {
            enabled.put(known("hardening.enable", id, checks), true);
        }
        for (String id : listed(disable)) {
            enabled.put(known("hardening.disable", id, checks), false);
        }
        Map<String, Severity> graded = new HashMap<>();
        for (Map.Entry<String, String> pair :
                pairs("hardening.severities", severities).entrySet()) {
            graded.put(
                    known("hardening.severities", pair.getKey(), checks),
                    severity("hardening.severities", pair.getValue()));
        }
        return new PolicySettings(
                isGiven(persona) ? Optional.of(personaOf(persona)) : Optional.empty(),
                isGiven(failOn) ? Optional.of(failOnOf(failOn)) : Optional.empty(),
                maximumOf(),
                graded,
                enabled,
                Map.of());
    }

    private Map<Severity, Integer> maximumOf() {
        Map<Severity, Integer> most = new EnumMap<>(Severity.class);
        for (Map.Entry<String, String> pair :
                pairs("hardening.maximum", maximum).entrySet()) {
            String number = pair.getValue();
            if (!number.matches("[0-9]{1,9}")) {
                throw new ConfigurationException(
                        "hardening.maximum", "'" + number + "' must be a whole number, as in medium=3");
            }
            most.put(severity("hardening.maximum", pair.getKey()), Integer.valueOf(number));
        }
        return most;
    }

    private static Persona personaOf(String label) {
        return Persona.ofLabel(label)
                .orElseThrow(() -> new ConfigurationException(
                        "hardening.persona", "'" + label + "' must be regular, pedantic or auditor"));
    }

    private static PolicySettings.FailOn failOnOf(String label) {
        return label.strip().equalsIgnoreCase("never")
                ? PolicySettings.FailOn.NEVER
                : new PolicySettings.FailOn(Optional.of(severity("hardening.failOn", label)));
    }

    private static Severity severity(String property, String label) {
        return Severity.ofLabel(label)
                .orElseThrow(() -> new ConfigurationException(
                        property, "'" + label + "' must be critical, high, medium, low or info"));
    }

    private static String known(String property, String id, Checks checks) {
        if (checks.byId(id).isPresent()) {
            return id;
        }
        String hint = checks.nearest(id)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; hardening:list-checks lists them");
        throw new ConfigurationException(property, "there is no check '" + id + "'" + hint);
    }

    private static Map<String, String> pairs(String property, List<String> given) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : listed(given)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new ConfigurationException(property, "'" + pair + "' must have the form name=value");
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
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

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
