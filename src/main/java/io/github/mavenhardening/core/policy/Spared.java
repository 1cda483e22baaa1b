package io.github.mavenhardening.core.policy;

import java.util.Locale;

/** The reason for which a finding that counts cannot fail the build. */
public enum Spared {
    /** The baseline has it. */
    KNOWN,
    /** Its check is newer than the baseline, and the policy gives time until a day. */
    GRACE,
    /** Only a change counts, and it lies outside. */
    UNTOUCHED;

    /** The reason as reports have it: {@code known}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
