package io.github.mavenhardening.core.finding;

import java.util.Locale;

/** The confidence of a check in its finding, from least to most. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    /** The name as users write it: {@code high}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
