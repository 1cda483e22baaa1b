package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

/**
 * What stands under a check's id in the policy: what any check can be given, and its own options.
 *
 * @param enabled whether it is on
 * @param severity the severity that takes the place of its own
 * @param options its options, a record of the type that its metadata names
 */
public record CheckSettings(
        @Option("Whether the check is on") Optional<Boolean> enabled,

        @Option("The severity of its findings, in place of its own")
        Optional<Severity> severity,

        Optional<Record> options) {

    /** Only the severity of its findings. */
    public static CheckSettings severity(Severity severity) {
        return new CheckSettings(Optional.empty(), Optional.of(severity), Optional.empty());
    }

    /** Reads what a policy file has under {@code checks.<id>}. */
    static CheckSettings read(Binder binder, String key, YamlMapping.Entry entry, Checks checks) {
        Check check = named(binder, key, entry, checks);
        Class<? extends Record> type = check.info().options();
        List<String> own = Binder.keysOf(type);
        CheckSettings common = binder.bind(CheckSettings.class, key, entry.value(), own);
        YamlMapping mapping = (YamlMapping) entry.value();
        if (common.severity.isPresent()) {
            refuse(Integrity.refusal(check, common.severity.get()), binder, key, mapping, "severity");
        }
        if (common.enabled.isPresent()) {
            refuse(Integrity.refusal(check, common.enabled.get()), binder, key, mapping, "enabled");
        }
        if (!stateOptions(binder, key, mapping, own)) {
            return common;
        }
        Record options = new Binder(binder.file()).bind(type, key, mapping, Binder.keysOf(CheckSettings.class));
        return new CheckSettings(common.enabled, common.severity, Optional.of(options));
    }

    /** Notes each option that is given, as a whole; false where none is. */
    static boolean stateOptions(Binder binder, String key, YamlMapping mapping, List<String> options) {
        boolean given = false;
        for (YamlMapping.Entry option : mapping.entries()) {
            if (options.contains(option.name())) {
                given = true;
                binder.state(key + "." + option.name(), FlowText.of(option.value()), option.key());
            }
        }
        return given;
    }

    private static Check named(Binder binder, String key, YamlMapping.Entry entry, Checks checks) {
        try {
            return checks.named(entry.name());
        } catch (IllegalArgumentException e) {
            throw binder.refused(entry.key(), key, e.getMessage());
        }
    }

    private static void refuse(
            Optional<String> reason, Binder binder, String key, YamlMapping mapping, String setting) {
        if (reason.isPresent()) {
            throw binder.refused(mapping.get(setting).orElseThrow(), key + "." + setting, reason.get());
        }
    }
}
