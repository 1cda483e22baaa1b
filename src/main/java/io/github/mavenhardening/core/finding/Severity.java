package io.github.mavenhardening.core.finding;

import io.github.mavenhardening.core.text.OtherNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The severity of a finding, from least to most; the order of the constants is the order of severity. */
public enum Severity implements OtherNames {
    INFO("note", "notice"),
    LOW("minor"),
    MEDIUM("moderate", "warning", "warn"),
    HIGH("error", "important", "major"),
    CRITICAL("blocker");

    /** Separated by blanks. */
    private final String otherNames;

    Severity(String... otherNames) {
        this.otherNames = String.join(" ", otherNames);
    }

    /** What other tools call a severity like it. */
    @Override
    public Set<String> otherNames() {
        return otherNames.isEmpty() ? Set.of() : Set.of(otherNames.split(" ", -1));
    }

    /** The name as users write it: {@code high}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    /** All severities, the worst first. */
    public static List<Severity> worstFirst() {
        List<Severity> severities = new ArrayList<>(List.of(values()));
        Collections.reverse(severities);
        return severities;
    }

    /** One level lower, or this level where it is the lowest already. */
    public Severity lowered() {
        return switch (this) {
            case INFO, LOW -> INFO;
            case MEDIUM -> LOW;
            case HIGH -> MEDIUM;
            case CRITICAL -> HIGH;
        };
    }

    /** One level higher, or this level where it is the highest already. */
    public Severity raised() {
        return switch (this) {
            case INFO -> LOW;
            case LOW -> MEDIUM;
            case MEDIUM -> HIGH;
            case HIGH, CRITICAL -> CRITICAL;
        };
    }

    /** The severity of that label, in any case; empty when there is none. */
    public static Optional<Severity> ofLabel(String label) {
        for (Severity severity : values()) {
            if (severity.label().equalsIgnoreCase(label.strip())) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
