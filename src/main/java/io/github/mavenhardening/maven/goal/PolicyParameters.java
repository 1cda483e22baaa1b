package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.Integrity;
import io.github.mavenhardening.core.policy.PolicySettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a goal's parameters into the policy's uppermost layer.
 *
 * @param commandLine the properties that the command line (or {@code .mvn/maven.config}) sets
 * @param persona {@code hardening.persona}; null when not given
 * @param failOn {@code hardening.failOn}; null when not given
 * @param maximum {@code hardening.maximum}: {@code severity=number}; null when not given
 * @param severities {@code hardening.severities}: {@code check-id=severity}; null when not given
 * @param enable {@code hardening.enable}: check ids; null when not given
 * @param disable {@code hardening.disable}: check ids; null when not given
 */
record PolicyParameters(
        Set<String> commandLine,
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
        Map<String, String> places = new HashMap<>();
        Map<String, Boolean> enabled = new HashMap<>();
        for (String id : listed(enable)) {
            enabled.put(known("hardening.enable", id, checks), true);
            places.put("checks." + id + ".enabled", placeOf("hardening.enable"));
        }
        for (String id : listed(disable)) {
            enabled.put(known("hardening.disable", id, checks), false);
            refuse(Integrity.refusal(checks.byId(id).orElseThrow(), false), "hardening.disable", id);
            places.put("checks." + id + ".enabled", placeOf("hardening.disable"));
        }
        Map<String, Severity> graded = new HashMap<>();
        for (Map.Entry<String, String> pair :
                pairs("hardening.severities", severities).entrySet()) {
            String id = known("hardening.severities", pair.getKey(), checks);
            Severity severity = severity("hardening.severities", pair.getValue());
            refuse(Integrity.refusal(checks.byId(id).orElseThrow(), severity), "hardening.severities", id);
            graded.put(id, severity);
            places.put("checks." + id + ".severity", placeOf("hardening.severities"));
        }
        Map<Severity, Integer> most = maximumOf();
        for (Severity severity : most.keySet()) {
            places.put("maximum." + severity.label(), placeOf("hardening.maximum"));
        }
        if (isGiven(persona)) {
            places.put("persona", placeOf("hardening.persona"));
        }
        if (isGiven(failOn)) {
            places.put("fail-on", placeOf("hardening.failOn"));
        }
        PolicySettings settings = new PolicySettings(
                isGiven(persona) ? Optional.of(personaOf(persona)) : Optional.empty(),
                isGiven(failOn) ? Optional.of(failOnOf(failOn)) : Optional.empty(),
                most,
                graded,
                enabled,
                Map.of());
        return settings.at(List.of(), places);
    }

    /** Where a parameter is set, as far as a goal can tell. */
    private String placeOf(String property) {
        return commandLine.contains(property) ? "-D" + property : property + " of the POM or the settings";
    }

    private static void refuse(Optional<String> reason, String property, String id) {
        if (reason.isPresent()) {
            throw new ConfigurationException(
                    property,
                    id + " " + reason.get() + "; -Dhardening.failOnViolation=false reports without failing the build");
        }
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
