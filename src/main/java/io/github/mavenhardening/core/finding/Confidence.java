package io.github.mavenhardening.core.finding;

import io.github.mavenhardening.core.text.OtherNames;
import java.util.Locale;
import java.util.Set;

/** The confidence of a check in its finding, from least to most. */
public enum Confidence implements OtherNames {
    LOW,
    MEDIUM,
    HIGH;

    /** The name as users write it: {@code high}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those of the severity of that name. */
    @Override
    public Set<String> otherNames() {
        return Severity.valueOf(name()).otherNames();
    }
}
