package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A team's policy: which findings count, how severe they are and when they fail the build. Checks know nothing of it but their
 * own options.
 *
 * @param settings all that is set, with the defaults of what is not
 * @param exemptions findings that the repository's {@code zizmor.yml} takes back
 * @param files the files that all of this was read from, the uppermost first
 * @param stated where each setting stands, by its full name, as in {@link PolicyLayer}
 * @param overridden what each of them would be without that, the next first
 */
public record Policy(
        PolicySettings settings,
        List<Exemption> exemptions,
        List<String> files,
        Map<String, Setting> stated,
        Map<String, List<Setting>> overridden) {

    public Policy {
        exemptions = List.copyOf(exemptions);
        files = List.copyOf(files);
        stated = Map.copyOf(stated);
        overridden = Map.copyOf(overridden);
    }

    /** Where a setting stands, by its full name; empty where nothing says so, and the default holds. */
    public Optional<String> placeOf(String setting) {
        Setting known = stated.get(setting);
        return known == null ? Optional.empty() : Optional.of(known.place());
    }

    /** Where the first option of a check stands; empty where none is given. */
    public Optional<String> placeOfOptions(String checkId) {
        String key = "checks." + checkId + ".";
        for (Setting setting : inForce()) {
            if (setting.name().startsWith(key)
                    && !Binder.keysOf(CheckSettings.class)
                            .contains(setting.name().substring(key.length()))) {
                return Optional.of(setting.place());
            }
        }
        return Optional.empty();
    }

    /** All that is set, sorted by name; without those whose default holds. */
    public List<Setting> inForce() {
        return List.copyOf(new TreeMap<>(stated).values());
    }

    /** Whose findings are shown. */
    public Persona persona() {
        return settings.persona().orElseThrow();
    }

    /** When findings fail the build. */
    public Threshold threshold() {
        FailOn failOn = settings.failOn();
        return new Threshold(
                failOn.severity().orElseThrow().severity(), failOn.confidence().orElseThrow(), settings.maximum());
    }

    /** The options that checks are given, by check id. */
    public SortedMap<String, Record> options() {
        SortedMap<String, Record> options = new TreeMap<>();
        for (Map.Entry<String, CheckSettings> check : settings.checks().entrySet()) {
            if (check.getValue().options().isPresent()) {
                options.put(check.getKey(), check.getValue().options().get());
            }
        }
        return options;
    }

    private Optional<Severity> severity(String checkId) {
        CheckSettings check = settings.checks().get(checkId);
        return check == null ? Optional.empty() : check.severity();
    }

    /** Whether the checks of a family are on; silent: one that is not named is. */
    public boolean isEnabled(Family family) {
        return settings.families().getOrDefault(family, true);
    }

    /** Whether the check's findings count: by the policy's word, else by the check's own; no check of a family that is off. */
    public boolean isEnabled(Check check) {
        if (!isEnabled(check.family())) {
            return false;
        }
        CheckInfo info = check.info();
        CheckSettings given = settings.checks().get(info.id());
        boolean byDefault = given == null || given.enabled().isEmpty();
        return byDefault ? info.enabledByDefault() : given.enabled().get();
    }

    /** What a setting takes from the check; empty when nothing, or what the check is by default. */
    Optional<Weakening> weakening(Check check) {
        CheckInfo info = check.info();
        String key = "checks." + info.id();
        if (!isEnabled(check)) {
            if (!info.enabledByDefault()) {
                return Optional.empty();
            }
            boolean alone = isEnabled(check.family());
            String setting =
                    alone ? key + ".enabled" : "families." + check.family().label();
            return Optional.of(new Weakening(
                    info.id(),
                    info.severity(),
                    Optional.empty(),
                    placeOf(setting).orElse(""),
                    alone ? Optional.empty() : Optional.of(check.family())));
        }
        Optional<Severity> severity = severity(info.id());
        return severity.isEmpty() || severity.get().atLeast(info.severity())
                ? Optional.empty()
                : Optional.of(new Weakening(
                        info.id(),
                        info.severity(),
                        severity,
                        placeOf(key + ".severity").orElse("")));
    }

    /** The finding at the severity that this policy gives it. */
    Finding graded(Finding finding) {
        Optional<Severity> severity = severity(finding.checkId());
        return severity.isPresent() ? finding.withSeverity(severity.get()) : finding;
    }
}
