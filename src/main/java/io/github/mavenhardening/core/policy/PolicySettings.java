package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one layer of the policy: a file, or the goal's parameters. What it does not mention is left to the layers
 * below.
 *
 * @param persona whose findings to show
 * @param failOn the severity that fails the build; {@link FailOn#NEVER} for none
 * @param maximum the most findings of a severity that are allowed
 * @param severities severities that take the place of the checks' own, by check id
 * @param enabled checks switched on ({@code true}) or off ({@code false}), by check id
 * @param options the options of checks, by check id
 * @param exceptions findings that are accepted
 * @param files the files that the settings were read from, each with what it says nothing about
 * @param places where each setting stands, by its full name: {@code checks.unpinned-uses.enabled} at
 *     {@code .mvn/hardening.yml:7}, or {@code -Dhardening.disable}. A check's options go by {@code checks.<id>}
 */
public record PolicySettings(
        Optional<Persona> persona,
        Optional<FailOn> failOn,
        Map<Severity, Integer> maximum,
        Map<String, Severity> severities,
        Map<String, Boolean> enabled,
        Map<String, Options> options,
        List<ExceptionRule> exceptions,
        List<String> files,
        Map<String, String> places) {

    public PolicySettings {
        maximum = Map.copyOf(maximum);
        severities = Map.copyOf(severities);
        enabled = Map.copyOf(enabled);
        options = Map.copyOf(options);
        exceptions = List.copyOf(exceptions);
        files = List.copyOf(files);
        places = Map.copyOf(places);
    }

    /** Settings of no file, without places. */
    public PolicySettings(
            Optional<Persona> persona,
            Optional<FailOn> failOn,
            Map<Severity, Integer> maximum,
            Map<String, Severity> severities,
            Map<String, Boolean> enabled,
            Map<String, Options> options) {
        this(persona, failOn, maximum, severities, enabled, options, List.of(), List.of(), Map.of());
    }

    /** A layer that a file without settings makes. */
    static PolicySettings ofFile(String path) {
        return none().at(List.of(path), Map.of());
    }

    /** The same settings, read from those files and standing at those places. */
    public PolicySettings at(List<String> read, Map<String, String> where) {
        return new PolicySettings(persona, failOn, maximum, severities, enabled, options, exceptions, read, where);
    }

    /** A layer that says nothing. */
    public static PolicySettings none() {
        return new PolicySettings(Optional.empty(), Optional.empty(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** A severity that fails the build, or none. */
    public record FailOn(Optional<Severity> severity) {
        public static final FailOn NEVER = new FailOn(Optional.empty());
    }

    /** This layer on top of another: where both speak, this one is heard. */
    public PolicySettings over(PolicySettings below) {
        return new PolicySettings(
                persona.isPresent() ? persona : below.persona,
                failOn.isPresent() ? failOn : below.failOn,
                merged(below.maximum, maximum),
                merged(below.severities, severities),
                merged(below.enabled, enabled),
                merged(below.options, options),
                joined(exceptions, below.exceptions),
                joined(files, below.files),
                merged(below.places, places));
    }

    /** The policy that these settings and the defaults make. */
    public Policy toPolicy() {
        return toPolicy(List.of());
    }

    /** The policy that these settings, the defaults and a {@code zizmor.yml}'s exemptions make. */
    public Policy toPolicy(List<ZizmorConfig.Exemption> exemptions) {
        Optional<Severity> failing = failOn.isPresent() ? failOn.get().severity() : Threshold.DEFAULT.failOn();
        Threshold threshold = new Threshold(failing, maximum);
        return new Policy(
                persona.orElse(Persona.REGULAR),
                threshold,
                severities,
                enabled,
                options,
                exemptions,
                exceptions,
                files,
                places);
    }

    private static <T> List<T> joined(List<T> above, List<T> below) {
        List<T> joined = new ArrayList<>(above);
        joined.addAll(below);
        return joined;
    }

    private static <K, V> Map<K, V> merged(Map<K, V> below, Map<K, V> above) {
        Map<K, V> merged = new LinkedHashMap<>(below);
        merged.putAll(above);
        return merged;
    }
}
