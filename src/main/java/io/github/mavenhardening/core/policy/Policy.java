package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A team's policy: which findings count, how severe they are and when they fail the build. Checks know nothing of it but their
 * own options.
 *
 * @param persona whose findings are shown
 * @param threshold when findings fail the build
 * @param severities severities that take the place of the checks' own, by check id
 * @param enabled checks switched on or off, by check id
 * @param options the options of checks, by check id
 * @param exemptions findings that the repository's {@code zizmor.yml} takes back
 * @param exceptions findings that the policy file accepts
 * @param files the files that all of this was read from, the uppermost first
 * @param places where each setting stands, by its full name, as in {@link PolicySettings}
 */
public record Policy(
        Persona persona,
        Threshold threshold,
        Map<String, Severity> severities,
        Map<String, Boolean> enabled,
        Map<String, Options> options,
        List<ZizmorConfig.Exemption> exemptions,
        List<ExceptionRule> exceptions,
        List<String> files,
        Map<String, String> places) {

    public Policy {
        severities = Map.copyOf(severities);
        enabled = Map.copyOf(enabled);
        options = Map.copyOf(options);
        exemptions = List.copyOf(exemptions);
        exceptions = List.copyOf(exceptions);
        files = List.copyOf(files);
        places = Map.copyOf(places);
    }

    /** Where a setting stands, by its full name; empty where nothing says so, and the default holds. */
    public Optional<String> placeOf(String setting) {
        return Optional.ofNullable(places.get(setting));
    }

    /** All that is set, sorted by name; without those whose default holds. */
    public List<Setting> settings() {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("persona", persona.label());
        values.put(
                "fail-on",
                threshold.failOn().isPresent() ? threshold.failOn().get().label() : "never");
        threshold.maximum().forEach((severity, most) -> values.put("maximum." + severity.label(), most.toString()));
        severities.forEach((id, severity) -> values.put("checks." + id + ".severity", severity.label()));
        enabled.forEach((id, on) -> values.put("checks." + id + ".enabled", on.toString()));
        options.keySet().forEach(id -> values.put("checks." + id, ""));
        List<Setting> settings = new ArrayList<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            Optional<String> place = placeOf(value.getKey());
            if (place.isPresent()) {
                settings.add(new Setting(value.getKey(), value.getValue(), place.get()));
            }
        }
        return List.copyOf(settings);
    }

    /**
     * One setting in force.
     *
     * @param name its full name, {@code checks.unpinned-uses.enabled}
     * @param value as a policy file would have it; empty for a check's options
     * @param place {@code path:line}, or the parameter
     */
    public record Setting(String name, String value, String place) {}

    /** Whether the check's findings count: by the policy's word, else by the check's own. */
    public boolean isEnabled(Check check) {
        return enabled.getOrDefault(check.info().id(), check.info().enabledByDefault());
    }

    /** What a setting takes from the check; empty when nothing, or what the check is by default. */
    Optional<Weakening> weakening(Check check) {
        CheckInfo info = check.info();
        String key = "checks." + info.id();
        if (!isEnabled(check)) {
            return info.enabledByDefault()
                    ? Optional.of(new Weakening(
                            info.id(),
                            info.severity(),
                            Optional.empty(),
                            placeOf(key + ".enabled").orElse("")))
                    : Optional.empty();
        }
        Optional<Severity> lower =
                Optional.ofNullable(severities.get(info.id())).filter(severity -> !severity.atLeast(info.severity()));
        return lower.isPresent()
                ? Optional.of(new Weakening(
                        info.id(),
                        info.severity(),
                        lower,
                        placeOf(key + ".severity").orElse("")))
                : Optional.empty();
    }

    /** The finding at the severity that this policy gives it. */
    Finding graded(Finding finding) {
        Severity severity = severities.get(finding.checkId());
        return severity == null ? finding : finding.withSeverity(severity);
    }
}
