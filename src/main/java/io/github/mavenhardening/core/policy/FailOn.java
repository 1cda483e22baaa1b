package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.ValueText;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.text.OtherNames;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From which severity, and from which confidence of its check, one finding fails the build. In short {@code high}, or
 * {@code high:low} with the confidence.
 *
 * @param severity the least severity
 * @param confidence the least confidence
 */
public record FailOn(
        @Option(
                value =
                        "The severity from which a single finding fails the build: `critical`, `high`, `medium`, `low`, `info` or"
                                + " `never`",
                otherwise = "high",
                example = "medium")
        Optional<Level> severity,

        @Option(
                value = "How sure its check must be of a finding that fails the build: `high`, `medium` or `low`",
                otherwise = "medium",
                example = "low")
        Optional<Confidence> confidence) {

    /** A severity, or none. */
    public enum Level implements OtherNames {
        CRITICAL,
        HIGH,
        MEDIUM,
        LOW,
        INFO,
        NEVER;

        /** The severity; empty for never. */
        public Optional<Severity> severity() {
            return this == NEVER ? Optional.empty() : Optional.of(Severity.valueOf(name()));
        }

        /** Those of the severity. */
        @Override
        public Set<String> otherNames() {
            return severity().map(Severity::otherNames).orElse(Set.of());
        }
    }

    /**
     * What the short form says.
     *
     * @throws IllegalArgumentException when it is neither a severity nor {@code severity:confidence}
     */
    public static FailOn of(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new FailOn(Optional.of(ValueText.read(Level.class, text)), Optional.empty())
                : new FailOn(
                        Optional.of(ValueText.read(Level.class, text.substring(0, colon))),
                        Optional.of(ValueText.read(Confidence.class, text.substring(colon + 1))));
    }

    /** Reads what a policy file has under {@code fail-on}: the short form, or a mapping. */
    static FailOn read(Binder binder, String key, YamlMapping.Entry entry) {
        if (!(entry.value() instanceof YamlScalar scalar)) {
            return binder.bind(FailOn.class, key, entry.value(), List.of());
        }
        FailOn read;
        try {
            read = of(scalar.value());
        } catch (IllegalArgumentException e) {
            throw binder.refused(scalar, key, e.getMessage());
        }
        if (read.severity.isPresent()) {
            binder.state(key + ".severity", ValueText.label(read.severity.get()), entry.key());
        }
        if (read.confidence.isPresent()) {
            binder.state(key + ".confidence", ValueText.label(read.confidence.get()), entry.key());
        }
        return read;
    }
}
