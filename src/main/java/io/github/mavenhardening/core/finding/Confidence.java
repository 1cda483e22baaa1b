package io.github.mavenhardening.core.finding;

import java.util.Locale;

/** How sure the check is that what it reports is the case, from least to most. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    /** The name as users write it: {@code high}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
